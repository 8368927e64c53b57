"""How does a photo with a caption become a work for sale?"""
