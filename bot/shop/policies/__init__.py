"""Which rules has the seller set in chat, over the defaults of the settings?"""
