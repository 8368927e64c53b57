"""Can the last thing be taken back?"""
