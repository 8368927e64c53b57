"""How does an accepted order get ready and into the buyer's hands, or end otherwise?"""
