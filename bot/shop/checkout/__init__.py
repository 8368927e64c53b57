"""How does a cart become an order with a way to pay?"""
