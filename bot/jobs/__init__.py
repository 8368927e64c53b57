"""What runs by itself, again and again?"""
