"""Which handlers has a walk through the demo shop met? `vernissage demo` that writes them down.

    python tests/browser/watched.py FILE PORT

The first lines of FILE begin with `?` and name every handler there is; each that was run follows, once.
"""

import sys
from collections.abc import Awaitable, Callable, Iterator
from pathlib import Path
from typing import Any

from aiogram import BaseMiddleware, Dispatcher, Router
from aiogram.types import TelegramObject

from bot import wiring
from bot.__main__ import main
from bot.basics.nursery import Nursery
from bot.telegram.dispatcher import House

KINDS = ("message", "callback_query", "inline_query", "my_chat_member", "pre_checkout_query")


def name(handler: Callable[..., Any]) -> str:
    """`seller.board.on_ready`"""
    return f"{handler.__module__.removeprefix('bot.telegram.')}.{handler.__qualname__}"


def handlers(router: Router) -> Iterator[str]:
    for one in (router, *router.sub_routers):
        if one is not router:
            yield from handlers(one)
            continue
        for kind in KINDS:
            for found in one.observers[kind].handlers:
                yield name(found.callback)


class Met(BaseMiddleware):
    """Writes down the handler that runs."""

    def __init__(self, file: Path) -> None:
        self._file, self._known = file, set[str]()

    async def __call__(
        self,
        handler: Callable[[TelegramObject, dict[str, Any]], Awaitable[Any]],
        event: TelegramObject,
        data: dict[str, Any],
    ) -> Any:
        met = name(data["handler"].callback)
        if met not in self._known:
            self._known.add(met)
            with self._file.open("a", encoding="utf-8") as lines:
                lines.write(f"{met}\n")
        return await handler(event, data)


def watched(file: Path) -> None:
    """Every dispatcher from now on tells what it runs."""
    made = vars(wiring)["build_dispatcher"]

    def noted(house: House, nursery: Nursery) -> Dispatcher:
        dispatcher: Dispatcher = made(house, nursery)
        with file.open("a", encoding="utf-8") as lines:
            lines.writelines(f"?{each}\n" for each in sorted(set(handlers(dispatcher))))
        for kind in KINDS:
            dispatcher.observers[kind].middleware(Met(file))
        return dispatcher

    vars(wiring)["build_dispatcher"] = noted


if __name__ == "__main__":
    watched(Path(sys.argv[1]))
    sys.exit(main(["demo", "--port", sys.argv[2]]))
