"""Who works in the shop besides its owners, as what, and what have they changed?"""
