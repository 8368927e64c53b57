"""How may an order move, and what is it called?"""

import re
from typing import Final

from bot.basics.ids import OrderId
from bot.shop.orders.values import OrderState as S

MOVES: Final[dict[S, frozenset[S]]] = {
    S.DRAFT: frozenset({S.AWAITING_PAYMENT, S.ACCEPTED, S.CANCELLED, S.EXPIRED}),
    S.AWAITING_PAYMENT: frozenset({S.ACCEPTED, S.CANCELLED, S.EXPIRED}),
    S.ACCEPTED: frozenset({S.IN_WORK, S.READY, S.HANDED_OVER, S.CANCELLED}),
    S.IN_WORK: frozenset({S.READY, S.HANDED_OVER, S.CANCELLED}),
    # back again: a parcel that was said to have left had not
    S.READY: frozenset({S.IN_WORK, S.HANDED_OVER, S.CANCELLED}),
    S.HANDED_OVER: frozenset(),
    S.CANCELLED: frozenset(),
    # paid after the hold had ended, and the pieces were still there
    S.EXPIRED: frozenset({S.ACCEPTED}),
}
OPEN: Final = frozenset({S.ACCEPTED, S.IN_WORK, S.READY})
"""The seller owes something."""
UNPLACED: Final = frozenset({S.DRAFT, S.AWAITING_PAYMENT})
"""The buyer has not finished."""
ENDED: Final = frozenset({S.HANDED_OVER, S.CANCELLED, S.EXPIRED})
"""Nothing more is expected of anybody."""
_FIRST_NUMBER = 1000


def may_move(start: S, end: S) -> bool:
    return end in MOVES[start]


def sources(end: S) -> frozenset[S]:
    """From which states an order may come to this one."""
    return frozenset(start for start, ends in MOVES.items() if end in ends)


def number(order: OrderId | int) -> str:
    """`V-1042`: short enough to be said on the phone."""
    return f"V-{_FIRST_NUMBER + order}"


def order_of(text: str) -> OrderId | None:
    """The order behind `V-1042`, `v1042` or `1042`; None when it is no number of an order."""
    found = re.fullmatch(r"\s*(?:[vV][-‐‑–]?)?\s*([0-9]{4,12})\s*", text)
    order = int(found[1]) - _FIRST_NUMBER if found else 0
    return OrderId(order) if order > 0 else None
