"""What is a row of a file, and what would it change?"""

from collections.abc import Mapping
from dataclasses import dataclass, field
from datetime import datetime
from enum import StrEnum

from bot.basics.ids import LocationId, ProductId, VariantId
from bot.basics.languages import Language


class Column(StrEnum):
    """What a column says of a work."""

    SKU = "sku"
    TITLE = "title"
    TECHNIQUE = "technique"
    DESCRIPTION = "description"
    PRICE = "price"
    COST = "cost"
    COUNT = "count"
    PLACE = "place"
    CATEGORY = "category"
    SIZE = "size"
    YEAR = "year"
    BARCODE = "barcode"
    HIDDEN = "hidden"


class Kind(StrEnum):
    """What may be had as a file."""

    STOCK = "stock"
    PRODUCTS = "products"
    ORDERS = "orders"
    CUSTOMERS = "customers"

    @property
    def personal(self) -> bool:
        """It names people."""
        return self in (Kind.ORDERS, Kind.CUSTOMERS)


class Fault(StrEnum):
    """Why a row is left alone; each is a text of the chat."""

    PRICE = "import-bad-price"
    COST = "import-bad-cost"
    COUNT = "import-bad-count"
    YEAR = "import-bad-year"
    HIDDEN = "import-bad-hidden"
    TITLE = "import-long-title"
    PLACE = "import-bad-place"
    UNKNOWN = "import-unknown"
    TWICE = "import-twice"
    TAKEN = "import-taken"
    NO_PRICE = "import-no-price"


@dataclass(frozen=True, slots=True)
class Row:
    """One row as it was understood; what is None stays as it is. Money in minor units."""

    line: int
    """Of the file, the names of the columns being the first."""
    sku: str
    texts: Mapping[Language, Mapping[str, str]] = field(default_factory=dict)
    """Title, technique and description by language, those that are said."""
    price: int | None = None
    cost: int | None = None
    count: int | None = None
    place: str = ""
    """Code or title of where the pieces were counted."""
    category: str | None = None
    size: str | None = None
    year: int | None = None
    barcode: str | None = None
    hidden: bool | None = None
    more: Mapping[str, int] = field(default_factory=dict)
    """Pieces by the place that a column names, `Count (Studio)`; beside them a number of all says nothing."""

    @property
    def counts(self) -> Mapping[str, int]:
        """Pieces by place; without a name it is the number of all."""
        own = {} if self.count is None or (self.more and not self.place) else {self.place: self.count}
        return own | dict(self.more)

    @property
    def pieces(self) -> int:
        return sum(self.counts.values())


@dataclass(frozen=True, slots=True)
class Problem:
    """A row that changes nothing, and why."""

    line: int
    sku: str
    fault: Fault
    said: str


@dataclass(frozen=True, slots=True)
class Known:
    """A work as the shop has it."""

    product: ProductId
    variant: VariantId
    sku: str
    language: Language
    texts: Mapping[Language, Mapping[str, str | None]]
    price: int
    on_hand: Mapping[LocationId, int]
    category: str
    size: str | None
    year: int | None
    barcode: str | None
    hidden: bool
    old_price: int | None = None
    """Struck, beside the price."""
    cost: int | None = None


@dataclass(frozen=True, slots=True)
class Difference:
    """One thing that a row changes; `what` is a column, for texts with its language: `title:ru`."""

    sku: str
    what: str
    before: str | int | None
    after: str | int | None
    place: LocationId | None = None


@dataclass(frozen=True, slots=True)
class Plan:
    """What a file would do. Nothing has been done."""

    rows: tuple[Row, ...]
    differences: tuple[Difference, ...]
    new: tuple[Row, ...]
    problems: tuple[Problem, ...]
    same: int
    """Works that the file says again as they are."""
    absent: int
    """Works of the shop that the file does not name: they stay untouched."""

    @property
    def changed(self) -> int:
        """How many works would change."""
        return len({each.sku for each in self.differences})


@dataclass(frozen=True, slots=True)
class Kept:
    """A file that was looked at, and how far it has come."""

    id: int
    name: str
    state: str
    """planned, applied, undone, dropped"""
    received_at: datetime
    applied_at: datetime | None
    before: datetime | None = None
    """When the very same file was applied before."""


@dataclass(frozen=True, slots=True)
class Undone:
    """How much of a file was taken back; what has changed again since stays."""

    works: int
    stayed: tuple[str, ...]
    """SKU, at most a few."""
