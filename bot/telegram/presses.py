"""Which buttons does somebody see? Only those that they may press, as the handlers behind them say."""

from collections import defaultdict
from collections.abc import Callable, Iterator
from contextlib import contextmanager
from functools import cache, partial

from bot.telegram.rights import RIGHTS, Right, Role
from bot.telegram.screen import FRESH, PERMITTED
from bot.telegram.seller.asking import Does
from bot.telegram.seller.routers import routers


@cache
def _needed() -> dict[str, list[tuple[Does, Right]]]:
    """Prefix of a button → the handlers of the shop's staff behind it, in their order, and the right of each."""
    needed: defaultdict[str, list[tuple[Does, Right]]] = defaultdict(list)
    for router in routers():
        for handler in router.callback_query.handlers:
            for each in handler.filters or ():
                if isinstance(each.callback, Does):
                    needed[each.callback.kind.__prefix__].append((each.callback, handler.flags["right"]))
    return dict(needed)


def right_of(data: str) -> Right:
    """What pressing a button takes; buttons of buyers are everybody's."""
    data = data.removeprefix(FRESH)
    for does, right in _needed().get(data.partition(":")[0], ()):
        if does.fits(data) is not None:
            return right
    return Right.BUY


def permitted(role: Role) -> Callable[[str], bool] | None:
    """What somebody of that role may press; None: everything they meet."""
    return None if role in (Role.OWNER, Role.BUYER) else partial(_may, role)


@contextmanager
def shown_to(role: Role) -> Iterator[None]:
    """Screens sent meanwhile hold only the buttons of that role."""
    before = PERMITTED.set(permitted(role))
    try:
        yield
    finally:
        PERMITTED.reset(before)


def _may(role: Role, data: str) -> bool:
    return right_of(data) in RIGHTS[role]
