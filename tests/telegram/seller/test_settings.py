"""Does the seller set the shop's rules and places in chat, and is nonsense refused in one line?"""

from dataclasses import replace
from datetime import timedelta

import pytest

from bot.basics.clock import MovableClock
from bot.storage.database import Database
from bot.telegram.seller.errors import BadTerm, BringDaysNotUnderstood
from bot.telegram.seller.place_words import read_days
from bot.telegram.seller.term_text import read_term
from tests.support.seller_chat import SellerChat, labels, said, seller_chat
from tests.support.shops import POLICIES


@pytest.mark.parametrize(
    ("name", "typed", "value"),
    [
        ("seller_name", "  Анна   Белова ", "Анна Белова"),
        ("seller_inn", "7700000000", "7700000000"),
        ("seller_inn", "770000000000", "770000000000"),
        ("seller_inn", "нет", ""),
        ("terms_url", "https://example.org/terms?a=1#b", "https://example.org/terms?a=1#b"),
        ("hold", "20", 1200.0),
        ("hold", "20 минут", 1200.0),
        ("hold_max", "60", 3600.0),
        ("pickup_keep", "10", 864_000.0),
        ("waiting_people", "5", 5),
    ],
)
def test_a_rule_is_read(name: str, typed: str, value: str | float) -> None:
    assert read_term(name, typed, POLICIES) == value


@pytest.mark.parametrize(
    ("name", "typed", "key"),
    [
        ("seller_name", "123", "bad-seller-name"),
        ("seller_name", "Ж" * 201, "bad-seller-name"),
        ("seller_inn", "123", "bad-inn"),
        ("seller_inn", "77000000000", "bad-inn"),
        ("seller_inn", "abcdefghij", "bad-inn"),
        ("terms_url", "http://example.org", "bad-url"),
        ("terms_url", "example.org/terms", "bad-url"),
        ("terms_url", "https://", "bad-url"),
        ("terms_url", "https://nowhere", "bad-url"),
        ("terms_url", "https://a b.org", "bad-url"),
        ("terms_url", "https://[::1", "bad-url"),
        ("terms_url", "https://user:pass@example.org", "bad-url"),
        ("terms_url", "javascript:alert(1)", "bad-url"),
        ("terms_url", "https://example.org/" + "a" * 500, "bad-url"),
        ("hold", "0", "bad-minutes"),
        ("hold", "-5", "bad-minutes"),
        ("hold", "abc", "bad-minutes"),
        ("hold", "1000000000", "bad-minutes"),
        ("hold", "46", "hold-above-most"),
        ("hold_max", "14", "most-below-hold"),
        ("pickup_keep", "91", "bad-days"),
        ("pickup_keep", "1.5", "bad-days"),
        ("waiting_people", "0", "bad-people"),
        ("waiting_people", "101", "bad-people"),
    ],
)
def test_a_bad_rule_is_refused(name: str, typed: str, key: str) -> None:
    with pytest.raises(BadTerm) as refused:
        read_term(name, typed, POLICIES)
    assert refused.value.text_key == key


async def test_terms_are_typed_after_pressing(chat: SellerChat) -> None:
    await chat.says("/desk")
    await chat.presses("⚙️")
    await chat.presses("📜")
    await chat.presses("✏️ Продавец")
    assert said(await chat.says("42")).startswith("🙅")
    shown = await chat.says("ИП Белова <b>&")
    assert "ИП Белова <b>&" in said(shown)
    await chat.presses("✏️ Бронь")
    await chat.says("20")
    await chat.presses("✏️ Хранение")
    await chat.says("10")
    await chat.presses("✏️ ИНН")
    await chat.says("-")
    await chat.presses("✏️ Ссылка")
    await chat.says("https://example.org/new")
    now = await chat.shop.policies.now()
    assert now == replace(
        POLICIES,
        seller_name="ИП Белова <b>&",
        hold=timedelta(minutes=20),
        pickup_keep=timedelta(days=10),
        terms_url="https://example.org/new",
    )


async def test_a_forged_rule_changes_nothing(chat: SellerChat) -> None:
    await chat.says("/desk")
    shown = await chat.forges("st:currency")
    assert said(shown).startswith("📜")
    assert (await chat.shop.policies.now()) == POLICIES


async def open_places(chat: SellerChat) -> None:
    await chat.says("/desk")
    await chat.presses("⚙️")
    await chat.presses("📍 Точки")


async def test_a_point_is_added_as_typed_and_echoed(chat: SellerChat) -> None:
    await open_places(chat)
    await chat.presses("🆕")
    assert said(await chat.says("Ламбада")).startswith("🙅")
    assert said(await chat.says("Ламбада; Флакон; 12–22; 24.11.2026–23.11.2026")).startswith("🙅")
    assert len(await chat.shop.pickup.places()) == 1
    typed = "Ламбада <b>&; Флакон; 12–22; ярмарка; 23.11.2026–24.11.2026; слоты вт-вс 12-20 каждые 60 мин по 2"
    shown = await chat.says(typed)
    assert said(shown).startswith(
        "📍 Ламбада <b>&\nФлакон\nежедневно\u00a012:00–22:00\n23\u00a0ноября\u00a0—\u00a024\u00a0ноября"
    )
    place = (await chat.shop.pickup.places())[-1]
    assert (place.kind, place.slots is not None, place.needs_contact) == ("fair", True, False)


async def test_a_point_is_changed_and_keeps_its_contact_rule(chat: SellerChat) -> None:
    await open_places(chat)
    await chat.presses("📍 Мастерская")
    shown = await chat.presses("📞")
    assert "Телефон" in said(shown)
    asked = await chat.presses("✏️")
    assert "Мастерская; Москва, Пречистенка, 12; вт–вс 12–20" in said(asked)
    assert "Москва" in said(await chat.says("-"))
    await chat.presses("✏️")
    await chat.says("Студия; Арбат, 1; ежедневно")
    place = (await chat.shop.pickup.places())[0]
    assert (place.title, place.address, place.needs_contact) == ("Студия", "Арбат, 1", True)
    await chat.presses("📵")
    assert not (await chat.shop.pickup.places())[0].needs_contact


async def test_closing_is_asked_once_and_the_last_point_stays(chat: SellerChat) -> None:
    await open_places(chat)
    await chat.presses("📍 Мастерская")
    await chat.presses("❌")
    assert said(await chat.presses("❌ Да")).startswith("🙅")
    await open_places(chat)
    await chat.presses("🆕")
    await chat.says("Студия; Арбат, 1")
    await chat.presses("❌")
    assert (await chat.shop.pickup.places())[-1].is_pickup
    await chat.presses("❌ Да")
    assert not (await chat.shop.pickup.places())[-1].is_pickup
    assert [label for label in labels(chat.last) if label.startswith("📍")] == ["📍 Мастерская"]


@pytest.mark.parametrize("forged", ["sp:999:open:0", "sp:999:edit:0", "sp:999:contact:0", "sp:999:close:1"])
async def test_a_forged_point_is_one_line(chat: SellerChat, forged: str) -> None:
    await open_places(chat)
    assert said(await chat.forges(forged)).startswith("🙅")


@pytest.mark.parametrize("language", ["ru", "en", "pl"])
async def test_settings_read_in_every_language(database: Database, clock: MovableClock, language: str) -> None:
    async with seller_chat(database, clock, language=language) as chat:
        await chat.says("/desk")
        seen = [await chat.presses("⚙️"), await chat.presses("📜")]
        for label in [label for label in labels(chat.last) if label.startswith("✏️")]:
            seen += [await chat.presses(label), await chat.says("-")]
        seen += [await chat.presses("⬅️"), await chat.presses("📍"), await chat.presses("🆕")]
        seen += [await chat.says("Studio; Street 1; 12-20; fair; 23.11.2026; 55.75, 37.6; slots mon 10-12")]
        seen += [await chat.presses("✏️"), await chat.says("-"), await chat.presses("❌")]
        assert all(len(label) <= 20 for message in seen for label in labels(message))
        assert all("None" not in said(message) for message in seen)


@pytest.mark.parametrize(
    ("typed", "days"), [("2–3", (2, 3)), ("2-3 дня", (2, 3)), ("1", (1, 1)), ("0", (0, 0)), ("5 days", (5, 5))]
)
def test_days_until_a_work_is_there_are_read(typed: str, days: tuple[int, int]) -> None:
    assert read_days(typed) == days


@pytest.mark.parametrize("typed", ["", "три", "3–2", "61", "-1", "1–2–3", "²", "2.5"])
def test_other_days_are_refused(typed: str) -> None:
    with pytest.raises(BringDaysNotUnderstood):
        read_days(typed)


@pytest.mark.parametrize("language", ["ru", "en", "pl"])
async def test_how_a_point_is_found_when_a_work_is_there_and_other_languages_are_typed(
    database: Database, clock: MovableClock, language: str
) -> None:
    async with seller_chat(database, clock, language=language) as chat:
        await chat.says("/desk")
        await chat.presses("⚙️")
        await chat.presses("📍")
        await chat.presses("📍")
        await chat.presses("🧭")
        assert "🧭 Во дворе <b>&" in said(await chat.says("Во дворе <b>&"))
        asked = await chat.presses("🚚")
        assert "2–3" in said(asked)
        assert said(await chat.says("завтра")).startswith("🙅")
        await chat.says("1–2")
        told = await chat.presses("🌐")
        assert labels(told)[:2] == ["🌐 English", "🌐 Polski"], "the shop's own language is Russian"
        await chat.presses("🌐 English")
        assert said(await chat.says("Studio")).startswith("🙅"), "an address is missing"
        shown = await chat.says("The Studio; 12 Prechistenka; left in the yard")
        assert "The Studio; 12 Prechistenka; left in the yard" in said(shown)
        await chat.presses("🌐 Polski")
        await chat.says("Pracownia; Preczystienka 12")
        place = (await chat.shop.pickup.places())[0]
        assert (place.how, place.bring_days) == ("Во дворе <b>&", (1, 2))
        assert place.told("en").how == "left in the yard"
        assert place.told("pl").title == "Pracownia"
        assert (place.hours, place.title) == ("вт–вс 12–20", "Мастерская"), "nothing else has changed"
        await chat.presses("⬅️")
        titles = {"ru": "Мастерская", "en": "The Studio", "pl": "Pracownia"}
        assert said(chat.last).startswith(f"📍 {titles[language]}"), "as a buyer of that language reads it"
        await chat.presses("🌐")
        await chat.presses("🌐 English")
        await chat.says("нет")
        assert "en" not in (await chat.shop.pickup.places())[0].texts
