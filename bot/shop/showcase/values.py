"""What is a post, and what does it show?"""

from dataclasses import dataclass
from datetime import datetime
from enum import StrEnum
from typing import Final, NewType

from bot.basics.ids import CategoryId, ProductId
from bot.basics.money import Money
from bot.shop.catalogue.values import Card, Visibility
from bot.shop.stock.values import Availability

PostId = NewType("PostId", int)
MOST_WORKS: Final = 10
"""Telegram's limit for the pictures of one album."""


class Form(StrEnum):
    """How a post looks."""

    PHOTO = "photo"
    """One work: its first photo, and buttons."""
    ALBUM = "album"
    """One work: all its photos. An album has no buttons, so the caption carries the links."""
    COLLECTION = "collection"
    """Several works: a photo and a line of each."""
    WINDOW = "window"
    """The pinned post: what is for sale, category by category."""


class PostState(StrEnum):
    COMPOSED = "composed"
    """Works are still being chosen."""
    PLANNED = "planned"
    POSTED = "posted"
    CANCELLED = "cancelled"
    SKIPPED = "skipped"
    """When its time came there was nothing left to show."""


class SoldPosts(StrEnum):
    """What becomes of a post once its work is sold."""

    KEEP = "keep"
    """It stays as part of the portfolio, with ways to similar works."""
    BARE = "bare"
    """It stays, without buttons."""
    DELETE = "delete"


@dataclass(frozen=True, slots=True)
class Post:
    """A post that stands in the showcase, is planned, or is being put together."""

    id: PostId
    form: Form
    state: PostState
    due_at: datetime | None
    chat: int | None
    message: int | None
    digest: str
    """What it showed last."""
    album: tuple[int, ...]
    """Every message of an album, the one with the caption first; empty for a single message."""
    version: int
    """How often what it shows has changed."""
    takes_down: bool
    """Older posts of its works go once it stands."""
    posted_at: datetime | None


@dataclass(frozen=True, slots=True)
class Exhibit:
    """A work in a post, with its live number."""

    card: Card
    free: Availability

    @property
    def listed(self) -> bool:
        return self.card.visibility is Visibility.LISTED

    @property
    def on_offer(self) -> bool:
        """It can be bought now, or may come back: somebody only holds it."""
        return self.listed and (self.free.available > 0 or self.free.reserved > 0)

    @property
    def sold(self) -> bool:
        return self.listed and not self.on_offer


@dataclass(frozen=True, slots=True)
class Shown:
    """Everything a post of works is a function of."""

    post: Post
    exhibits: tuple[Exhibit, ...]
    rule: SoldPosts

    @property
    def sold_out(self) -> bool:
        """Nothing in it can be bought, and something has found its owner."""
        return not any(each.on_offer for each in self.exhibits) and any(each.sold for each in self.exhibits)


@dataclass(frozen=True, slots=True)
class Shelf:
    """A category in the pinned post, and how many works on it or below it can be bought."""

    category: CategoryId
    title: str
    works: int


@dataclass(frozen=True, slots=True)
class Newcomer:
    """One of the newest works in the pinned post."""

    product: ProductId
    title: str
    price: Money


@dataclass(frozen=True, slots=True)
class ShopWindow:
    """Everything the pinned post is a function of."""

    post: Post
    shop_name: str
    works: int
    shelves: tuple[Shelf, ...]
    newest: tuple[Newcomer, ...]


@dataclass(frozen=True, slots=True)
class Due:
    """Posts to be brought up to date now, the most urgent first, and when the next one will be."""

    posts: tuple[Shown | ShopWindow, ...]
    next_at: datetime | None


@dataclass(frozen=True, slots=True)
class Planned:
    """A post in the seller's list: what it shows, by title."""

    post: Post
    products: tuple[ProductId, ...]
    titles: tuple[str, ...]


@dataclass(frozen=True, slots=True)
class Overview:
    """The showcase in numbers, for its seller."""

    posts: int
    planned: int
    rule: SoldPosts
    window: Post | None
