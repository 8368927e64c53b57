"""Which buttons does somebody see? Only those that they may press, as the handlers behind them say."""

from collections import defaultdict
from collections.abc import Callable
from functools import partial

from aiogram import Router

from bot.telegram.rights import RIGHTS, Right, Role
from bot.telegram.screen import FRESH
from bot.telegram.seller.asking import Does

Permits = Callable[[str], bool]


class Presses:
    """The right that each button of the shop's staff needs, read off the router tree."""

    def __init__(self, root: Router) -> None:
        self._needed: defaultdict[str, list[tuple[Does, Right]]] = defaultdict(list)
        for router in _all(root):
            for handler in router.callback_query.handlers:
                for each in handler.filters or ():
                    if isinstance(each.callback, Does):
                        self._needed[each.callback.kind.__prefix__].append((each.callback, handler.flags["right"]))

    def needed(self, data: str) -> Right:
        """What pressing it takes; buttons of buyers are everybody's."""
        data = data.removeprefix(FRESH)
        for does, right in self._needed.get(data.partition(":")[0], ()):
            if does.fits(data) is not None:
                return right
        return Right.BUY

    def of(self, role: Role) -> Permits | None:
        """What somebody of that role may press; None: everything they meet."""
        if role in (Role.OWNER, Role.BUYER):
            return None
        return partial(self._may, role)

    def _may(self, role: Role, data: str) -> bool:
        return self.needed(data) in RIGHTS[role]


def _all(router: Router) -> list[Router]:
    return [router, *(each for sub in router.sub_routers for each in _all(sub))]
