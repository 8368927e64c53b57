"""What does a post show?"""

from dataclasses import dataclass

from bot.shop.catalogue.values import Card
from bot.shop.stock.values import Availability


@dataclass(frozen=True, slots=True)
class Post:
    """A message in the showcase, and the digest of what it showed last."""

    chat: int
    message: int
    digest: str


@dataclass(frozen=True, slots=True)
class Window:
    """Everything a post is a function of."""

    card: Card
    availability: Availability
    post: Post | None
