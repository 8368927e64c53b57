"""What did a check of the set-up find, and what cures it?"""

from dataclasses import dataclass
from enum import StrEnum


class Mark(StrEnum):
    """How a line begins."""

    FINE = "✔"
    WRONG = "✘"
    NOTE = "–"


@dataclass(frozen=True, slots=True)
class Finding:
    """One line of `vernissage doctor`."""

    mark: Mark
    name: str
    state: str
    remedy: str = ""


def fine(name: str, state: str) -> Finding:
    return Finding(Mark.FINE, name, state)


def wrong(name: str, state: str, remedy: str) -> Finding:
    """The shop does not work like this."""
    return Finding(Mark.WRONG, name, state, remedy)


def note(name: str, state: str, remedy: str = "") -> Finding:
    """It works, but it is worth a look."""
    return Finding(Mark.NOTE, name, state, remedy)
