"""Whole files of works, counts, orders and people: taken in after a look, given out, taken back."""
