"""Do rules set in chat win over the settings, and can none be set that would stop the shop?"""

import dataclasses
from datetime import timedelta

import pytest

from bot.shop.policies.values import Policies
from bot.shop.stock.values import Wanted
from tests.support.benches import Bench
from tests.support.shops import POLICIES, someone


async def test_a_rule_set_in_chat_wins_and_holds_from_the_next_step_on(bench: Bench) -> None:
    assert await bench.shop.policies.now() == POLICIES
    await bench.shop.policies.change("hold", 300, bench.seller)
    await bench.shop.policies.change("hold", 600, bench.seller)
    await bench.shop.policies.change("seller_name", "Белова А. Н.", bench.seller)
    now = await bench.shop.policies.now()
    assert (now.hold, now.seller_name) == (timedelta(minutes=10), "Белова А. Н.")
    view = await bench.shop.checkout.start(await someone(bench.shop), "ru", [Wanted(await bench.work(), 1)])
    assert view.order.held_until == bench.clock.now() + timedelta(minutes=10)


async def test_an_unknown_rule_and_a_value_of_another_kind_are_refused(bench: Bench) -> None:
    with pytest.raises(KeyError):
        await bench.shop.policies.change("discount", 5, bench.seller)
    for field in dataclasses.fields(Policies):
        wrong: str | float = 5 if isinstance(getattr(POLICIES, field.name), str) else "soon"
        with pytest.raises(ValueError, match=field.name):
            await bench.shop.policies.change(field.name, wrong, bench.seller)
    assert await bench.shop.policies.now() == POLICIES


async def test_a_secret_is_made_up_once(bench: Bench) -> None:
    made = iter(["first", "second"])
    assert [await bench.shop.policies.keep("webhook", lambda: next(made)) for _ in range(2)] == ["first"] * 2
    assert await bench.shop.policies.now() == POLICIES


def test_terms_are_filled_with_the_sellers_name_and_the_offer() -> None:
    assert POLICIES.terms_filled
    assert not dataclasses.replace(POLICIES, seller_name="").terms_filled
    assert not dataclasses.replace(POLICIES, terms_url="").terms_filled
