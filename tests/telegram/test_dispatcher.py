"""Does the tree of routers keep the house rules: rights declared, nothing in threads, no unknown argument?"""

import inspect
from collections.abc import Iterator
from enum import Enum
from typing import Any
from zoneinfo import ZoneInfo

import pytest
from aiogram import Router
from aiogram.dispatcher.event.handler import HandlerObject
from aiogram.filters.callback_data import CallbackData
from annotated_types import Le
from pydantic.fields import FieldInfo

from bot.basics.clock import MovableClock
from bot.basics.nursery import Nursery
from bot.shop.shop import Shop
from bot.storage.database import Database
from bot.telegram.buyer import callbacks as buyer_callbacks
from bot.telegram.buyer import delivery_buttons, wish_buttons
from bot.telegram.dispatcher import House, build_dispatcher
from bot.telegram.rights import RIGHTS, Right, Role, needs
from bot.telegram.seller import callbacks as seller_callbacks
from bot.telegram.seller import delivery_buttons as seller_delivery
from bot.telegram.seller import wished
from bot.telegram.texts import load_texts

OURS = {
    "shop",
    "person",
    "texts",
    "role",
    "toast",
    "all_texts",
    "owners",
    "zone",
    "clock",
    "showcase_chat",
    "address",
    "shop_language",
    "apologise",
}
AIOGRAMS_AND_FILTERS = {
    "bot", "state", "raw_state", "callback_data", "command", "event_from_user", "event_chat", "dispatcher", "said",
    "event_update", "event_router", "handler", "fsm_storage", "bots",
    "preview", "draft", "behind", "first",
}  # fmt: skip


@pytest.fixture
def tree(shop: Shop, database: Database, clock: MovableClock) -> Router:
    house = House(shop, database, load_texts(), "ru", frozenset({1}), ZoneInfo("Europe/Moscow"), clock, -100)
    return build_dispatcher(house, Nursery())


def handlers(tree: Router) -> Iterator[tuple[Router, str, HandlerObject]]:
    for router in tree.chain_tail:
        for name, observer in router.observers.items():
            if name in ("update", "error"):
                continue
            for handler in observer.handlers:
                yield router, name, handler


def offences(tree: Router) -> list[str]:
    """Handlers and filters that aiogram would run in a thread."""
    found = []
    for router, name, handler in handlers(tree):
        if not handler.awaitable:
            found.append(f"{router.name}.{name}: {handler.callback.__name__}")
        found += [
            f"{router.name}.{name}: filter {each.callback!r}" for each in handler.filters or () if not each.awaitable
        ]
    for router in tree.chain_tail:
        for name, observer in router.observers.items():
            found += [
                f"{router.name}.{name}: {each.callback!r}"
                for each in observer._handler.filters or ()
                if not each.awaitable
            ]
    return found


def test_no_handler_and_no_filter_runs_in_a_thread(tree: Router) -> None:
    assert offences(tree) == []


def test_a_synchronous_handler_is_found() -> None:
    router = Router(name="slow")
    router.message.register(lambda _message: None)
    assert offences(router) == [f"slow.message: {'<lambda>'}"]


def test_every_handler_declares_a_right(tree: Router) -> None:
    bare = [
        f"{router.name}: {handler.callback.__name__}" for router, _, handler in handlers(tree) if not right_of(handler)
    ]
    assert bare == []


def right_of(handler: HandlerObject) -> Right | None:
    right = handler.flags.get("right")
    return right if isinstance(right, Right) else None


def test_what_a_seller_does_is_closed_to_buyers_twice_over(tree: Router) -> None:
    """By the filter of the router, and by the right of the handler."""
    for router, name, handler in handlers(tree):
        if (router.name or "").startswith("seller"):
            assert right_of(handler) not in RIGHTS[Role.BUYER], handler.callback
            filters = [repr(each.callback) for each in router.observers[name]._handler.filters or ()]
            assert any("IsSeller" in each for each in filters), f"{router.name}.{name} lets buyers in"
        else:
            assert right_of(handler) is Right.BUY, handler.callback


def test_the_owner_may_do_everything() -> None:
    assert RIGHTS[Role.OWNER] == frozenset(Right)
    assert needs(Right.MONEY) == {"right": Right.MONEY}


def test_every_argument_of_every_handler_is_known(tree: Router) -> None:
    for router, _, handler in handlers(tree):
        parameters = list(inspect.signature(handler.callback).parameters.values())
        unknown = (
            {each.name for each in parameters[1:] if each.default is inspect.Parameter.empty}
            - OURS
            - AIOGRAMS_AND_FILTERS
        )
        assert not unknown, f"{router.name}: {handler.callback.__name__} asks for {unknown}"


def factories() -> list[type[CallbackData]]:
    return [
        each
        for module in (buyer_callbacks, seller_callbacks, delivery_buttons, seller_delivery, wish_buttons, wished)
        for each in vars(module).values()
        if isinstance(each, type) and issubclass(each, CallbackData) and each.__module__ == module.__name__
    ]


@pytest.mark.parametrize("factory", factories(), ids=lambda each: each.__name__)
def test_packed_data_fits_at_the_largest_ids(factory: type[CallbackData]) -> None:
    largest = {name: _largest(field) for name, field in factory.model_fields.items()}
    assert len(factory.model_construct(None, **largest).pack().encode()) <= 64


def _largest(field: FieldInfo) -> Any:
    known = {int: 2**63 - 1, bool: True, str: "x" * 12}
    most = next((each.le for each in field.metadata if isinstance(each, Le)), None)
    if most is not None:
        return most
    kind = field.annotation
    if kind in known:
        return known[kind]
    return list(kind)[-1] if inspect.isclass(kind) and issubclass(kind, Enum) else field.default


def test_no_two_buttons_share_a_prefix() -> None:
    prefixes = [each.__prefix__ for each in factories()]
    assert len(prefixes) == len(set(prefixes))
