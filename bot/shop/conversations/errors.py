"""Which refusals do conversations know?"""

from bot.basics.errors import ShopError


class NoSuchTalk(ShopError):
    """Unknown, or somebody else's."""

    key = "no-such-talk"


class TooManyQuestions(ShopError):
    """So much from one person is no question any more: the rest has to wait."""

    key = "too-many-questions"
