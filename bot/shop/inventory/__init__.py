"""What is really there, as people and other channels tell it: counts, sales elsewhere, returns, corrections?"""
