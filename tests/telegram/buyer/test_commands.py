"""Is the menu set for each language and scope, and left alone when it stands there already?"""

from bot.telegram.buyer.commands import EVERYONE, SELLERS, set_commands
from bot.telegram.rights import Role
from tests.support.counter import EWA, MARIA, OWNER, PETER, Counter, all_texts

OWNERS = frozenset({OWNER, 999})


async def test_people_see_commands_in_their_language_and_sellers_see_more(at: Counter) -> None:
    await set_commands(at.bot, dict.fromkeys(OWNERS, Role.OWNER), all_texts())
    at.telegram.set_language(PETER, "en")
    for user in (MARIA, PETER, EWA):
        assert tuple(each["command"] for each in at.telegram.commands_for(user)) == EVERYONE
    assert [each["command"] for each in at.telegram.commands_for(OWNER)] == [*SELLERS, *EVERYONE]
    said = {user: at.telegram.commands_for(user)[2]["description"] for user in (MARIA, PETER, EWA)}
    assert said == {MARIA: "Корзина", PETER: "Cart", EWA: "Koszyk"}


async def test_an_unchanged_menu_is_not_sent_again(at: Counter) -> None:
    await set_commands(at.bot, {OWNER: Role.OWNER}, all_texts())
    before = len(at.telegram.calls("setMyCommands", "setMyDescription", "setMyShortDescription"))
    assert before > 8
    await set_commands(at.bot, {OWNER: Role.OWNER}, all_texts())
    assert len(at.telegram.calls("setMyCommands", "setMyDescription", "setMyShortDescription")) == before


async def test_the_profile_speaks_every_language(at: Counter) -> None:
    await set_commands(at.bot, {}, all_texts(), "en")
    assert (await at.bot.get_my_short_description()).short_description.startswith("Works straight")
    assert (await at.bot.get_my_short_description(language_code="pl")).short_description.startswith("Prace")
    assert len((await at.bot.get_my_description(language_code="ru")).description) <= 512
