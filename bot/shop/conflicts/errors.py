"""Which refusals come up when a conflict is decided?"""

from bot.basics.errors import ShopError


class NoSuchConflict(ShopError):
    key = "no-such-conflict"


class ConflictOver(ShopError):
    """Somebody has decided it, the deadline has, or nothing is missing any more."""

    key = "conflict-is-over"


class ConflictChanged(ShopError):
    """It is open still, and stands otherwise than the button thought."""

    key = "conflict-changed"
