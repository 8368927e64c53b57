"""Which refusals do receipts know?"""

from bot.basics.errors import ShopError


class ContactNeeded(ShopError):
    """The law asks where to send the receipt before money is taken."""

    key = "receipt-contact-needed"


class BadEmail(ShopError):
    """Not an address that could get mail."""

    key = "bad-email"
