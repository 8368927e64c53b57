"""Pieces on their way between places: one work by hand, many to a fair and back."""
