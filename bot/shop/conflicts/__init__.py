"""Sold here and elsewhere: the seller chooses, and there is always an end to it."""
