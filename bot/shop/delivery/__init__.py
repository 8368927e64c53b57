"""How does a purchase travel to an address?"""
