"""Who may do what in the shop: are people invited, limited to what they are, and let go at once?"""

import re
from collections.abc import AsyncIterator
from datetime import timedelta

import pytest

from bot.basics.clock import MovableClock
from bot.shop.customers.values import StaffRole
from bot.shop.staff.errors import InvitationOver
from bot.storage.database import Database
from bot.telegram.presses import right_of
from bot.telegram.rights import RIGHTS, Role
from tests.support.counter import EWA, LANGUAGES, MARIA, OWNER, PETER, Counter, buttons, counter, labels, words

STAFF = [StaffRole.MANAGER, StaffRole.PACKER, StaffRole.CASHIER, StaffRole.VIEWER]


@pytest.fixture
async def at(database: Database, clock: MovableClock) -> AsyncIterator[Counter]:
    async with counter(database, clock) as opened:
        yield opened
        opened.assert_well_behaved()


async def link(at: Counter, icon: str) -> str:
    """The owner invites somebody; the payload of the link."""
    await at.says(OWNER, "/desk")
    await at.press(OWNER, "⚙️")
    await at.press(OWNER, "👥")
    await at.press(OWNER, "➕")
    shown = await at.press(OWNER, icon)
    found = re.search(r"start=(j_[A-Za-z0-9]+)", words(shown))
    assert found is not None, words(shown)
    return found[1]


async def hired(at: Counter, user: int, role: StaffRole) -> None:
    await at.starts(user)
    person = await at.shop.customers.recognise(user, "Peter", None, "en-GB")
    await at.shop.staff.join(await at.shop.staff.invite(role, at.seller), person.id)


@pytest.mark.parametrize("user", [MARIA, PETER, EWA], ids=lambda each: LANGUAGES[each])
async def test_a_link_makes_somebody_a_packer_once_and_only_one_person(at: Counter, user: int) -> None:
    payload = await link(at, "📦")
    joined = await at.starts(user, payload)
    assert words(joined).startswith("👥")
    assert any(each.startswith("🧰") for each in labels(joined))
    assert any(each.startswith("🧰") for each in labels(await at.says(user, "/start")))
    other = next(each for each in (MARIA, PETER, EWA) if each != user)
    assert words(await at.starts(other, payload)).startswith("🙅"), "used"
    assert not any(each.startswith("🧰") for each in labels(await at.says(other, "/start")))
    menus = [
        [command["command"] for command in call.params["commands"]]
        for call in at.telegram.calls("setMyCommands")
        if call.params["scope"].get("chat_id") == user
    ]
    assert menus
    assert {"desk", "ready", "give"} <= set(menus[-1])
    assert not {"add", "figures", "stock"} & set(menus[-1])


async def test_a_link_ends_after_two_days_or_when_it_is_taken_back(at: Counter) -> None:
    old = await link(at, "👁")
    at.clock.move(timedelta(hours=49))
    assert words(await at.starts(PETER, old)).startswith("🙅")
    fresh = await link(at, "👁")
    await at.says(OWNER, "/desk")
    await at.press(OWNER, "⚙️")
    await at.press(OWNER, "👥")
    await at.press(OWNER, "➕")
    await at.press(OWNER, "🚫")
    assert words(await at.starts(PETER, fresh)).startswith("🙅")
    assert words(await at.starts(PETER, "j_AAAAAAAAAAAAAAAAAAAAAA")).startswith("🙅"), "made up"
    own = await link(at, "👁")
    assert words(await at.starts(OWNER, own)).startswith("👥 Магазин ваш")
    assert await at.shop.staff.members() == []


async def test_an_invitation_is_kept_as_a_hash_only(at: Counter, database: Database) -> None:
    from sqlalchemy import text

    token = await at.shop.staff.invite(StaffRole.CASHIER, at.seller)
    async with database.reading() as session:
        rows = (await session.execute(text("SELECT * FROM staff_invitation"))).all()
    assert token not in str(rows)
    with pytest.raises(InvitationOver):
        await at.shop.staff.join(token[:-1], at.seller)


@pytest.mark.parametrize("role", STAFF)
async def test_everybody_sees_only_buttons_that_they_may_press_and_pressing_each_is_allowed(
    at: Counter, role: StaffRole
) -> None:
    await hired(at, PETER, role)
    await at.work()
    await at.starts(MARIA, f"p_{await at.work()}")
    await at.press(MARIA, "⚡")
    await at.press(MARIA, "🤝")
    await at.deliver()
    seen = set[str]()
    waiting = [key["callback_data"] for key in buttons(await at.says(PETER, "/desk")) if "callback_data" in key]
    while waiting and len(seen) < 60:
        data = waiting.pop(0)
        if data in seen or data.startswith(("h", "l:", "dx")):
            continue
        seen.add(data)
        assert right_of(data) in RIGHTS[Role(role.value)], data
        shown = await at.forge(PETER, data)
        assert "no right" not in words(shown), data
        waiting += [key["callback_data"] for key in buttons(shown) if "callback_data" in key]
    assert len(seen) >= 3


@pytest.mark.parametrize("role", [StaffRole.PACKER, StaffRole.CASHIER, StaffRole.VIEWER])
async def test_what_is_not_theirs_is_refused_in_one_sentence_and_changes_nothing(at: Counter, role: StaffRole) -> None:
    await hired(at, PETER, role)
    product = await at.work()
    await at.says(PETER, "/desk")
    for data in (f"wa:{product}:hide", f"wa:{product}:price", "S:terms", "S:staff", "vi:owner", "vi:manager", "xl"):
        assert words(await at.forge(PETER, data)).startswith("🙅 You have no right"), data
    for command in ("/add", "/stock W-0001 5"):
        assert words(await at.says(PETER, command)).startswith("🙅 You have no right"), command
    assert await at.shop.staff.members()
    assert len(await at.shop.staff.members()) == 1


async def test_whoever_is_let_go_loses_every_old_button_at_once_and_can_be_taken_back(at: Counter) -> None:
    await hired(at, PETER, StaffRole.MANAGER)
    desk = await at.says(PETER, "/desk")
    assert any(each.startswith("📊") for each in labels(desk))
    await at.says(OWNER, "/desk")
    await at.press(OWNER, "⚙️")
    await at.press(OWNER, "👥")
    await at.press(OWNER, "🧰 Peter")
    assert "Закрыть доступ: Peter?" in words(await at.press(OWNER, "❌"))
    gone = await at.press(OWNER, "❌ Да")
    assert words(gone).startswith("❌ Доступ закрыт")
    stale = await at.press(PETER, "📊", desk)
    assert not words(stale).startswith("📊"), "an old button is no way in"
    assert not any(each.startswith("🧰") for each in labels(await at.says(PETER, "/start")))
    await at.press(OWNER, "↩️", gone)
    assert any(each.startswith("📊") for each in labels(await at.says(PETER, "/desk")))
    await at.says(OWNER, "/desk")
    journal = await at.shop.journal.page(10)
    assert [(each.what, each.subject, each.before, each.after) for each in journal[:2]] == [
        ("role", "Peter", "", "manager"),
        ("role", "Peter", "manager", ""),
    ]
    assert {each.actor for each in journal} == {"Анна", "Peter"}, "who invited, and who joined"


async def test_a_new_order_is_told_to_whom_it_concerns_and_to_nobody_dismissed_meanwhile(at: Counter) -> None:
    await hired(at, PETER, StaffRole.PACKER)
    ewa = await at.shop.customers.recognise(EWA, "Ewa", None, "pl")
    await at.shop.staff.join(await at.shop.staff.invite(StaffRole.VIEWER, at.seller), ewa.id)
    await at.starts(EWA)
    before = len(at.telegram.chat(EWA))
    await at.starts(MARIA, f"p_{await at.work()}")
    await at.press(MARIA, "⚡")
    await at.press(MARIA, "🤝")
    await at.deliver()
    told = at.saw(PETER, "🆕")
    assert any(each.startswith("👌") for each in labels(told))
    assert not any("💸" in each or "❌" in each for each in labels(told)), "money is not a packer's"
    assert len(at.telegram.chat(EWA)) == before, "a viewer is told nothing"
    ready = await at.press(PETER, "👌", told)
    assert "ready" in words(ready)
    await at.deliver()
    assert at.saw(MARIA, "👌")


async def test_a_member_who_asks_to_be_forgotten_works_here_no_longer(at: Counter) -> None:
    await hired(at, PETER, StaffRole.CASHIER)
    person = await at.shop.customers.find(PETER)
    assert person is not None
    await at.shop.privacy.erase(person.id)
    assert await at.shop.staff.members() == []
    assert all("Peter" not in (each.actor, each.subject) for each in await at.shop.journal.page(10))


async def test_a_member_who_stops_the_bot_holds_nothing_up_and_is_shown_so(at: Counter) -> None:
    await hired(at, PETER, StaffRole.PACKER)
    at.telegram.user_blocks(PETER)
    await at.starts(MARIA, f"p_{await at.work()}")
    await at.press(MARIA, "⚡")
    await at.press(MARIA, "🤝")
    await at.deliver()
    assert [each.blocked for each in await at.shop.staff.members()] == [True]
