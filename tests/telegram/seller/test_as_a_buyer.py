"""Is a seller a buyer too, and are his words a buyer's only inside a buyer's question?"""

from dataclasses import replace

import pytest

from bot.basics.ids import ProductId
from bot.shop.catalogue.errors import NoSuchWork
from bot.shop.orders.values import OrderState
from tests.support.pictures import painting
from tests.support.seller_chat import SellerChat, labels, said
from tests.support.shops import STUDIO, a_work


async def asked_for_a_phone(chat: SellerChat) -> None:
    """The seller buys his own work, at a place that wants a phone."""
    place = (await chat.shop.pickup.places())[0]
    await chat.shop.pickup.change(place.id, replace(STUDIO, needs_contact=True))
    await chat.says("/start p_1")
    await chat.presses("⚡")


async def test_a_sellers_photo_inside_a_buyers_question_is_no_draft(chat: SellerChat) -> None:
    await a_work(chat.shop, await chat.seller_id())
    await asked_for_a_phone(chat)
    await chat.sends_photo(painting(), "Закат, 12 000")
    with pytest.raises(NoSuchWork):
        await chat.shop.catalogue.card(ProductId(2), "ru")


async def test_six_digits_inside_a_buyers_question_find_no_order(chat: SellerChat) -> None:
    order = await chat.an_order(ready=True)
    await a_work(chat.shop, await chat.seller_id())
    place = (await chat.shop.pickup.places())[0]
    await chat.shop.pickup.change(place.id, replace(STUDIO, needs_contact=True))
    await chat.says("/start p_2")
    await chat.presses("⚡")
    answer = await chat.says(order.code)
    assert order.number not in said(answer)
    assert (await chat.shop.orders.get(order.id)).state is OrderState.READY


async def test_a_sellers_command_leaves_a_buyers_question(chat: SellerChat) -> None:
    await a_work(chat.shop, await chat.seller_id())
    await asked_for_a_phone(chat)
    await chat.says("/desk")
    preview = await chat.sends_photo(painting(), "Закат, 12 000")
    assert any(label.startswith("📣") for label in labels(preview))


@pytest.mark.parametrize("command", ["/start", "/cart", "/orders", "/help", "/catalog"])
async def test_buyers_commands_are_a_buyers_for_sellers_too(chat: SellerChat, command: str) -> None:
    answer = await chat.says(command)
    assert not said(answer).startswith(("🙅", "🧰"))
