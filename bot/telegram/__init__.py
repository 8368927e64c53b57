"""How does the shop look and listen in Telegram? aiogram lives only here."""
