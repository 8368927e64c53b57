"""What stands in requests and answers? Money is decimal text with a currency; moments carry their zone."""

from datetime import datetime
from typing import Annotated, Literal

from pydantic import AfterValidator, AwareDatetime, BaseModel, ConfigDict, Field

from bot.basics.money import Money, decimal_text

MOST_PIECES = 1_000_000


def _plain(text: str) -> str:
    """No NUL: PostgreSQL keeps none in a text."""
    if "\x00" in text:
        raise ValueError("must not contain the character NUL")
    return text


Sku = Annotated[str, Field(min_length=1, max_length=64, examples=["W-0042"]), AfterValidator(_plain)]
Code = Annotated[str, Field(min_length=1, max_length=40, examples=["studio"]), AfterValidator(_plain)]
Name = Annotated[str, Field(min_length=1, max_length=100), AfterValidator(_plain)]
Pieces = Annotated[int, Field(ge=1, le=MOST_PIECES, examples=[1])]


class _In(BaseModel):
    model_config = ConfigDict(extra="forbid")


class MoneyOut(BaseModel):
    value: str = Field(examples=["12000.00"])
    currency: str = Field(examples=["RUB"])

    @classmethod
    def of(cls, money: Money) -> "MoneyOut":
        return cls(value=decimal_text(money.minor), currency=money.currency)


class MoneyIn(_In):
    value: str = Field(pattern=r"^[0-9]{1,8}\.[0-9]{2}$", examples=["12000.00"])
    currency: str = Field(pattern=r"^[A-Z]{3}$", examples=["RUB"])


# -- stock


class StockItem(BaseModel):
    """One SKU at one place."""

    sku: str = Field(examples=["W-0042"])
    location: str = Field(examples=["studio"])
    on_hand: int
    unavailable: int
    allocated: int
    reserved: int
    available: int
    listed: int = Field(description="How many of this place this channel may offer now")
    price: MoneyOut
    version: int
    changed_at: datetime


class StockFeed(BaseModel):
    items: list[StockItem]
    cursor: str
    more: bool


class StockTotal(BaseModel):
    """One SKU over all places."""

    sku: str
    on_hand: int
    available: int
    listed: int = Field(description="How many this channel may offer now")
    price: MoneyOut
    locations: list[StockItem]


class CountIn(_In):
    """There are so many now."""

    on_hand: int = Field(ge=0, le=MOST_PIECES, examples=[7])
    change_from: int | None = Field(
        ge=0, le=MOST_PIECES, examples=[8], description="The number you believe is there; null: whatever is there"
    )
    location: Code | None = Field(default=None, description="Mandatory when the pieces lie in several places")


class ChangeIn(_In):
    """One thing that happened there."""

    cause: Name = Field(description="Your own id of it: the same cause twice is once", examples=["receipt-118/1"])
    sku: Sku
    location: Code | None = None
    type: Literal["sale", "return", "adjust", "count"]
    quantity: int = Field(
        ge=-MOST_PIECES, le=MOST_PIECES, description="Signed for adjust, ≥ 0 for count, else ≥ 1", examples=[1]
    )
    occurred_at: AwareDatetime
    reason: Annotated[str, Field(max_length=200), AfterValidator(_plain)] | None = None


class ChangesIn(_In):
    changes: list[ChangeIn] = Field(min_length=1, max_length=100)


class ConflictOut(BaseModel):
    id: int
    sku: str
    short_qty: int
    reason: str = Field(description="`short`: more was promised than there is; `unknown_sku`")


class ChangeOut(BaseModel):
    """What became of one row."""

    cause: str
    status: Literal["applied", "repeated", "refused"]
    detail: str | None = Field(default=None, description="Why it was refused")
    conflicts: list[ConflictOut] = []


class ChangesOut(BaseModel):
    results: list[ChangeOut]


# -- holds


class HoldIn(_In):
    sku: Sku
    quantity: Pieces
    ttl_s: int = Field(ge=1, le=3600, examples=[900], description="How long, seconds")
    reference: Name = Field(description="Your own name of it, such as an order number", examples=["cart-77"])


class HoldOut(BaseModel):
    id: str
    expires_at: datetime


class Committed(BaseModel):
    id: str
    committed: bool = True


# -- sales


class SaleLineIn(_In):
    sku: Sku
    quantity: Pieces
    price: MoneyIn | None = None


class SaleIn(_In):
    """A sale that has happened there. It is always recorded."""

    external_id: Name = Field(examples=["order-1001"])
    occurred_at: AwareDatetime
    lines: list[SaleLineIn] = Field(min_length=1, max_length=100)


class SaleOut(BaseModel):
    applied: bool
    conflicts: list[ConflictOut]


class SaleCancelled(BaseModel):
    external_id: str
    cancelled: bool = True


# -- catalogue


class WorkText(BaseModel):
    title: str
    technique: str | None = None
    description: str | None = None


class WorkPhoto(BaseModel):
    url: str
    width: int
    height: int


class Edition(BaseModel):
    number: int | None = None
    size: int


class ProductOut(BaseModel):
    """A work."""

    sku: str
    number: int = Field(description="The work's number in links: `p_<number>`")
    kind: Literal["one_of_a_kind", "edition", "ordinary"]
    for_sale: bool
    listed: int = Field(description="How many this channel may offer now")
    price: MoneyOut
    old_price: MoneyOut | None = None
    barcode: str | None = None
    category: int | None = None
    size: str | None = None
    year: int | None = None
    edition: Edition | None = None
    language: str = Field(description="The language it was first described in")
    texts: dict[str, WorkText]
    photos: list[WorkPhoto]


class ProductPage(BaseModel):
    items: list[ProductOut]
    cursor: str
    more: bool


# -- orders


class OrderLineOut(BaseModel):
    sku: str
    title: str
    quantity: int
    price: MoneyOut


class OrderBuyer(BaseModel):
    name: str
    phone: str | None = None


class OrderOut(BaseModel):
    """An order of the bot as it is now."""

    number: str = Field(examples=["V-1042"])
    state: str = Field(examples=["accepted"])
    placed_at: datetime
    changed_at: datetime
    location: str | None = None
    total: MoneyOut
    paid: MoneyOut
    lines: list[OrderLineOut]
    wrapping: MoneyOut | None = Field(default=None, description="Gift wrapping, within the total beside the lines")
    buyer: OrderBuyer | None = Field(default=None, description="Only for a key that may read personal data")


class OrderFeed(BaseModel):
    items: list[OrderOut]
    cursor: str
    more: bool
