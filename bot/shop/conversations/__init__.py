"""What do buyers ask the shop, and what does it answer?"""
