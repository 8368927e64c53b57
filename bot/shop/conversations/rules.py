"""How much may one person write, how long is it kept, and whose answer counts? Pure decisions."""

from collections.abc import Sequence
from datetime import timedelta
from typing import Final

from bot.basics.ids import CustomerId, WordsId
from bot.shop.conversations.values import Spoken

MOST_AN_HOUR: Final = 20
"""Messages of one buyer; the photos of an album are one."""
HOUR: Final = timedelta(hours=1)
KEEP: Final = timedelta(days=180)
"""So long after the last word the words themselves are kept."""
WAITS_FOR_EARLIER: Final = timedelta(minutes=15)
"""So long a message lets an earlier one go first that has not come through."""


def answered_meanwhile(newest: Spoken | None, author: CustomerId, seen: WordsId | None) -> bool:
    """A colleague has answered after what this seller saw when he began: he is asked before his goes out as well.

    `newest`: the shop's newest answer.
    """
    return newest is not None and newest.author != author and (seen is None or newest.id > seen)


def in_order(spoken: Sequence[Spoken]) -> tuple[Spoken, ...]:
    """Oldest first, as people read."""
    return tuple(sorted(spoken, key=lambda words: words.id))
