"""Does a post come when it was planned, in the form that was chosen, and only while it has something to show?"""

from datetime import timedelta

import pytest

from bot.basics.clock import MovableClock
from bot.shop.showcase.values import Form, PostState, SoldPosts
from bot.storage.database import Database
from tests.support.channel import EDITS, Channel, channel, payloads, words
from tests.support.seller_chat import SHOWCASE, labels


async def test_two_taps_are_one_post(here: Channel) -> None:
    product = await here.a_work()
    for _ in range(2):
        await here.shop.posting.plan(product, None, None, Form.PHOTO)
    await here.later()
    await here.shop.posting.plan(product, None, None, Form.PHOTO)
    await here.later()
    assert len(here.seen()) == 1


async def test_a_planned_post_comes_at_its_time_over_a_restart(database: Database, clock: MovableClock) -> None:
    async with channel(database, clock) as first:
        product = await first.a_work()
        at = clock.now() + timedelta(hours=7)
        post = await first.shop.posting.plan(product, None, at, Form.PHOTO)
        assert post is not None
        assert post.due_at == at
        await first.later(10)
        assert first.seen() == []
    clock.move(timedelta(hours=6))
    async with channel(database, clock) as second:
        await second.later(2)
        assert second.seen() == []
        clock.move(timedelta(hours=1))
        await second.later(5)
        assert payloads(second.seen()[0]) == [f"p_{product}-s_post"]
        await second.later(3600, step=600)
        assert len(second.seen()) == 1


async def test_planning_again_moves_the_post_that_waits_earlier_and_later(here: Channel) -> None:
    product, now = await here.a_work(), here.clock.now()
    post = await here.shop.posting.plan(product, None, now + timedelta(hours=2), Form.PHOTO)
    assert post is not None
    for hours in (5, 3):
        moved = await here.shop.posting.plan(product, post.id, now + timedelta(hours=hours), Form.PHOTO)
        assert moved is not None
        assert moved.id == post.id
    await here.shop.posting.move(post.id, now + timedelta(hours=4))
    await here.later(3.9 * 3600, step=900)
    assert here.seen() == []
    await here.later(900)
    assert len(here.seen()) == 1


async def test_a_cancelled_post_never_comes_and_leaves_room_for_another(here: Channel) -> None:
    product = await here.a_work()
    post = await here.shop.posting.plan(product, None, here.clock.now() + timedelta(hours=1), Form.PHOTO)
    assert post is not None
    for _ in range(2):
        await here.shop.posting.cancel(post.id)
    await here.later(7200, step=600)
    assert here.seen() == []
    await here.publish(product)
    assert len(here.seen()) == 1


@pytest.mark.parametrize("how", ["sold", "hidden"])
async def test_what_is_gone_meanwhile_is_not_posted_and_the_seller_is_told(here: Channel, how: str) -> None:
    product = await here.a_work()
    await here.shop.posting.plan(product, None, here.clock.now() + timedelta(hours=1), Form.PHOTO)
    if how == "sold":
        await here.sell(product)
    else:
        await here.shop.listing.show(product, shown=False)
    await here.later(7200, step=600)
    assert here.seen() == []
    assert len(here.told("⚠️ Пост не вышел: «Закат над Невой» продана или скрыта")) == 1
    assert await here.shop.posting.planned("ru") == []


async def test_a_work_that_somebody_only_holds_is_posted_as_it_is(here: Channel) -> None:
    product = await here.a_work()
    await here.hold(product)
    await here.publish(product)
    assert "на брони" in words(here.seen()[0])


async def test_an_album_carries_its_link_in_the_words_and_follows_the_truth(here: Channel) -> None:
    product = await here.a_work(photos=4)
    await here.publish(product, form=Form.ALBUM)
    seen = here.seen()
    assert len(seen) == 4
    assert len({each["media_group_id"] for each in seen}) == 1
    assert [words(each) != "" for each in seen] == [True, False, False, False]
    assert payloads(seen[0]) == [f"p_{product}-s_post"]
    assert "⚡ Купить" in words(seen[0])
    await here.sell(product)
    await here.later()
    assert words(here.seen()[0]).startswith("🔴 Продано")
    assert payloads(here.seen()[0]) == [f"p_{product}-s_similar", f"p_{product}-s_like"]
    assert here.calls(*EDITS) == 1
    files = [call.files for call in here.chat.telegram.calls("sendMediaGroup")]
    assert len(files[0]) == 4
    await here.shop.shelves.count("W-0001", 1, await here.seller(), "back")
    present = await here.shop.posting.current(product)
    assert present is not None
    await here.shop.posting.plan(product, present.id, None, Form.ALBUM)
    await here.later()
    assert [len(call.files) for call in here.chat.telegram.calls("sendMediaGroup")] == [4, 0], (
        "photos are uploaded once"
    )


async def test_one_photo_chosen_as_an_album_is_an_ordinary_post(here: Channel) -> None:
    product = await here.a_work()
    await here.publish(product, form=Form.ALBUM)
    assert labels(here.seen()[0])[0].startswith("⚡")
    await here.sell(product)
    await here.later()
    assert words(here.seen()[0]).startswith("🔴")


async def test_a_collection_has_a_picture_and_a_line_with_a_link_of_each(here: Channel) -> None:
    products = [await here.a_work(title) for title in ("Закат", "Туман", "Дождь")]
    post = await here.shop.posting.compose()
    for product in products:
        await here.shop.posting.toggle(post, product)
    await here.shop.posting.move(post, None)
    await here.later()
    seen = here.seen()
    assert len(seen) == 3
    assert payloads(seen[0]) == [f"p_{product}-s_post" for product in products]
    assert [line.split(" ")[0] for line in words(seen[0]).splitlines()[2:]] == ["«Закат»", "«Туман»", "«Дождь»"]
    await here.hold(products[1])
    await here.sell(products[0])
    await here.later()
    lines = words(here.seen()[0]).splitlines()[2:]
    assert lines[0] == "«Закат» — продано"
    assert lines[1].endswith("на брони")
    assert payloads(here.seen()[0])[0] == f"p_{products[0]}-s_similar"
    assert here.calls(*EDITS) == 1, "two changes, one edit"


async def test_a_collection_goes_out_without_what_is_gone(here: Channel) -> None:
    products = [await here.a_work(title) for title in ("Закат", "Туман", "Дождь")]
    post = await here.shop.posting.compose()
    for product in products:
        await here.shop.posting.toggle(post, product)
    await here.shop.posting.move(post, here.clock.now() + timedelta(hours=1))
    await here.sell(products[1])
    await here.later(3700, step=600)
    assert payloads(here.seen()[0]) == [f"p_{products[0]}-s_post", f"p_{products[2]}-s_post"]
    assert here.told("⚠️") == ["⚠️ Подборка вышла без 1 работы: её уже не купить."]


async def test_published_again_the_old_post_stays_true_or_is_taken_down(here: Channel) -> None:
    product = await here.posted()
    for away, standing in ((False, 2), (True, 1)):
        present = await here.shop.posting.current(product)
        assert present is not None
        for _ in range(2):
            await here.shop.posting.plan(product, present.id, None, Form.PHOTO, takes_down=away)
        await here.later()
        assert len(here.seen()) == standing
    newest = here.seen()[0]["message_id"]
    await here.publish_again(product)
    await here.sell(product)
    await here.later()
    assert [words(each).startswith("🔴") for each in here.seen()] == [True, True]
    assert here.seen()[0]["message_id"] == newest


async def test_a_post_that_telegram_keeps_follows_the_truth_and_its_seller_is_told(here: Channel) -> None:
    product = await here.posted()
    here.chat.telegram.set_bot_rights(SHOWCASE, ["can_post_messages", "can_edit_messages"])
    await here.later(49 * 3600, step=3600)
    await here.publish_again(product, takes_down=True)
    assert len(here.seen()) == 2
    assert len(here.told("⚠️ Старый пост остался в канале")) == 1
    await here.sell(product)
    await here.later()
    assert [words(each).startswith("🔴") for each in here.seen()] == [True, True]


@pytest.mark.parametrize("rule", SoldPosts)
async def test_what_becomes_of_a_sold_work_is_the_sellers_rule(here: Channel, rule: SoldPosts) -> None:
    product, other = await here.posted(), await here.posted("Туман")
    await here.sell(other)
    await here.later()
    await here.shop.frontage.choose_rule(rule, await here.seller())
    await here.later()
    before = here.seen()
    assert len(before) == 2, "what was sold before is not deleted by a new rule"
    assert len(payloads(before[1])) == (0 if rule is SoldPosts.BARE else 2)
    await here.sell(product)
    await here.later()
    seen = here.seen()
    assert len(seen) == (1 if rule is SoldPosts.DELETE else 2)
    if rule is not SoldPosts.DELETE:
        assert words(seen[0]).startswith("🔴 Продано")
        assert len(payloads(seen[0])) == (2 if rule is SoldPosts.KEEP else 0)


async def test_a_sold_post_that_cannot_be_deleted_says_at_least_that_it_is_sold(here: Channel) -> None:
    product = await here.posted()
    await here.shop.frontage.choose_rule(SoldPosts.DELETE, await here.seller())
    here.chat.telegram.set_bot_rights(SHOWCASE, ["can_post_messages", "can_edit_messages"])
    await here.later(49 * 3600, step=3600)
    await here.sell(product)
    await here.later()
    assert words(here.seen()[0]).startswith("🔴 Продано")


async def test_the_pinned_post_counts_what_is_for_sale_and_is_kept_true(here: Channel) -> None:
    shelf = await here.shop.shelves.add({"ru": "Живопись"})
    below = await here.shop.shelves.add({"ru": "Нева"}, shelf)
    products = [await here.a_work(title) for title in ("Закат", "Туман")]
    for product, category in zip(products, (shelf, below), strict=True):
        await here.shop.listing.change(product, category=category)
    await here.shop.frontage.pin(SHOWCASE)
    await here.shop.frontage.pin(SHOWCASE)
    await here.later()
    (seen,) = here.seen()
    assert here.chat.telegram.pinned[str(SHOWCASE)] == [seen["message_id"]]
    assert words(seen).startswith("🛍 Vernissage\n2 работы в продаже")
    assert labels(seen) == ["🛍 Весь каталог", "🗂 Живопись · 2"]
    assert payloads(seen)[:2] == ["c_0-s_window", f"c_{shelf}-s_window"]
    await here.hold(products[0])
    await here.later(40)
    assert here.calls(*EDITS) == 0, "a hold changes no count"
    await here.sell(products[1])
    await here.a_work("Дождь")
    await here.later(40)
    assert "2 работы в продаже" in words(here.seen()[0])
    assert words(here.seen()[0]).splitlines()[4].startswith("«Дождь»")
    assert here.calls(*EDITS) == 1


async def test_without_the_right_to_pin_the_seller_reads_how_to_give_it(here: Channel) -> None:
    here.chat.telegram.set_bot_rights(SHOWCASE, ["can_post_messages"])
    await here.a_work()
    await here.shop.frontage.pin(SHOWCASE)
    await here.later()
    assert here.chat.telegram.pinned.get(str(SHOWCASE), []) == []
    assert len(here.told("⚠️ Пост с разделами вышел, но не закреплён")) == 1
    here.chat.telegram.set_bot_rights(SHOWCASE, ["can_post_messages", "can_edit_messages"])
    await here.shop.frontage.pin(SHOWCASE)
    await here.later()
    assert len(here.chat.telegram.pinned[str(SHOWCASE)]) == 1
    await here.shop.frontage.take_down()
    await here.later()
    assert here.seen() == []
    assert (await here.shop.frontage.overview()).window is None


async def test_another_channel_gets_a_pinned_post_of_its_own(here: Channel) -> None:
    await here.a_work()
    await here.shop.frontage.pin(SHOWCASE)
    await here.later()
    here.chat.telegram.add_channel(-1002, "second", "Second")
    here.showcase = -1002
    await here.shop.frontage.pin(-1002)
    await here.later()
    assert (len(here.seen()), len(here.seen(-1002))) == (1, 1)


async def test_a_showcase_that_is_switched_off_posts_nothing_and_keeps_the_truth(here: Channel) -> None:
    product, other = await here.posted(), await here.a_work("Туман")
    here.showcase = None
    await here.shop.posting.plan(other, None, None, Form.PHOTO)
    await here.sell(product)
    await here.later()
    (seen,) = here.seen()
    assert words(seen).startswith("🔴")
    found = await here.shop.posting.current(other)
    assert found is not None
    assert found.state is PostState.PLANNED
