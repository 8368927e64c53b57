"""How does a message get to an address that somebody else chose?"""
