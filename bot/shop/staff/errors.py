"""Why may somebody not be, or become, one of the staff?"""

from bot.basics.errors import ShopError


class InvitationOver(ShopError):
    """Used already, older than it lasts, taken back, or never made."""

    key = "invitation-over"


class NoSuchMember(ShopError):
    """Nobody who works here."""

    key = "no-such-member"
