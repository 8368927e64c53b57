"""Receipts of 54-FZ: what they say, and how far each has come. They go out with payments and after hand-overs."""
