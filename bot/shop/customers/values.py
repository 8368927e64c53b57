"""What do we know of a person?"""

from dataclasses import dataclass
from enum import StrEnum

from bot.basics.ids import CustomerId, LocationId
from bot.basics.languages import Language

CHOICES = "choices"
"""The consent to keep what was chosen."""
CHOICES_VERSION = 1
"""Of the words that are agreed to: `remember-ask`."""


class StaffRole(StrEnum):
    """What somebody was invited as; what that allows is for the edges to say."""

    MANAGER = "manager"
    PACKER = "packer"
    CASHIER = "cashier"
    VIEWER = "viewer"


@dataclass(frozen=True, slots=True)
class Usual:
    """What was chosen last time; each of it is asked again once it is no longer offered."""

    location: LocationId | None
    pay_way: str | None
    phone: str | None


@dataclass(frozen=True, slots=True)
class Person:
    """A buyer or a seller, as screens and messages need them."""

    id: CustomerId
    platform_id: int
    name: str
    username: str | None
    language: Language
    phone: str | None
    blocked: bool
    usual: Usual | None = None
    """None: nothing is kept, or nobody asked for it."""
    looks: str | None = None
    """How the person likes to look through shelves; `bot.shop.browsing` reads it."""
    role: StaffRole | None = None
    """What the person works here as; owners are named in the settings instead."""
    source: str = ""
    """The last link that brought the person here."""
