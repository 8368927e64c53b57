"""Why can a caption, a price, a count or a size not be taken?"""

from typing import ClassVar

from bot.basics.errors import ShopError

_ECHO = 40


def _echo(text: str) -> str:
    """As much of somebody's words as fits into one line."""
    return text if len(text) <= _ECHO else f"{text[: _ECHO - 1]}…"


class _NotUnderstood(ShopError):
    """Repeats what was typed, shortened."""

    def __init__(self, text: str) -> None:
        super().__init__(text=_echo(text))


class NoTitle(ShopError):
    """The caption does not begin with a title."""

    key: ClassVar[str] = "caption-no-title"


class TitleTooLong(ShopError):
    """The title is longer than a card can show."""

    key: ClassVar[str] = "caption-title-too-long"

    def __init__(self, limit: int, length: int) -> None:
        super().__init__(limit=limit, length=length)


class NoPrice(ShopError):
    """No number in the caption stands where a price stands."""

    key: ClassVar[str] = "caption-no-price"


class BadPrice(_NotUnderstood):
    """What stands there is no price."""

    key: ClassVar[str] = "caption-bad-price"


class PriceNotPositive(ShopError):
    """Zero or less."""

    key: ClassVar[str] = "caption-price-not-positive"


class PriceTooLarge(ShopError):
    """Above what the shop can charge; `limit` in whole units."""

    key: ClassVar[str] = "caption-price-too-large"

    def __init__(self, limit: int) -> None:
        super().__init__(limit=limit)


class OtherCurrency(ShopError):
    """The price is in a currency that the shop does not sell in."""

    key: ClassVar[str] = "caption-other-currency"

    def __init__(self, currency: str, shop_currency: str) -> None:
        super().__init__(currency=currency, shop_currency=shop_currency)


class BadQuantity(_NotUnderstood):
    """What stands there is no count."""

    key: ClassVar[str] = "caption-bad-quantity"


class QuantityZero(ShopError):
    """Nothing to sell."""

    key: ClassVar[str] = "caption-quantity-zero"


class QuantityTooLarge(ShopError):
    """More pieces than a shop counts."""

    key: ClassVar[str] = "caption-quantity-too-large"

    def __init__(self, limit: int) -> None:
        super().__init__(limit=limit)


class SeveralQuantities(ShopError):
    """Two different counts in one caption."""

    key: ClassVar[str] = "caption-several-quantities"


class BadEdition(_NotUnderstood):
    """An edition whose numbers make no sense."""

    key: ClassVar[str] = "caption-bad-edition"


class BadSize(_NotUnderstood):
    """What stands there is no size."""

    key: ClassVar[str] = "caption-bad-size"
