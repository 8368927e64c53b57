"""What would Telegram say? A strict server of our own for the demo, the tests and a first run without a token."""
