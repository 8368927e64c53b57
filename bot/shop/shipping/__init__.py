"""How does an order get to an address: chosen, quoted, agreed, sent, received?"""
