"""What is for sale, and how is it described?"""
