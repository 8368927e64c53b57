"""How does a purchase come back?"""
