"""How many taps does a purchase take, the first and the second one, and who decided what is remembered?"""

from dataclasses import replace
from datetime import timedelta

import pytest

from bot.basics.ids import CustomerId, LocationId, OrderId
from bot.shop.orders.values import OrderState
from bot.shop.pickup.values import NewPlace
from tests.support.counter import EWA, LANGUAGES, MARIA, PETER, Counter, Message, buttons, labels, words

GALLERY = NewPlace(title="Галерея", kind="gallery", address="Покровка, 7", hours="", needs_contact=True)
BUYERS = pytest.mark.parametrize("buyer", [MARIA, PETER, EWA], ids=lambda each: LANGUAGES[each])
AS_USUAL = {
    MARIA: ("⚡ Как в прошлый раз", "Галерея · оплата онлайн"),
    PETER: ("⚡ Buy as last time", "Галерея · paid online"),
    EWA: ("⚡ Jak ostatnio", "Галерея · płatność online"),
}


class Taps:
    """A finger on real keyboards: it presses only what stands there."""

    def __init__(self, at: Counter, buyer: int) -> None:
        self.at, self.buyer, self.count = at, buyer, 0

    async def press(self, label: str) -> Message:
        self.count += 1
        return await self.at.press(self.buyer, label, self.at.with_button(self.buyer, label))


def link(message: Message) -> str:
    """The address to pay at, as an url button whose label begins with 💳."""
    return next(str(each["url"]) for each in buttons(message) if each["text"].startswith("💳") and "url" in each)


async def gallery(at: Counter) -> LocationId:
    return await at.shop.pickup.add(GALLERY)


async def first(at: Counter, buyer: int, *, remember: bool) -> None:
    """A purchase at the gallery, paid online."""
    await at.starts(buyer, f"p_{await at.work('Первая')}")
    await at.press(buyer, "⚡")
    await at.press(buyer, "📍 Галерея")
    at.telegram.user_presses_reply_button(buyer, "📞")
    await at.handle()
    if remember:
        asked = await at.press(buyer, "💾")
        assert "/privacy" in words(asked)
        assert (await usual(at, buyer)) is None, "asking keeps nothing"
        agreed = await at.press(buyer, "💾", asked)
        assert "💾" in words(agreed)
    await at.press(buyer, "💳")
    await at.deliver()
    await at.pays()


async def usual(at: Counter, buyer: int) -> object:
    person = await at.shop.customers.find(buyer)
    assert person is not None
    return person.usual


@BUYERS
async def test_from_a_post_to_the_payment_and_then_two_taps(at: Counter, buyer: int) -> None:
    await gallery(at)
    await first(at, buyer, remember=True)
    label, choice = AS_USUAL[buyer]
    product = await at.work("Вторая")
    card = await at.starts(buyer, f"p_{product}")
    assert labels(card)[0].replace("\u00a0", " ") == label
    assert choice in words(card)
    taps = Taps(at, buyer)
    summary = await taps.press("⚡")
    assert "Галерея" in words(summary)
    assert labels(summary)[0].startswith("💳"), "the way of last time comes first"
    assert {"📍", "📞"} <= {each[0] for each in labels(summary)}, "all of it can be changed"
    await taps.press("💳")
    await at.deliver()
    assert link(at.saw(buyer, "💳")).startswith("http")
    assert taps.count == 2
    await at.pays()
    assert words(at.last(buyer)).startswith("🎉")


@BUYERS
async def test_a_first_purchase_from_a_post_is_four_taps(at: Counter, buyer: int) -> None:
    await at.shop.pickup.add(replace(GALLERY, needs_contact=False))
    product = await at.work()
    taps = Taps(at, buyer)
    taps.count += 1  # the post's button; Telegram's own START is none
    await at.starts(buyer, f"p_{product}-s_post")
    await taps.press("⚡")
    await taps.press("📍")
    await taps.press("💳")
    await at.deliver()
    assert link(at.saw(buyer, "💳"))
    assert taps.count == 4


async def test_nothing_is_remembered_that_was_not_agreed_to(at: Counter) -> None:
    await gallery(at)
    await first(at, MARIA, remember=False)
    assert await usual(at, MARIA) is None
    card = await at.starts(MARIA, f"p_{await at.work('Вторая')}")
    assert labels(card)[0] == "⚡ Купить сейчас"
    assert any(each.startswith("📍") for each in labels(await at.press(MARIA, "⚡"))), "asked as the first time"


async def test_a_closed_place_is_asked_again_and_the_rest_is_kept(at: Counter) -> None:
    place = await gallery(at)
    await first(at, MARIA, remember=True)
    await at.shop.pickup.add(replace(GALLERY, title="Ярмарка"))
    await at.shop.pickup.close(place)
    await at.later(timedelta(minutes=1))
    product = await at.work("Вторая")
    at.clock.move(timedelta(minutes=5))
    summary = await at.press(MARIA, "⚡", await at.starts(MARIA, f"p_{product}"))
    assert any(each.startswith("📍 Ярмарка") for each in labels(summary))
    ready = await at.press(MARIA, "📍 Ярмарка")
    assert "+7 900" in words(ready), "the number has not to be given again"
    assert labels(ready)[0].startswith("💳")


async def test_a_way_that_is_switched_off_is_not_offered(at: Counter) -> None:
    await gallery(at)
    await first(at, MARIA, remember=True)
    summary = await at.press(MARIA, "⚡", await at.starts(MARIA, f"p_{await at.work('Дешёвая', price_minor=50)}"))
    assert labels(summary)[0].startswith("🤝"), "below the provider's least only at pickup"


@BUYERS
async def test_what_is_remembered_is_shown_and_forgotten(at: Counter, buyer: int) -> None:
    await gallery(at)
    await first(at, buyer, remember=True)
    shown = await at.says(buyer, "/privacy")
    assert "Галерея" in words(shown)
    assert "+7 900" in words(shown)
    forgotten = await at.press(buyer, "🗑")
    assert "Галерея" not in words(forgotten)
    assert await usual(at, buyer) is None
    assert not any(each.startswith("🗑") for each in labels(forgotten))
    card = await at.starts(buyer, f"p_{await at.work('Вторая')}")
    assert labels(card)[0].replace("\u00a0", " ") != AS_USUAL[buyer][0]


async def test_saying_no_at_the_checkout_forgets_too(at: Counter) -> None:
    await gallery(at)
    await first(at, MARIA, remember=True)
    await at.press(MARIA, "⚡", await at.starts(MARIA, f"p_{await at.work('Вторая')}"))
    await at.press(MARIA, "💾 Не запоминать")
    assert await usual(at, MARIA) is None
    await at.press(MARIA, "🤝")
    assert await usual(at, MARIA) is None


async def test_another_number_is_given_before_paying(at: Counter) -> None:
    await gallery(at)
    await first(at, MARIA, remember=True)
    await at.press(MARIA, "⚡", await at.starts(MARIA, f"p_{await at.work('Вторая')}"))
    await at.press(MARIA, "📞")
    changed = await at.says(MARIA, "+7 912 345-67-89")
    assert "+7 912 345-67-89" in words(changed)


async def test_strangers_decide_nothing(at: Counter) -> None:
    await at.starts(MARIA, f"p_{await at.work()}")
    await at.press(MARIA, "⚡")
    await at.starts(PETER)
    for data in ("xr:1", "xv:1:1", "xv:1:0", "xp:1"):
        assert words(await at.forge(PETER, data)).startswith("🙅")
    order = await at.shop.orders.get(OrderId(1))
    assert (order.state, order.remember, order.customer == CustomerId(1)) == (OrderState.DRAFT, False, False)
