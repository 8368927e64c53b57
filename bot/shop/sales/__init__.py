"""What is a sale, what does it cost, and what is left of it?"""
