"""What can be taken back, and until when?"""

from datetime import timedelta
from enum import StrEnum
from typing import Final

UNDO_WITHIN: Final = timedelta(minutes=15)


class Undoable(StrEnum):
    """By the word that the journal has for it."""

    PRICE = "price"
    HIDDEN = "state"
    DROPPED = "dropped"
    WRITTEN_OFF = "write_off"
    PLACE_CLOSED = "place_closed"


ABOUT: Final = {
    Undoable.PRICE: "work",
    Undoable.HIDDEN: "work",
    Undoable.DROPPED: "work",
    Undoable.WRITTEN_OFF: "work",
    Undoable.PLACE_CLOSED: "place",
}
"""What kind of thing each is about, as the journal says it."""
