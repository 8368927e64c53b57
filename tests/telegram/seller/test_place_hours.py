"""Does a seller say when a point is open in free words, see how it was understood, and lose nothing by a slip?"""

from datetime import date

import pytest

from bot.basics.clock import MovableClock
from bot.basics.hours_typed import read_hours
from bot.storage.database import Database
from tests.support.seller_chat import ZONE, SellerChat, labels, said, seller_chat

TYPED = {
    "ru": "вт–вс 12–20, 1–8 января закрыто",
    "en": "Tue-Sun 12pm-8pm, closed Jan 1-8",
    "pl": "wt–nd 12–20, 1–8 stycznia nieczynne",
}
SEEN = {
    "ru": ("вт–вс 12:00–20:00, 1–8 января закрыто", "сегодня до 20:00"),
    "en": ("Tue–Sun 12:00–20:00, 1–8 January closed", "today until 20:00"),
    "pl": ("wt–niedz 12:00–20:00, 1–8 stycznia nieczynne", "dziś do 20:00"),
}


async def open_place(chat: SellerChat) -> None:
    await chat.says("/desk")
    await chat.presses("⚙️")
    await chat.presses("📍")
    await chat.presses("📍")


def seen(message: dict[str, object]) -> str:
    return said(message).replace("\u00a0", " ")


@pytest.mark.parametrize("language", ["ru", "en", "pl"])
async def test_hours_are_typed_shown_back_and_kept(database: Database, clock: MovableClock, language: str) -> None:
    async with seller_chat(database, clock, language=language) as chat:
        await open_place(chat)
        await chat.presses("🕒")
        refused = await chat.says("whenever")
        assert said(refused).startswith("🙅")
        assert "whenever" in said(refused)
        shown = await chat.says(TYPED[language])
        assert all(words in seen(shown) for words in SEEN[language])
        assert (await chat.shop.pickup.places())[0].opening is None, "nothing is kept before ✅"
        place = await chat.presses("✅")
        assert all(words in seen(place) for words in SEEN[language])
        kept = (await chat.shop.pickup.places())[0]
        assert kept.opening == read_hours(TYPED["ru"], clock.now().astimezone(ZONE).date())
        assert kept.hours == ""
        assert all(len(label) <= 20 for label in labels(shown) + labels(place))


async def test_hours_that_were_understood_wrongly_are_typed_again(chat: SellerChat) -> None:
    await open_place(chat)
    assert "Сейчас: вт–вс 12–20" in said(await chat.presses("🕒"))
    await chat.says("11–19")
    again = await chat.says("вт–сб 11–19")
    assert "вт–сб 11:00–19:00" in seen(again)
    await chat.presses("✏️ Иначе")
    await chat.says("-")
    assert (await chat.shop.pickup.places())[0].opening is None
    await chat.presses("🕒")
    await chat.says("вт–сб 11–19")
    await chat.presses("✅")
    await chat.presses("✏️")
    await chat.says("Студия; Арбат, 1; сб 10–12")
    assert (await chat.shop.pickup.places())[0].opening == read_hours("сб 10–12", chat_day(chat))
    await chat.presses("🕒")
    assert "сб" not in seen(await chat.says("нет"))
    assert (await chat.shop.pickup.places())[0].opening is None


def chat_day(chat: SellerChat) -> date:
    return chat.shop.pickup.database.clock.now().astimezone(ZONE).date()


@pytest.mark.parametrize("forged", ["sp:1:hours_yes:0", "sp:999:hours:0", "sp:999:hours_yes:0"])
async def test_a_confirmation_without_a_question_keeps_nothing(chat: SellerChat, forged: str) -> None:
    await open_place(chat)
    shown = await chat.forges(forged)
    assert said(shown).startswith("📍" if ":1:" in forged else "🙅")
    assert (await chat.shop.pickup.places())[0].opening is None
