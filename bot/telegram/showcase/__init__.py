"""What do the posts in the seller's Telegram channel look like?"""
