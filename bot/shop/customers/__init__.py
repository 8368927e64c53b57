"""Who are the people, and which language do they read?"""
