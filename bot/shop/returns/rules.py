"""Who may give what back, and how does a request move? Pure decisions."""

from datetime import datetime
from typing import Final

from bot.shop.orders.values import OrderState, OrderView
from bot.shop.returns.values import ReturnState as S
from bot.shop.returns.values import Standing

MOVES: Final[dict[S, frozenset[S]]] = {
    S.ASKED: frozenset({S.ACCEPTED, S.DECLINED}),
    S.ACCEPTED: frozenset({S.DONE}),
    S.DECLINED: frozenset(),
    S.DONE: frozenset(),
}


def may_ask(order: OrderView, standing: Standing, now: datetime) -> bool:
    """Handed over, not longer ago than the shop allows, and not asked before."""
    if order.state is not OrderState.HANDED_OVER or order.ended_at is None or standing.request is not None:
        return False
    return now - order.ended_at <= standing.within and standing.within.total_seconds() > 0
