"""What is a sale elsewhere, and what did it cause here?"""

from dataclasses import dataclass
from datetime import datetime


@dataclass(frozen=True, slots=True)
class SaleLine:
    """So many of one SKU; the price in minor units where the channel told it."""

    sku: str
    quantity: int
    price_minor: int | None = None


@dataclass(frozen=True, slots=True)
class Sale:
    """Something that has happened there."""

    external_id: str
    occurred_at: datetime
    lines: tuple[SaleLine, ...]


@dataclass(frozen=True, slots=True)
class SaleConflict:
    """Somebody has to decide."""

    id: int
    sku: str
    short_quantity: int
    reason: str


@dataclass(frozen=True, slots=True)
class Recorded:
    """What the channel is told: now and at every replay."""

    conflicts: tuple[SaleConflict, ...]
    yielded: tuple[str, ...]
    """Numbers of unpaid orders that had to give way."""
