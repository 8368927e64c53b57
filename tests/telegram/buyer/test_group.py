"""Does a group get answers to its commands, each for the one who asked, and nothing else?"""

import asyncio
from typing import Any

import pytest
from sqlalchemy import text

from bot.basics.ids import ProductId
from bot.basics.languages import Language
from bot.telegram.buyer import group
from bot.telegram.buyer.commands import set_commands
from bot.telegram.rights import Role
from tests.support.counter import EWA, LANGUAGES, MARIA, OWNER, PETER, Counter, all_texts, buttons, labels, words

GROUP = -1002
STRANGER = 777


@pytest.fixture
async def talk(at: Counter) -> Counter:
    """A group with the bot as an ordinary member, and its menu of commands."""
    at.telegram.add_user(STRANGER, "Сосед", "ru")
    at.telegram.add_group(GROUP, "Соседи", [MARIA, PETER, EWA, OWNER, STRANGER])
    await set_commands(at.bot, {OWNER: Role.OWNER}, all_texts())
    return at


async def says(at: Counter, user: int, said: str) -> list[dict[str, Any]]:
    """What the person sees in the group after it, of the bot's."""
    before = len(at.telegram.chat_of(GROUP, user))
    at.telegram.user_sends_text(user, said, GROUP)
    await at.handle()
    return [each for each in at.telegram.chat_of(GROUP, user)[before:] if each["from"]["is_bot"]]


async def people(at: Counter) -> int:
    async with at.database.reading() as session:
        return int((await session.execute(text("SELECT count(*) FROM customer"))).scalar_one())


HELLO: dict[Language, str] = {"ru": "Здравствуйте", "en": "Hello", "pl": "Dzień dobry"}
NEWEST: dict[Language, str] = {"ru": "Новое", "en": "New in the shop", "pl": "Nowości"}


@pytest.mark.parametrize("buyer", [MARIA, PETER, EWA], ids=lambda each: LANGUAGES[each])
async def test_a_card_goes_to_the_one_who_asked_and_nobody_else_sees_it(talk: Counter, buyer: int) -> None:
    product = await talk.work("Закат над Невой")
    await talk.work("Лимоны")
    language = LANGUAGES[buyer]
    [newest] = await says(talk, buyer, "/catalog")
    assert words(newest).startswith(NEWEST[language])
    assert newest["message_id"] == 0
    assert [button["url"] for button in buttons(newest)][1] == f"https://t.me/vernissage_bot?start=p_{product}-s_group"
    [card] = await says(talk, buyer, "/search закат")
    assert card["photo"]
    assert words(card).startswith("Закат над Невой")
    assert card["reply_to_message"]["text"] == "/search закат"
    [hello] = await says(talk, buyer, "/help@vernissage_bot")
    assert words(hello).startswith(HELLO[language])
    assert talk.telegram.chat_of(GROUP, STRANGER) == []
    assert talk.telegram.chat(GROUP) == [], "nothing of it stands in the group"
    assert talk.telegram.chat(buyer) == []


async def test_nothing_found_says_so_and_shows_what_is_new(talk: Counter) -> None:
    for number in range(7):
        await talk.work(f"Пейзаж {number}")
    [several] = await says(talk, MARIA, "/search ПЕЙЗАЖ")
    assert len(buttons(several)) == group.SHOWN + 1
    [none] = await says(talk, MARIA, "/search <b>жираф & ко")
    assert "«<b>жираф & ко»" in words(none)
    assert len(buttons(none)) == group.SHOWN + 1
    [how] = await says(talk, MARIA, "/search")
    assert words(how).startswith("Здравствуйте")


async def test_an_empty_shop_says_so(talk: Counter) -> None:
    [empty] = await says(talk, MARIA, "/catalog")
    assert "пусто" in words(empty)


async def test_a_link_opened_in_the_group_is_that_works_card(talk: Counter) -> None:
    product = await talk.work("Лимоны")
    talk.telegram.set_bot_rights(GROUP, ["can_delete_messages"])
    [card] = await says(talk, PETER, f"/start@vernissage_bot p_{product}")
    assert words(card).startswith("Лимоны")
    await talk.shop.listing.show(ProductId(product), shown=False)
    for payload, user in zip(
        (f"p_{product}", "p_9", "p_" + "9" * 19, "o_token", "h_token", "r_x", ""),
        (PETER, PETER, EWA, EWA, OWNER, OWNER, MARIA),
        strict=True,
    ):
        [shown] = await says(talk, user, f"/start {payload}".strip())
        assert words(shown).startswith(("Hello", "Здравствуйте", "Dzień dobry"))


async def test_where_nothing_can_be_whispered_one_line_leads_into_the_private_chat(talk: Counter) -> None:
    product = await talk.work("Лимоны")
    talk.telegram.old_apps = True
    [line] = await says(talk, PETER, "/search лимоны")
    assert words(line) == "Peter, we answer in private: the button leads there."
    assert line["reply_to_message"]["from"]["id"] == PETER
    assert [button["url"] for button in buttons(line)] == [f"https://t.me/vernissage_bot?start=p_{product}-s_group"]
    [line] = await says(talk, MARIA, "/catalog")
    assert words(line).startswith("Мария <b>&,")
    assert labels(line) == ["🛍 Каталог"]
    assert "Лимоны" not in str(talk.telegram.chat_of(GROUP, STRANGER)[-1].get("text"))
    talk.telegram.set_bot_rights(GROUP, ["can_delete_messages"])
    [whispered] = await says(talk, EWA, "/catalog")
    assert whispered["message_id"] == 0, "an administrator may whisper to anybody"
    opened = await talk.starts(PETER, f"p_{product}-s_group")
    assert words(opened).startswith("Лимоны")


@pytest.mark.parametrize(
    "said",
    [
        "привет всем", "а /catalog тут есть?", "/catalog@other_bot", "/cart", "/orders", "/privacy", "/unknown",
        "V-1001", "https://t.me/vernissage_bot?start=p_1", "123456", "/board", "/desk", "/give 123456", "/startled",
        "/stop",
    ],
)  # fmt: skip
async def test_ordinary_talk_gets_no_answer_and_nobody_is_remembered_for_it(talk: Counter, said: str) -> None:
    talk.telegram.set_bot_rights(GROUP, ["can_delete_messages"])  # it gets everything that is said
    await talk.work()
    known = await people(talk)
    for user in (STRANGER, OWNER):
        assert await says(talk, user, said) == []
    assert await people(talk) == known
    await asyncio.sleep(0.3)  # updates without an effect are settled in batches
    async with talk.database.reading() as session:
        assert (await session.execute(text("SELECT count(*) FROM stored_update WHERE body IS NOT NULL"))).scalar() == 0


async def test_a_group_is_never_flooded(talk: Counter) -> None:
    await talk.work()
    talk.telegram.old_apps = True
    heard = 0
    for _ in range(12):
        for user in (MARIA, PETER, EWA, OWNER, STRANGER):
            heard += len(await says(talk, user, "/catalog"))
    assert heard <= group.Hush.PER_GROUP
    mine = [
        each
        for each in talk.telegram.chat(GROUP)
        if each.get("reply_to_message", {}).get("from", {}).get("id") == MARIA
    ]
    assert len(mine) == group.Hush.PER_PERSON


async def test_coming_and_going_are_handled(talk: Counter) -> None:
    await talk.starts(MARIA)
    talk.telegram.user_removes_bot(MARIA, GROUP)
    await talk.handle()
    assert not (await talk.shop.customers.find(MARIA)).blocked  # type: ignore[union-attr]
    talk.telegram.user_adds_bot(PETER, GROUP)
    await talk.handle()
    [hello] = talk.telegram.chat(GROUP)
    assert words(hello).startswith("Hello.")
    talk.telegram.user_adds_bot(PETER, GROUP, ["can_delete_messages"])
    await talk.handle()
    assert len(talk.telegram.chat(GROUP)) == 1, "a promotion is no new acquaintance"
    talk.telegram.user_removes_bot(PETER, GROUP)
    await talk.handle()
    talk.telegram.user_adds_bot(MARIA, GROUP)
    talk.telegram.user_removes_bot(MARIA, GROUP)
    await talk.handle()
    assert len(talk.telegram.chat(GROUP)) == 1, "it was gone again before it could say anything"


async def test_the_menu_of_groups_is_whispered_and_shorter(talk: Counter) -> None:
    talk.telegram.set_language(PETER, "en")
    for user in (MARIA, PETER, EWA):
        menu = talk.telegram.commands_for(user, GROUP)
        assert [each["command"] for each in menu] == ["catalog", "search", "help"]
        assert all(each["is_ephemeral"] for each in menu)
        assert menu[0]["description"] == all_texts()[LANGUAGES[user]].plain("command-catalog")
    assert "cart" in [each["command"] for each in talk.telegram.commands_for(MARIA)]


async def test_a_button_from_a_group_opens_nobodys_screens(talk: Counter) -> None:
    talk.telegram.old_apps = True
    await talk.work()
    await says(talk, MARIA, "/catalog")
    line = talk.telegram.chat(GROUP)[-1]
    for user, data in ((MARIA, "c"), (MARIA, "o:0"), (MARIA, "de"), (MARIA, "dx:1"), (OWNER, "d"), (OWNER, "h")):
        talk.telegram.user_presses(user, GROUP, line["message_id"], data, forged=True)
        await talk.handle()
        assert talk.telegram.chat(GROUP)[-1] == line
    assert talk.telegram.chat(MARIA) == []
