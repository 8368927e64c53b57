"""How many pieces are there, who holds them, and why is the number what it is?"""
