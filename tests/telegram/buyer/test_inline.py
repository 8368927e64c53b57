"""Does `@bot words` show works in any chat, and lead from there into the shop?"""

import asyncio
from typing import Any

import pytest
from sqlalchemy import text

from bot.basics.ids import ProductId
from bot.shop.catalogue.values import Kind, NewPhoto, NewWork, WorkText
from tests.support.counter import EWA, LANGUAGES, MARIA, OWNER, PETER, Counter, words
from tests.support.pictures import painting

BUTTON = {"ru": "🖼 Открыть работу", "en": "🖼 See the work", "pl": "🖼 Zobacz pracę"}


async def types(at: Counter, user: int, query: str, offset: str = "") -> dict[str, Any]:
    """The bot's answer; what is typed there is handled beside everything else."""
    import asyncio

    number = at.telegram.user_types_inline(user, query, offset)
    await at.handle()
    for _ in range(500):
        if number in at.telegram.inline_answers:
            return at.telegram.inline_answers[number]
        await asyncio.sleep(0.01)
    raise AssertionError(f"no answer to {query!r}")


def titles(answer: dict[str, Any]) -> list[str]:
    return [result["title"] for result in answer["results"]]


@pytest.mark.parametrize("buyer", [MARIA, PETER, EWA], ids=lambda each: LANGUAGES[each])
async def test_a_card_has_photo_title_price_and_the_way_into_the_shop(at: Counter, buyer: int) -> None:
    work = NewWork("ru", "Ваза", Kind.ONE_OF_A_KIND, 1_200_000, (), 1, technique="глина", size="40 × 50 см")
    product = await at.shop.listing.draft(work, NewPhoto(painting(), 64, 64, "a" * 64), at.seller)
    await at.shop.listing.change(product, texts={"en": WorkText("Vase", "clay"), "pl": WorkText("Wazon", "glina")})
    await at.shop.listing.put_up(product, at.seller, publish=False)
    await at.starts(OWNER, f"p_{product}")
    (result,) = (await types(at, buyer, "вазы"))["results"]
    title = {"ru": "Ваза", "en": "Vase", "pl": "Wazon"}[LANGUAGES[buyer]]
    assert (result["type"], result["title"]) == ("photo", title)
    assert result["message"]["caption"].startswith(title)
    assert "12\u00a0000\u00a0₽" in result["message"]["caption"]
    ((button,),) = result["message"]["reply_markup"]["inline_keyboard"]
    assert button["text"] == BUTTON[LANGUAGES[buyer]]
    assert button["url"] == f"https://t.me/vernissage_bot?start=p_{product}-s_inline"
    assert words(await at.starts(buyer, f"p_{product}-s_inline")).startswith(title)


async def test_nothing_typed_shows_the_newest_fifty_a_page(at: Counter) -> None:
    for number in range(53):
        await at.work(f"Ваза {number}")
    first = await types(at, MARIA, "")
    assert titles(first) == [f"Ваза {number}" for number in range(52, 2, -1)]
    rest = await types(at, MARIA, "", first["next_offset"])
    assert titles(rest) == ["Ваза 2", "Ваза 1", "Ваза 0"]
    assert not rest.get("next_offset")
    while await at.shop.search.catch_up():
        pass
    found = await types(at, MARIA, "ваза", (await types(at, MARIA, "ваза"))["next_offset"])
    assert titles(found) == ["Ваза 2", "Ваза 1", "Ваза 0"]
    for forged in ("x", "9.9", "0.99999999999999999999", "²", "0." + "9" * 19):
        assert "results" in await types(at, MARIA, "ваза", forged)
    call = at.telegram.calls("answerInlineQuery")[0]
    assert int(call.params["cache_time"]) <= 10
    assert call.params["is_personal"] in (True, "true", "True")


async def test_a_work_is_shared_by_its_number_or_article(at: Counter) -> None:
    product = await at.work("Ваза")
    await at.work("Ваза вторая")
    for query in (f"p_{product}", f"W-{product:04d}"):
        assert titles(await types(at, MARIA, query)) == ["Ваза"]
    await at.shop.listing.show(ProductId(product), shown=False)
    for query in ("", "ваза", f"p_{product}", f"W-{product:04d}"):
        assert "Ваза" not in titles(await types(at, MARIA, query))


async def test_whoever_types_elsewhere_becomes_no_customer_and_wakes_nobody(at: Counter) -> None:
    await at.work("Ваза")
    at.telegram.add_user(700, "Zoe", "en")
    assert titles(await types(at, 700, "ваза")) == ["Ваза"]
    await at.starts(MARIA)
    at.telegram.user_blocks(MARIA)
    await at.handle()
    await types(at, MARIA, "ваза")
    await asyncio.sleep(0.2)  # updates that wrote nothing are marked in batches
    async with at.database.reading() as session:
        people = (await session.execute(text("SELECT platform_id, blocked_at FROM customer"))).all()
        stored = await session.scalar(text("SELECT count(*) FROM stored_update WHERE handled_at IS NULL"))
        searches = await session.scalar(text("SELECT count(*) FROM saved_search"))
    known = {row.platform_id: row.blocked_at for row in people}
    assert 700 not in known
    assert known[MARIA] is not None
    assert (stored, searches) == (0, 0)


async def test_a_card_shared_with_the_bot_itself_is_no_new_work_and_no_question(at: Counter) -> None:
    await at.work("Ваза")
    for person in (OWNER, MARIA):
        await at.starts(person)
        before = at.last(person)["message_id"]
        number = at.telegram.user_types_inline(person, "ваза")
        await at.handle()
        await types(at, person, "ваза")
        answer = at.telegram.inline_answers[number]
        at.telegram.user_picks_inline_result(person, number, answer["results"][0]["id"])
        await at.handle()
        assert at.last(person)["message_id"] == before


async def test_odd_words_are_answered(at: Counter) -> None:
    await at.work("Ваза")
    for odd in ('"', "* OR (", "🙂", "\u202e", "x" * 256, "до 5", "' --"):
        assert titles(await types(at, PETER, odd)) == ["Ваза"]
