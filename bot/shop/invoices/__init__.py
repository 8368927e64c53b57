"""Payments by Telegram's own form: an invoice, a last question before the money moves, and word that it has."""
