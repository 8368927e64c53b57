"""Vernissage: a storefront inside Telegram."""
