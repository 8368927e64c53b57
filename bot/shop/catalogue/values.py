"""What is a work, seen from outside?"""

from dataclasses import dataclass
from datetime import datetime
from enum import StrEnum

from bot.basics.ids import CategoryId, PhotoId, ProductId, VariantId
from bot.basics.languages import Language
from bot.basics.money import Money


class Kind(StrEnum):
    ONE_OF_A_KIND = "one_of_a_kind"
    EDITION = "edition"
    ORDINARY = "ordinary"


class Visibility(StrEnum):
    DRAFT = "draft"
    LISTED = "listed"
    HIDDEN = "hidden"
    DROPPED = "dropped"


@dataclass(frozen=True, slots=True)
class PhotoRef:
    """A photo, and what this bot's messenger calls it if it has seen it."""

    id: PhotoId
    file_id: str | None


@dataclass(frozen=True, slots=True)
class Card:
    """A work as its page shows it, in the reader's language where there is a text."""

    product: ProductId
    variant: VariantId
    sku: str
    kind: Kind
    visibility: Visibility
    category: CategoryId | None
    title: str
    technique: str | None
    description: str | None
    size: str | None
    year: int | None
    edition_number: int | None
    edition_size: int | None
    price: Money
    old_price_minor: int | None
    draft_quantity: int
    price_choices: tuple[int, ...]
    photos: tuple[PhotoRef, ...]
    care: str | None = None
    certificate: bool = False
    """It comes with a certificate of authenticity."""


@dataclass(frozen=True, slots=True)
class ShelfItem:
    """A work in a list."""

    product: ProductId
    variant: VariantId
    sku: str
    title: str
    price: Money
    listed_at: datetime


@dataclass(frozen=True, slots=True)
class Shelf:
    """One page of a list: keyset cursors, no counting."""

    items: tuple[ShelfItem, ...]
    has_before: bool
    has_after: bool


@dataclass(frozen=True, slots=True)
class CategoryItem:
    id: CategoryId
    parent: CategoryId | None
    title: str
    has_below: bool = False
    """Other categories stand in it."""


@dataclass(frozen=True, slots=True)
class NewWork:
    """What a seller said about a new work. Two `price_choices` where the price has two readings."""

    language: Language
    title: str
    kind: Kind
    price_minor: int | None
    price_choices: tuple[int, ...]
    quantity: int
    technique: str | None = None
    size: str | None = None
    year: int | None = None
    edition_number: int | None = None
    edition_size: int | None = None
    description: str | None = None
    care: str | None = None
    certificate: bool = False
    cost_minor: int | None = None
    """What one piece cost the seller; None: not said. No Card has it: buyers never see it."""


@dataclass(frozen=True, slots=True)
class WorkText:
    """What one more language says of a work."""

    title: str
    technique: str | None = None
    description: str | None = None


@dataclass(frozen=True, slots=True)
class NewPhoto:
    """A cleaned picture."""

    jpeg: bytes
    width: int
    height: int
    sha256: str
    bot: int | None = None
    file_id: str | None = None
