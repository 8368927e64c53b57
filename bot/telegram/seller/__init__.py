"""What does a seller see and press?"""
