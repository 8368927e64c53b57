"""Which money is on its way, has come, or goes back?"""
