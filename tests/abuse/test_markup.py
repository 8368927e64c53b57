"""Is everything that people call themselves, their works and their places seen as they wrote it, and as nothing else?

The pretend Telegram refuses what is not its HTML, in the real server's words, and keeps each refusal as a defect.
"""

import os
import re
from itertools import product as pairs

import pytest

from bot.shop.catalogue.values import Kind, NewPhoto, NewWork
from bot.telegram.buyer.limits import cut
from tests.support.counter import OWNER, Counter, words
from tests.support.shops import JPEG

FULL = bool(os.environ.get("VERNISSAGE_FULL"))
_BEGINNINGS = (
    "", "<b>", "</code>", "<a href=\"tg://user?id=1\">", "&amp;", "&lt;script&gt;", "<tg-spoiler>", "{ $name }",
    "%s %d", "</b></i>", "<!--", "]]>", "\u202e", "\u200b\u200d", "👩‍👩‍👧‍👦", "🇵🇱", "\u0301\u0301", "مرحبا",
    "&#60;b&#62;", "<blockquote expandable>",
)  # fmt: skip
_ENDINGS = (
    "ваза", "</b>", "&", "<", ">", "\"'`", "\u202c", "\ufeff", "𝕍𝕒𝕤𝕖", "\\n\\t", "'; DROP TABLE product; --", "${7*7}",
    "{{7*7}}", "javascript:alert(1)", "@vernissage_bot /start", "https://t.me/x?start=p_1", "#tag", "+7 999 000-11-22",
    "\N{NO-BREAK SPACE}край", "0" * 60, "e\u0301", "a" * 180, "🎨" * 40, "<i>" * 30, "&&&&&",
)  # fmt: skip
CORPUS = [f"{begin} {end}".strip()[:200] for begin, end in pairs(_BEGINNINGS, _ENDINGS)]
SAMPLE = CORPUS if FULL else CORPUS[::11]


def test_the_corpus_is_as_large_as_it_says() -> None:
    assert len(set(CORPUS)) == 500
    assert len(SAMPLE) > 40


def plain(text: str) -> str:
    """As a person reads it: gaps are gaps."""
    return re.sub(r"\s+", " ", text.replace("\u00a0", " ")).strip()


def shown(text: str, limit: int) -> str:
    return plain(cut(text, limit)).rstrip("…")


@pytest.mark.timeout(900)
async def test_titles_are_shown_as_they_are_written(at: Counter) -> None:
    people = at.crowd(len(SAMPLE) // 40 + 1)
    for number, text in enumerate(SAMPLE):
        user = people[number % len(people)]
        work = NewWork("ru", text, Kind.ORDINARY, 100_000, (), 3, technique=text, size=text[:60], description=text * 30)
        product = await at.shop.listing.draft(work, NewPhoto(JPEG, 1, 1, f"{number:064d}"), at.seller)
        await at.shop.listing.put_up(product, at.seller, publish=False)
        card = await at.starts(user, f"p_{product}")
        assert plain(words(card)).startswith(shown(text, 200)[:150]), text
        kinds = {entity["type"] for entity in card.get("caption_entities", [])}
        assert kinds <= {"bold", "strikethrough", "url", "mention", "hashtag", "bot_command", "cashtag", "phone_number"}
        if number % 5 == 0:
            await at.forge(user, f"b:{product}")
            assert shown(text, 60)[:50] in plain(words(at.last(user))), text
            await at.press(user, "❌")
            await at.says(user, "/catalog")


@pytest.mark.timeout(900)
async def test_names_of_people_are_shown_as_they_are_written(at: Counter) -> None:
    for number, text in enumerate(SAMPLE[:: 1 if FULL else 4]):
        user = 20_000 + number
        at.telegram.add_user(user, text[:64], "ru", last_name=text[:64][::-1] or None)
        product = await at.work(pieces=1)
        await at.starts(user, f"p_{product}")
        await at.press(user, "⚡")
        await at.press(user, "🤝")
        await at.deliver()
        assert shown(text[:64], 100)[:60] in plain(words(at.saw(OWNER, "🆕"))), text
        await at.says(user, "/privacy")
        await at.press(user, "📄")


@pytest.mark.timeout(900)
async def test_names_of_shop_seller_and_places_are_shown_as_they_are_written(at: Counter) -> None:
    [user] = at.crowd(1)
    product = await at.work(pieces=500)
    for text in SAMPLE[:: 3 if FULL else 12]:
        await at.shop.policies.change("shop_name", text[:100], at.seller)
        await at.shop.policies.change("seller_name", text[:200], at.seller)
        await at.shop.policies.change("terms_url", text[:300], at.seller)
        assert shown(text[:100], 100)[:90] in plain(words(await at.says(user, "/start")))
        assert shown(text, 200)[:150] in plain(words(await at.says(user, "/terms")))
        assert shown(text, 100)[:90] in plain(words(await at.says(user, "/paysupport")))
        await at.says(user, text[:4096])
        await at.says(user, f"/search {text}")
    await at.starts(user, f"p_{product}")


async def test_a_word_longer_than_a_message_is_cut_and_no_screen_fails(at: Counter) -> None:
    [user] = at.crowd(1)
    for text in ("<b>" * 1365, "&" * 4096, "\u202e" * 4096, "🎨" * 2048, "а" * 4096):
        await at.says(user, text)
        assert words(at.last(user))
