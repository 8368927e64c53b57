"""Counting a place by going through its works one after another."""
