"""What does a buyer see and press?"""
