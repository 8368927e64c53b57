"""Does a buyer learn of each point what he chooses by, find the near one, and read why another cannot be chosen?"""

from dataclasses import replace
from datetime import UTC, date, datetime, time

import pytest

from bot.basics.hours_typed import read_hours
from bot.shop.orders.values import OrderState
from bot.shop.pickup.values import NewPlace, PlaceText, SlotPlan
from tests.support.counter import EWA, LANGUAGES, MARIA, PETER, Counter, Statements, buttons, labels, words

PRYAZHKA = NewPlace(
    "Мастерская на Пряжке", "studio", "Набережная реки Пряжки, 34", "", how="Метро «Балтийская», во дворе налево",
    opening=read_hours("пн–сб 11–19", date(2026, 11, 21)), lat=59.9263, lon=30.2805,
    texts={"en": PlaceText("The studio", "34 Pryazhka Embankment", "Left in the yard"),
           "pl": PlaceText("Pracownia", "nabrzeże Priażki 34", "W podwórzu w lewo")},
)  # fmt: skip
GALLERY = NewPlace(
    "Северный свет", "gallery", "6-я линия, 17", "ежедневно, звоните", lat=59.9416, lon=30.2808,
    texts={"en": PlaceText("Northern Light", "17 6th Line"), "pl": PlaceText("Zorza", "6. Linia 17")},
)  # fmt: skip
FAIR = NewPlace(
    "Ярмарка", "fair", "Манеж", "", opening=read_hours("вс 11–19", date(2026, 11, 21)),
    active_from=datetime(2026, 11, 21, 21, tzinfo=UTC), active_to=datetime(2026, 11, 22, 21, tzinfo=UTC),
    texts={"en": PlaceText("The Fair", "Manege"), "pl": PlaceText("Targi", "Maneż")},
)  # fmt: skip
BUYERS = pytest.mark.parametrize("buyer", [MARIA, PETER, EWA], ids=lambda each: LANGUAGES[each])


@pytest.fixture
async def at_points(at: Counter) -> Counter:
    """The work hangs in the studio; there is a gallery, and a fair that a work from the studio cannot reach."""
    studio = (await at.shop.pickup.places())[0]
    await at.shop.pickup.change(studio.id, PRYAZHKA)
    await at.shop.pickup.add(GALLERY)
    await at.shop.pickup.add(FAIR)
    return at


async def begin(at: Counter, buyer: int) -> None:
    await at.starts(buyer, f"p_{await at.work()}")
    await at.press(buyer, "⚡")


SEEN = {
    MARIA: ["Мастерская на Пряжке\nНабережная реки Пряжки, 34\nсегодня до 19:00 · работа уже там",
            "Северный свет\n6-я линия, 17\nежедневно, звоните · через 2–3 дня",
            "«Ярмарка»: закроется 22 ноября, работу не успеть привезти", "Самовывоз бесплатный"],
    PETER: ["The studio\n34 Pryazhka Embankment\ntoday until 19:00 · the work is there",
            "Northern Light\n17 6th Line\nежедневно, звоните · in 2–3 days",
            "“The Fair”: closes on 22 November, the work cannot be there in time", "Pickup is free"],
    EWA: ["Pracownia\nnabrzeże Priażki 34\ndziś do 19:00 · praca już tam jest",
          "Zorza\n6. Linia 17\nежедневно, звоните · za 2–3 dni",
          "„Targi”: zamyka się 22 listopada, praca nie zdąży dotrzeć", "Odbiór jest bezpłatny"],
}  # fmt: skip


@BUYERS
async def test_each_point_says_what_one_chooses_by_and_why_another_cannot_be_chosen(
    at_points: Counter, buyer: int
) -> None:
    at = at_points
    await begin(at, buyer)
    shown = at.last(buyer)
    for said in SEEN[buyer]:
        assert said in words(shown)
    assert len([label for label in labels(shown) if label.startswith("📍")]) == 2
    chosen = await at.press(buyer, "📍")
    assert SEEN[buyer][0].split("\n")[1] in words(chosen)
    assert "сегодня" not in words(chosen), "what is kept in a chat says the whole week"
    [on_map] = [button for button in buttons(chosen) if button["text"].startswith("🗺")]
    assert "30.2805" in on_map["url"]


@BUYERS
async def test_the_nearest_point_is_found_by_a_location(at_points: Counter, buyer: int) -> None:
    at = at_points
    await begin(at, buyer)
    await at.press(buyer, "🧭")
    assert at.telegram.reply_keyboards[str(buyer)]["keyboard"][0][0]["request_location"]
    at.telegram.user_sends_location(buyer, 59.9430, 30.2790)
    await at.handle()
    shown = at.last(buyer)
    assert [label[0] for label in labels(shown)] == ["📍", "📍", "🧭", "❌"]
    first, second = (words(shown).index(SEEN[buyer][nth].split("\n")[0]) for nth in (1, 0))
    assert first < second
    assert ("200 м" if buyer == MARIA else "200 m") in words(shown)
    assert ("1,9 км" if buyer == MARIA else "1.9 km" if buyer == PETER else "1,9 km") in words(shown)
    assert ("200 м" if buyer == MARIA else "200 m") in words(at.saw(buyer, "🧭"))
    assert str(buyer) not in at.telegram.reply_keyboards
    assert any(label.startswith("💳") for label in labels(await at.press(buyer, "📍")))


@BUYERS
async def test_a_point_is_found_by_typing_a_street_a_metro_or_its_name(at_points: Counter, buyer: int) -> None:
    at = at_points
    typed = {MARIA: "у Балтийской", PETER: "northern", EWA: "Priażka"}[buyer]
    await begin(at, buyer)
    await at.press(buyer, "🧭")
    shown = await at.says(buyer, typed)
    assert typed in words(at.saw(buyer, "🧭"))
    first = SEEN[buyer][1 if buyer == PETER else 0].split("\n")[0]
    assert labels(shown)[0].startswith(f"📍 {first[:10]}")
    assert str(buyer) not in at.telegram.reply_keyboards


@BUYERS
async def test_what_is_found_nowhere_shows_all_points(at_points: Counter, buyer: int) -> None:
    at = at_points
    await begin(at, buyer)
    await at.press(buyer, "🧭")
    shown = await at.says(buyer, "Владивосток <b>")
    assert "Владивосток <b>" in words(at.saw(buyer, "🧭"))
    assert len([label for label in labels(shown) if label.startswith("📍")]) == 2
    await at.press(buyer, "🧭")
    asked = at.last(buyer)["message_id"]
    await at.says(buyer, "/cart")
    assert all(each["message_id"] != asked for each in at.telegram.chat(buyer)), "the question goes when it is left"


async def test_a_fair_is_chosen_while_it_can_be_reached_and_refused_after(at_points: Counter) -> None:
    at = at_points
    fair = (await at.shop.pickup.places())[2]
    await at.shop.pickup.change(fair.id, replace(FAIR, bring_days=(1, 1)))
    await begin(at, MARIA)
    assert "только завтра" in words(at.last(MARIA)) or "завтра" in words(at.last(MARIA))
    await at.shop.pickup.change(fair.id, FAIR)
    refused = await at.press(MARIA, "📍 Ярмарка")
    assert at.toast().startswith("🙅")
    assert "не успеть" in words(refused)
    order = await at.shop.orders.get(1)  # type: ignore[arg-type]
    assert (order.state, order.location) == (OrderState.DRAFT, None)


async def test_a_point_whose_times_are_all_taken_says_so(at: Counter) -> None:
    plan = SlotPlan((1, 2, 3, 4, 5, 6, 7), time(12), time(13), 60, 1)
    await at.shop.pickup.add(replace(GALLERY, slots=plan))
    for buyer in at.crowd(10, first=20_000):  # of fourteen days, those from the fourth on that have not begun
        await begin(at, buyer)
        await at.press(buyer, "📍 Северный")
        await at.press(buyer, "🕒")
    await begin(at, MARIA)
    assert not any(label.startswith("📍 Северный") for label in labels(at.last(MARIA)))
    assert any(label.startswith("📍 Другое") for label in labels(at.last(MARIA))), "one point is left, and is chosen"
    assert "«Северный свет»: всё время занято" in words(await at.press(MARIA, "📍 Другое"))


async def test_many_points_are_leafed_through(at_points: Counter) -> None:
    at = at_points
    for nth in range(10):
        await at.shop.pickup.add(replace(GALLERY, title=f"Точка {nth}", address="Ж" * 300, hours="Ы" * 300, lat=None))
    await begin(at, MARIA)
    first = at.last(MARIA)
    assert [label for label in labels(first) if label[0] in "◀▶"] == ["▶️ 2"]
    await at.press(MARIA, "▶️")
    last = await at.press(MARIA, "▶️")
    assert [label for label in labels(last) if label[0] in "◀▶"] == ["◀️ 2"]
    seen = {label for message in (first, last) for label in labels(message) if label.startswith("📍")}
    assert len(seen) == 7
    await at.press(MARIA, "🧭")
    found = await at.says(MARIA, "Точка")
    assert labels(found)[0] == "📍 Точка 0"
    assert "📍 Мастерская" in " ".join(labels(await at.press(MARIA, "📍 Все")))


async def test_somebody_elses_points_cannot_be_asked_for(at_points: Counter) -> None:
    at = at_points
    await begin(at, MARIA)
    await at.starts(PETER)
    for data in ("ku:1:0", "kl:1"):
        assert words(await at.forge(PETER, data)).startswith("🙅")
    await at.press(MARIA, "📍")
    await at.press(MARIA, "🤝")
    for data in ("ku:1:3", "kl:1"):
        assert "V-1001" in words(await at.forge(MARIA, data))


async def test_points_cost_few_questions(at_points: Counter) -> None:
    at = at_points
    await begin(at, MARIA)
    with Statements(at.database) as statements:
        await at.press(MARIA, "🧭")
        at.telegram.user_sends_location(MARIA, 59.9, 30.3)
        await at.handle()
    mine = [each for each in statements.seen if "stored_dialog" not in each and "FROM customer" not in each]
    assert len(mine) <= 2 + 5, "\n".join(mine)


async def test_a_shop_with_nothing_but_a_fair_sells_there(at: Counter) -> None:
    (only,) = await at.shop.pickup.places()
    await at.shop.pickup.change(only.id, FAIR)
    await begin(at, MARIA)
    ways = at.last(MARIA)
    assert "Ярмарка" in words(ways)
    assert [label for label in labels(ways) if label.startswith("💳")]
