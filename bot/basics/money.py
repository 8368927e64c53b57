"""What is an amount of money?"""

from dataclasses import dataclass

MAX_MINOR = 10**10
"""Largest amount of one price or total, minor units (a hundred million roubles)."""


@dataclass(frozen=True, slots=True, order=True)
class Money:
    """Integer minor units (kopecks, groszy, cents) of one currency (ISO 4217). Never a float."""

    minor: int
    currency: str

    def __add__(self, other: "Money") -> "Money":
        self._same(other)
        return Money(self.minor + other.minor, self.currency)

    def __sub__(self, other: "Money") -> "Money":
        self._same(other)
        return Money(self.minor - other.minor, self.currency)

    def __mul__(self, count: int) -> "Money":
        return Money(self.minor * count, self.currency)

    def _same(self, other: "Money") -> None:
        if self.currency != other.currency:
            raise ValueError(f"{self.currency} and {other.currency} do not add up")


def decimal_text(minor: int) -> str:
    """`1200050` → `"12000.50"`, as payment providers and the HTTP API write it."""
    return f"{minor // 100}.{minor % 100:02d}"


def minor_units(text: str) -> int:
    """`"12000.50"` → `1200050`. Raises ValueError unless it is digits, a dot and exactly two digits."""
    whole, dot, part = text.partition(".")
    if not (dot and whole.isascii() and whole.isdigit() and part.isascii() and part.isdigit() and len(part) == 2):
        raise ValueError(f"not an amount: {text!r}")
    return int(whole) * 100 + int(part)
