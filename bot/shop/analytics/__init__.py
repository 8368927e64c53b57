"""How is the shop doing?"""
