"""What do we know of a person?"""

from dataclasses import dataclass

from bot.basics.ids import CustomerId
from bot.basics.languages import Language


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
