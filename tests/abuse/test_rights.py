"""Who reaches which handler? The tree of routers × roles: complete, written down, and held against forged buttons."""

from collections.abc import Iterator
from typing import Any

import pytest
from aiogram.filters.callback_data import CallbackData

from bot.shop.customers.values import StaffRole
from bot.storage.database import Database
from bot.telegram.buyer.commands import SELLERS
from bot.telegram.middlewares import Allow, NotAllowed
from bot.telegram.presses import _needed
from bot.telegram.presses import right_of as right_of_button
from bot.telegram.rights import RIGHTS, Right, Role, role_of
from bot.telegram.seller.asking import Does
from tests.support.counter import PETER, Counter, all_texts, labels, words
from tests.support.rights_table import PAGE, handlers, right_of, table


async def test_every_handler_lets_in_each_role_exactly_as_its_right_says() -> None:
    seen: list[Any] = []

    async def reached(_event: Any, data: dict[str, Any]) -> None:
        seen.append(data)

    tried = 0
    for router, _kind, handler in handlers():
        assert right_of(handler), f"{router}: {handler.callback.__name__} declares no right"
        for role in Role:
            data = {"handler": handler, "role": role, "texts": all_texts()["ru"]}
            seen.clear()
            if right_of(handler) in RIGHTS[role]:
                await Allow()(reached, None, data)  # type: ignore[arg-type]
                assert seen, (handler.callback.__name__, role)
            else:
                with pytest.raises(NotAllowed):
                    await Allow()(reached, None, data)  # type: ignore[arg-type]
                assert not seen
            tried += 1
    assert tried > 1200


def test_a_handler_that_declares_nothing_is_open_to_nobody() -> None:
    assert not any(None in RIGHTS[role] for role in Role)


def test_the_table_in_the_docs_is_the_one_of_the_routers() -> None:
    said = "docs/rights.md is old: uv run python -m tests.support.rights_table"
    assert PAGE.read_text(encoding="utf-8") == table(), said


def test_roles_hold_what_they_are_meant_to() -> None:
    assert RIGHTS[Role.OWNER] == frozenset(Right)
    assert frozenset(Right) - RIGHTS[Role.MANAGER] == {Right.STAFF, Right.BUSINESS}
    assert RIGHTS[Role.BUYER] == {Right.BUY}
    for role in (Role.PACKER, Role.CASHIER, Role.VIEWER):
        assert not RIGHTS[role] & {Right.MONEY, Right.EXPORT, Right.SETTINGS, Right.CATALOGUE, Right.STOCK}
    changes_nothing = RIGHTS[Role.VIEWER] - {Right.BUY}
    assert changes_nothing == {Right.VIEW, Right.FIGURES}
    assert [role_of(7, said, frozenset({1})) for said in (*StaffRole, None)] == [*list(Role)[2:], Role.BUYER]
    assert {role_of(1, said, frozenset({1})) for said in (*StaffRole, None)} == {Role.OWNER}


def test_each_command_in_a_menu_needs_what_its_handler_does() -> None:
    from aiogram.filters import Command

    asked = {
        str(name): right_of(handler)
        for _, _, handler in handlers()
        for each in handler.filters or ()
        if isinstance(each.callback, Command)
        for name in each.callback.commands
    }
    assert {name: asked[name] for name in SELLERS} == SELLERS


REFUSED = all_texts()["en"].plain("not-your-right").replace("\u00a0", " ")


def every_button() -> Iterator[tuple[str, Right]]:
    """One button for each act of each kind that a seller's handler takes: (data, what it needs)."""
    for ways in _needed().values():
        for does, _ in ways:
            for data in _pressed(does):
                yield data, right_of_button(data)


def _pressed(does: Does) -> Iterator[str]:
    kind: type[CallbackData] = does.kind
    chosen = {"act": does.acts, "part": [getattr(does, "part", None)], "name": getattr(does, "names", ())}
    name = next((each for each in chosen if each in kind.model_fields and list(chosen[each]) not in ([], [None])), None)
    for act in chosen[name] if name else [None]:
        values: dict[str, Any] = {}
        for field, info in kind.model_fields.items():
            if field == name:
                values[field] = str(act)
            elif info.annotation is int:
                values[field] = 1
            elif info.annotation is bool:
                values[field] = False
            elif info.annotation is str:
                values[field] = info.default if isinstance(info.default, str) else "x"
            else:
                known = getattr(info.annotation, "__members__", None)
                values[field] = next(iter(known.values())) if known else info.default
        data = kind.model_construct(None, **values).pack()
        if does.fits(data) is not None:
            yield data


@pytest.mark.parametrize("role", StaffRole)
async def test_a_button_beyond_the_role_is_refused_in_words_and_changes_nothing(at: Counter, role: StaffRole) -> None:
    await at.work()
    await at.starts(PETER, f"j_{await at.shop.staff.invite(role, at.seller)}")
    before = await everything(at.database)
    refused = 0
    held = RIGHTS[Role(role.value)]
    for data, needed in every_button():
        if needed in held:
            continue
        shown = await at.forge(PETER, data)
        assert words(shown) == REFUSED, (data, words(shown))
        assert any(label.startswith("🧰") for label in labels(shown)), data
        refused += 1
    for command, right in SELLERS.items():
        if right not in held:
            assert words(await at.says(PETER, f"/{command}")) == REFUSED
            refused += 1
    assert refused > (12 if role is StaffRole.MANAGER else 90)
    assert await everything(at.database) == before


async def everything(database: Database) -> dict[str, int]:
    """How many rows there are of what a seller's button could make."""
    from sqlalchemy import text

    tables = ("product", "stock_movement", "shop_order", "order_event", "policy", "location", "channel")
    async with database.reading() as session:
        return {
            table: int(await session.scalar(text(f"SELECT count(*) FROM {table}")) or 0)  # noqa: S608
            for table in tables
        }
