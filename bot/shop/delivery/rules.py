"""What does a way cost, where may it be chosen, and how does a delivery move? Pure decisions."""

from typing import Final

from bot.shop.delivery.values import DeliveryState as S
from bot.shop.delivery.values import Way

MOVES: Final[dict[S, frozenset[S]]] = {
    S.CHOSEN: frozenset({S.ASKED, S.AGREED}),
    S.ASKED: frozenset({S.QUOTED}),
    S.QUOTED: frozenset({S.QUOTED, S.AGREED}),
    S.AGREED: frozenset({S.SENT}),
    S.SENT: frozenset({S.AGREED, S.SENT, S.RECEIVED}),
    S.RECEIVED: frozenset(),
}
MOST_MINOR: Final = 100_000_000
"""No delivery costs more: a sum beyond it is a slip of the finger."""


def price(way: Way, goods_minor: int) -> int | None:
    """What it costs for works of that sum; None: the seller tells it later."""
    if way.price_minor is None:
        return None
    free = way.free_from_minor is not None and goods_minor >= way.free_from_minor
    return 0 if free else way.price_minor


def offered(way: Way, *, online: bool) -> bool:
    """A parcel is paid for before it leaves, unless the seller lets it be paid for when it arrives."""
    return way.enabled and (online or way.on_receipt)
