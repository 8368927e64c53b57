"""What has been read in a caption?"""

from dataclasses import dataclass
from enum import StrEnum


class CaptionKind(StrEnum):
    """What kind of work the caption speaks of."""

    ONE_OF_A_KIND = "one_of_a_kind"
    EDITION = "edition"
    ORDINARY = "ordinary"


@dataclass(frozen=True, slots=True)
class PriceReading:
    """What a price may mean, minor units, smallest first: one reading is a price, several have to be asked about."""

    readings: tuple[int, ...]
    currency: str | None = None
    """ISO 4217 code of the mark beside the number, if there was one."""

    @property
    def settled(self) -> int | None:
        """The price in minor units, None while a person has to choose."""
        return self.readings[0] if len(self.readings) == 1 else None


@dataclass(frozen=True, slots=True)
class Edition:
    """Copy `number` (None: not said) of `total`."""

    number: int | None
    total: int


@dataclass(frozen=True, slots=True)
class ParsedCaption:
    """A caption read as a work for sale. Texts are as typed, never HTML."""

    title: str
    price: PriceReading
    quantity: int
    kind: CaptionKind
    technique: str | None
    size: str | None
    """`40 × 50 см`: decimals with a dot, unit мм, см, м or ″; or a label such as `A4`."""
    year: int | None
    edition: Edition | None
    category_hints: tuple[str, ...]
    """Lower-case words that may name a category: hashtags first, then words of technique and title."""
    description: str
