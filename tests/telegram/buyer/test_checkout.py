"""Are place, time and phone asked only where they are needed, and do old and forged buttons do no harm?"""

import random
import re
from dataclasses import replace
from datetime import UTC, datetime, time, timedelta
from zoneinfo import ZoneInfo

import pytest

from bot.shop.checkout.errors import BadPhone
from bot.shop.orders.values import OrderState
from bot.shop.pickup.values import NewPlace, SlotPlan
from bot.telegram.buyer import contacts
from tests.support.counter import EWA, LANGUAGES, MARIA, OWNER, PETER, Counter, labels, words

GALLERY = NewPlace(title="Галерея на Покровке", kind="gallery", address="Покровка, 7", hours="ежедневно 11–21")
FAIR = NewPlace(
    title="Ярмарка «Зима»",
    kind="fair",
    address="Манеж",
    hours="10–20",
    active_from=datetime(2026, 11, 27, 21, tzinfo=UTC),
    active_to=datetime(2026, 11, 29, 21, tzinfo=UTC),
)
SLOTS = SlotPlan((1, 2, 3, 4, 5, 6, 7), time(16), time(20), 30, 1)


async def begin(at: Counter, buyer: int = MARIA) -> None:
    product = await at.work()
    await at.starts(buyer, f"p_{product}")
    await at.press(buyer, "⚡")


def orders_of(at: Counter) -> str:
    return words(at.last(MARIA))


@pytest.mark.parametrize("buyer", [MARIA, PETER, EWA], ids=lambda each: LANGUAGES[each])
async def test_four_taps_lead_from_a_post_to_the_payment(at: Counter, buyer: int) -> None:
    await at.shop.pickup.add(GALLERY)
    await at.shop.pickup.add(FAIR)
    await begin(at, buyer)
    asked = at.last(buyer)
    assert [label for label in labels(asked) if label.startswith("📍")] == [
        "📍 Мастерская", "📍 Галерея на Покровке", "📍 Ярмарка «Зима»",
    ]  # fmt: skip
    assert "Покровка, 7\nежедневно 11–21" in words(asked)
    assert "28" in words(asked)
    assert "29" in words(asked)
    ways = await at.press(buyer, "📍 Галерея")
    assert words(ways).startswith("⏳")
    assert "Галерея на Покровке" in words(ways)
    assert [label[0] for label in labels(ways)] == ["💳", "🤝", "✍", "📍", "🗺", "💾", "🔄", "❌"]
    assert words(await at.press(buyer, "💳")).startswith("💳")


async def test_the_place_can_be_changed_until_it_is_confirmed(at: Counter) -> None:
    await at.shop.pickup.add(GALLERY)
    await begin(at)
    await at.press(MARIA, "📍 Мастерская")
    await at.press(MARIA, "📍 Другое")
    ways = await at.press(MARIA, "📍 Галерея")
    assert "Покровка, 7" in words(ways)


@pytest.mark.parametrize("buyer", [MARIA, PETER, EWA], ids=lambda each: LANGUAGES[each])
async def test_times_are_asked_by_day_where_the_place_has_times(at: Counter, buyer: int) -> None:
    studio = (await at.shop.pickup.places())[0]
    await at.shop.pickup.change(studio.id, replace(GALLERY, slots=SLOTS))
    await begin(at, buyer)
    today = at.last(buyer)
    times = [label for label in labels(today) if label.startswith("🕒")]
    assert times == ["🕒 16:00", "🕒 16:30", "🕒 17:00", "🕒 17:30", "🕒 18:00", "🕒 18:30", "🕒 19:00", "🕒 19:30"]
    assert max(len(row) for row in today["reply_markup"]["inline_keyboard"]) <= 8
    await at.press(buyer, "▶️")
    await at.press(buyer, "▶️")
    await at.press(buyer, "◀️")
    ways = await at.press(buyer, "🕒 18:30")
    assert "18:30" in words(ways)
    assert "22" in words(ways) or "завтра" in words(ways) or "tomorrow" in words(ways) or "jutro" in words(ways)
    assert any(label.startswith("💳") for label in labels(ways))
    other = await at.press(buyer, "🕒")
    assert [label for label in labels(other) if label.startswith("🕒")] == times
    assert "16:00" in words(await at.press(buyer, "🕒 16:00"))


async def test_a_time_that_somebody_else_took_is_no_longer_there(at: Counter) -> None:
    studio = (await at.shop.pickup.places())[0]
    await at.shop.pickup.change(studio.id, replace(GALLERY, slots=SLOTS))
    await begin(at, MARIA)
    await begin(at, PETER)
    await at.press(MARIA, "🕒 16:00")
    after = await at.press(PETER, "🕒 16:00")
    assert at.toast().startswith("🙅")
    assert not any(label == "🕒 16:00" for label in labels(after))
    assert any(label == "🕒 16:30" for label in labels(after))


async def test_a_place_whose_times_are_gone_while_they_are_looked_at_says_so(at: Counter) -> None:
    studio = (await at.shop.pickup.places())[0]
    await at.shop.pickup.add(GALLERY)
    await at.shop.pickup.change(studio.id, studio.as_new(slots=SLOTS))
    await begin(at)
    await at.press(MARIA, "📍 Мастерская")
    await at.shop.pickup.change(studio.id, studio.as_new(slots=replace(SLOTS, weekdays=())))
    full = await at.press(MARIA, "▶️")
    assert "Свободного времени" in words(full)
    assert "📍 Галерея" in " ".join(labels(await at.press(MARIA, "📍 Другое")))


@pytest.fixture
async def asking(at: Counter) -> Counter:
    """The shop's only place wants to know a phone."""
    studio = (await at.shop.pickup.places())[0]
    await at.shop.pickup.change(studio.id, replace(GALLERY, needs_contact=True))
    return at


@pytest.mark.parametrize("buyer", [MARIA, PETER, EWA], ids=lambda each: LANGUAGES[each])
async def test_a_phone_is_given_with_telegrams_own_button(asking: Counter, buyer: int) -> None:
    await begin(asking, buyer)
    assert asking.telegram.reply_keyboards[str(buyer)]["keyboard"][0][0]["request_contact"]
    asking.telegram.user_presses_reply_button(buyer, "📞")
    await asking.handle()
    ways = asking.last(buyer)
    assert f"7900{buyer:07d}" in re.sub(r"\D", "", words(ways))
    assert any(label.startswith("💳") for label in labels(ways))
    assert str(buyer) not in asking.telegram.reply_keyboards
    assert words(await asking.press(buyer, "🤝")).startswith("🎉")


async def test_a_phone_may_be_typed_as_people_type_it(asking: Counter) -> None:
    await begin(asking)
    for nonsense in ("позвоните мне", "12", "+7 000", "9" * 300, "💳"):
        assert words(await asking.says(MARIA, nonsense)).startswith("🙅")
    ways = await asking.says(MARIA, "8 (912) 345-67-89")
    assert "+7 912 345-67-89" in words(ways)
    assert words(await asking.press(MARIA, "🤝")).startswith("🎉")


NOT_OWN = {MARIA: "🙅 Это чужой контакт", PETER: "🙅 This is somebody else", EWA: "🙅 To kontakt innej osoby"}


@pytest.mark.parametrize("buyer", [MARIA, PETER, EWA], ids=lambda each: LANGUAGES[each])
async def test_somebody_elses_contact_is_not_taken_and_the_question_stays(asking: Counter, buyer: int) -> None:
    await begin(asking, buyer)
    asking.telegram.user_sends_contact(buyer, of=OWNER)
    await asking.handle()
    assert words(asking.last(buyer)).startswith(NOT_OWN[buyer])
    refused = words(await asking.says(buyer, "12345"))
    assert "+7 912 345-67-89" in refused, "an example of the shop's own country"
    asking.telegram.user_presses_reply_button(buyer, "📞")
    await asking.handle()
    assert words(asking.last(buyer)).startswith("⏳")


@pytest.mark.parametrize(
    ("zone", "home", "typed", "kept"),
    [
        ("Europe/Moscow", "RU", "8 912 345-67-89", "+79123456789"),
        ("Europe/Warsaw", "PL", "601 234 567", "+48601234567"),
        ("Asia/Tbilisi", "GE", "+7 912 345 67 89", "+79123456789"),
        ("UTC", None, "+48 601 234 567", "+48601234567"),
    ],
)
def test_a_number_without_a_country_is_of_the_shops_own(zone: str, home: str | None, typed: str, kept: str) -> None:
    assert contacts.region(ZoneInfo(zone)) == home
    assert contacts.read_phone(typed, home) == kept


def test_without_a_country_a_number_needs_its_own() -> None:
    with pytest.raises(BadPhone):
        contacts.read_phone("601 234 567", None)


async def test_a_foreign_number_keeps_its_country(asking: Counter) -> None:
    await begin(asking, EWA)
    assert "+48 601 234 567" in words(await asking.says(EWA, "+48 601 234 567"))


@pytest.mark.parametrize("way_out", ["button", "command"])
async def test_another_button_or_a_command_leaves_the_question(asking: Counter, way_out: str) -> None:
    await begin(asking)
    prompt = asking.last(MARIA)["message_id"]
    if way_out == "button":
        await asking.press(MARIA, "❌")
    else:
        await asking.says(MARIA, "/cart")
    assert all(each["message_id"] != prompt for each in asking.telegram.chat(MARIA)), "the question goes with it"
    said = await asking.says(MARIA, "+7 912 345-67-89")
    assert words(said).startswith("🙅"), "a number outside a question is just words"


async def test_somebody_elses_checkout_cannot_be_touched(at: Counter) -> None:
    await begin(at, MARIA)
    order = 1
    place = (await at.shop.pickup.places())[0].id
    await at.starts(PETER)
    for data in (f"kg:{order}", f"kp:{order}:{place}", f"ko:{order}", f"ks:{order}:1790000000", f"kt:{order}:0",
                 f"ky:{order}:online", f"ky:{order}:at_pickup", f"kx:{order}", f"kc:{order}", f"oo:{order}",
                 f"oq:{order}", f"ox:{order}:1", f"oa:{order}"):  # fmt: skip
        refused = await at.forge(PETER, data)
        assert words(refused).startswith("🙅"), data
        assert "Закат" not in words(refused)
    mine = await at.shop.orders.get(order)  # type: ignore[arg-type]
    assert mine.state is OrderState.DRAFT


async def test_old_buttons_show_how_the_order_stands_now(at: Counter) -> None:
    await at.shop.pickup.add(GALLERY)
    await begin(at)
    place = (await at.shop.pickup.places())[1].id
    await at.press(MARIA, "📍 Мастерская")
    await at.press(MARIA, "🤝")
    for data in (f"kp:1:{place}", "ko:1", "ks:1:1790000000", "kt:1:3", "ky:1:online", "kx:1", "kc:1", "kg:1"):
        fresh = await at.forge(MARIA, data)
        assert "V-1001" in words(fresh), data
        assert "Покровка" not in words(fresh)
    assert (await at.shop.orders.get(1)).state is OrderState.ACCEPTED  # type: ignore[arg-type]


async def test_a_double_tap_makes_one_order_and_one_payment(at: Counter) -> None:
    product = await at.work()
    card = await at.starts(MARIA, f"p_{product}")
    for label in ("⚡", "⚡"):
        at.telegram.user_presses(MARIA, MARIA, card["message_id"], label=label)
    await at.handle()
    ways = at.last(MARIA)
    for label in ("💳", "💳", "🤝"):
        at.telegram.user_presses(MARIA, MARIA, ways["message_id"], label=label)
    await at.handle()
    await at.deliver()
    assert len(at.yookassa.payments()) == 1
    assert words(at.last(MARIA)).startswith("💳")
    assert any("url" in button for row in at.last(MARIA)["reply_markup"]["inline_keyboard"] for button in row)


async def test_without_a_provider_only_the_pickup_is_offered(at: Counter) -> None:
    await at.shop.policies.change("terms_url", "", at.seller)
    product = await at.work(price_minor=50)
    await at.starts(MARIA, f"p_{product}")
    ways = await at.press(MARIA, "⚡")
    assert not any(label.startswith("💳") for label in labels(ways))
    refused = await at.forge(MARIA, "ky:1:online")
    assert at.toast().startswith("🙅")
    assert any(label.startswith("🤝") for label in labels(refused))


async def test_a_hold_that_is_over_can_be_begun_again(at: Counter) -> None:
    await at.shop.pickup.add(GALLERY)
    await begin(at)
    old = at.last(MARIA)
    await at.later(timedelta(minutes=20))
    over = await at.press(MARIA, "📍 Мастерская", old)
    assert words(over).startswith("⌛")
    assert words(await at.press(MARIA, "🔁")).startswith("⏳")


async def test_random_buttons_break_nothing(at: Counter) -> None:
    await at.shop.pickup.add(GALLERY)
    await begin(at)
    dice = random.Random(7)
    prefixes = "h s sh p b c ca cm cl cr cc kg kp ko ks kt ky kx kc o oo oq ox oa l i D d w wa B so".split()  # noqa: SIM905
    numbers = [
        "0",
        "1",
        "2",
        "-1",
        "9223372036854775807",
        "9223372036854775808",
        "x",
        "",
        "1e9",
        "٣",
        "online",
        "at_pickup",
    ]
    for _ in range(250):
        parts = [dice.choice(prefixes)] + [dice.choice(numbers) for _ in range(dice.randrange(4))]
        at.telegram.user_presses(MARIA, MARIA, at.last(MARIA)["message_id"], ":".join(parts)[:64], forged=True)
        await at.handle()
    for message in at.telegram.chat(MARIA):
        assert not words(message).startswith("⚠️")
    assert await at.shop.stock.differences() == []
