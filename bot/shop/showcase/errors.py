"""What can a seller ask of the showcase that it has to refuse?"""

from bot.basics.errors import ShopError


class TimeNotUnderstood(ShopError):
    """Neither a day nor a time; `text` is what was typed."""

    key = "post-time-not-understood"


class TimeIsOver(ShopError):
    """That moment has passed."""

    key = "post-time-over"


class TimeTooFar(ShopError):
    """Further ahead than anybody plans; `days` is the limit."""

    key = "post-time-too-far"


class NothingToPost(ShopError):
    """The work is sold or hidden: a post would offer nothing."""

    key = "post-nothing"


class PostMovedOn(ShopError):
    """That post is out, cancelled, or was never planned."""

    key = "post-moved-on"


class TooManyWorks(ShopError):
    """More than an album holds; `limit`."""

    key = "post-too-many"
