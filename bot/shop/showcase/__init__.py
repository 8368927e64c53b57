"""Which posts stand in the seller's Telegram channel, and do they show the truth?"""
