"""Why can it not be taken back?"""

from bot.basics.errors import ShopError


class TooLateToUndo(ShopError):
    """The time for it is over."""

    key = "undo-too-late"


class ChangedSince(ShopError):
    """It was taken back already, or something else has changed it since."""

    key = "undo-changed-since"
