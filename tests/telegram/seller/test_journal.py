"""Is every change written down with its transaction, shown a page at a time, and the last one taken back once?"""

from datetime import timedelta
from typing import Any

import pytest
from sqlalchemy import text
from sqlalchemy.exc import DBAPIError

from bot.basics.clock import MovableClock
from bot.basics.ids import ProductId
from bot.shop.customers.values import StaffRole
from bot.shop.pickup.errors import LastPlace
from bot.shop.pickup.values import NewPlace
from bot.shop.undo.errors import ChangedSince
from bot.shop.undo.values import Undoable
from bot.telegram.seller.callbacks import PlaceAct
from bot.telegram.seller.journal import ABOUT
from tests.support.seller_chat import OTHER, SellerChat, labels, said
from tests.support.shops import a_work


async def written(chat: SellerChat, about: str | None = None) -> list[tuple[str, str, str]]:
    """The newest first: (what, before, after)."""
    return [(each.what, each.before, each.after) for each in await chat.shop.journal.page(50, about=about)]


async def test_each_kind_of_change_says_who_what_and_from_what_to_what(chat: SellerChat) -> None:
    order = await chat.an_order(ready=False)
    product, sku = order.lines[0].product, order.lines[0].sku
    await chat.forges_work(f"wa:{product}:price")
    await chat.says("9000")
    await chat.forges_work(f"wa:{product}:title")
    await chat.says("Рассвет")
    await chat.says(f"/stock {sku} 5")
    await chat.forges_work(f"wa:{product}:off")
    await chat.says("2 разбились")
    await chat.forges_work(f"wa:{product}:hide")
    seller = await chat.seller_id()
    await chat.shop.fulfilment.ready(order.id, seller)
    await chat.shop.fulfilment.hand_over(order.id, seller, "cash")
    await chat.shop.policies.change("hold", 600.0, seller)
    found = await written(chat)
    assert found[:9] == [
        ("setting", "", "600.0"),
        ("order", "ready", "handed_over"),
        ("money", "", "1200000 RUB"),
        ("order", "accepted", "ready"),
        ("state", "listed", "hidden"),
        ("write_off", "2@1", "разбились"),
        ("stock", "1", "5"),
        ("title", "Закат над Невой", "Рассвет"),
        ("price", "1200000 RUB", "900000 RUB"),
    ]
    entries = await chat.shop.journal.page(50)
    assert {each.actor for each in entries} == {"Анна"}
    assert not any("Мария" in str(each) for each in entries), "nothing of buyers"
    for attack in ("UPDATE journal_entry SET after = 'x'", "DELETE FROM journal_entry"):
        with pytest.raises(DBAPIError):
            async with chat.shop.journal.database.transaction() as session:
                await session.execute(text(attack))
    assert await chat.shop.journal.page(50) == entries


async def test_what_buyers_do_and_what_changes_nothing_is_not_written(chat: SellerChat) -> None:
    order = await chat.an_order()
    before = await written(chat)
    await chat.shop.fulfilment.cancel(order.id, order.customer)
    await chat.forges_work(f"wa:{order.lines[0].product}:price")
    await chat.says("12000")
    assert await written(chat) == before


async def test_a_change_that_fails_leaves_no_line(chat: SellerChat) -> None:
    seller = await chat.seller_id()
    (only,) = await chat.shop.pickup.places()
    with pytest.raises(LastPlace):
        await chat.shop.pickup.close(only.id)
    assert await written(chat, "place") == []
    await chat.shop.policies.change("hold", 600.0, seller)
    await chat.shop.policies.change("hold", 600.0, seller)
    assert await written(chat, "setting") == [("setting", "", "600.0")]


async def test_the_journal_is_read_a_page_at_a_time_and_by_person_and_kind(chat: SellerChat) -> None:
    seller = await chat.seller_id()
    for seconds in range(600, 620):
        await chat.shop.policies.change("hold", float(seconds), seller)
    await a_work(chat.shop, seller)
    await chat.says("/desk")
    await chat.presses("⚙️ Настройки")
    first = await chat.presses("📓 Журнал")
    assert said(first).startswith("📓")
    assert said(first).count("→") == 8
    assert "Анна" in said(first)
    seen = [said(first)]
    while "▶️ Раньше" in labels(chat.last):
        seen.append(said(await chat.presses("▶️ Раньше")))
    assert len(seen) == 3
    assert len(set(seen)) == 3
    await chat.presses("🔎")
    works = await chat.presses("🖼")
    assert "выставлено" in said(works)
    assert "бронь" not in said(works)
    await chat.presses("🔎")
    mine = await chat.presses("👤")
    assert said(mine).count("→") == 8
    nobody = await chat.forges(f"jo:0:999999:{ABOUT.index('channel') + 1}")
    assert "ничего" in said(nobody)


@pytest.mark.parametrize("what", ["price", "state", "write_off", "dropped", "place_closed"])
async def test_the_last_thing_is_taken_back_by_one_tap_and_only_once(chat: SellerChat, what: str) -> None:
    seller = await chat.seller_id()
    product, variant, _ = await a_work(chat.shop, seller, pieces=5)
    place = await chat.shop.pickup.add(NewPlace(title="Ярмарка", kind="fair", address="Площадь", hours=""))

    async def stands() -> tuple[Any, ...]:
        card = await chat.shop.catalogue.card(product, "ru")
        pieces = (await chat.shop.stock.availability([variant]))[variant].on_hand
        return card.price, card.visibility, pieces, (await chat.shop.pickup.get(place)).is_pickup

    if what == "dropped":
        async with chat.shop.journal.database.transaction() as session:
            await session.execute(text("UPDATE product SET state = 'draft'"))
    before = await stands()
    match what:
        case "price":
            await chat.forges_work(f"wa:{product}:price")
            await chat.says("9000")
        case "state":
            await chat.forges_work(f"wa:{product}:hide")
        case "write_off":
            await chat.forges_work(f"wa:{product}:off")
            await chat.says("2 разбились")
        case "dropped":
            await chat.forges_work(f"d:{product}:drop")
        case _:
            await chat.forges_work(PlaceAct(location=place, act="close", sure=True).pack())
    assert await stands() != before
    undo = next(label for label in labels(chat.last) if label.startswith("↩️ Вернуть"))
    await chat.presses(undo)
    assert await stands() == before
    assert (await written(chat))[0][0] == "undone"
    again = await chat.forges(f"un:{what}:{place if what == 'place_closed' else product}")
    assert said(again).startswith("🙅")
    assert await stands() == before
    assert await chat.shop.stock.differences() == []


async def test_undoing_ends_after_a_quarter_of_an_hour_and_when_something_has_changed_since(
    chat: SellerChat, clock: MovableClock
) -> None:
    seller = await chat.seller_id()
    product, _, _ = await a_work(chat.shop, seller)
    await chat.forges_work(f"wa:{product}:price")
    await chat.says("9000")
    clock.move(timedelta(minutes=15, seconds=1))
    late = await chat.presses(next(label for label in labels(chat.last) if label.startswith("↩️")))
    assert "15" in said(late)
    await chat.forges_work(f"wa:{product}:price")
    await chat.says("8000")
    stale = chat.last
    await chat.shop.listing.change(product, price_minor=700_000)
    refused = await chat.presses(next(label for label in labels(stale) if label.startswith("↩️")), stale)
    assert said(refused).startswith("🙅")
    assert (await chat.shop.catalogue.card(product, "ru")).price.minor == 700_000


async def test_nobody_takes_back_what_somebody_else_did(chat: SellerChat) -> None:
    seller = await chat.seller_id()
    product, _, _ = await a_work(chat.shop, seller)
    await chat.forges_work(f"wa:{product}:price")
    await chat.says("9000")
    other = await chat.shop.customers.recognise(OTHER, "Мария", None, "ru")
    await chat.shop.staff.join(await chat.shop.staff.invite(StaffRole.MANAGER, seller), other.id)
    with pytest.raises(ChangedSince):
        await chat.shop.undo.undo(Undoable.PRICE, ProductId(product), other.id)
    assert (await chat.shop.catalogue.card(product, "ru")).price.minor == 900_000
