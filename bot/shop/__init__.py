"""What does the shop know and decide? No Telegram, no HTTP, no SDK."""
