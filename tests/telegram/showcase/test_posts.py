"""Does a post show the truth, and cost one edit when the truth changes and none when it does not?"""

from dataclasses import replace
from datetime import timedelta

import pytest

from bot.basics.ids import CategoryId, ProductId
from bot.basics.languages import LANGUAGES, Language
from bot.shop.catalogue.values import Kind, Visibility
from bot.shop.showcase.values import Exhibit, Form, Post, PostId, PostState, Shown, SoldPosts
from bot.shop.stock.values import Availability
from bot.telegram.buyer.limits import seen_length
from bot.telegram.screen import CAPTION_LIMIT, send
from bot.telegram.showcase import posts
from tests.support.channel import EDITS, NAME, POSTS, Channel, payloads, texts
from tests.support.seller_chat import SHOWCASE, labels, said

MANY = Availability(3, 0, 0, 3)
ONE, HELD, SOLD = Availability(1, 0, 0, 1), Availability(0, 1, 0, 1), Availability(0, 0, 1, 1)


async def shown(here: Channel, product: ProductId, free: Availability, form: Form = Form.PHOTO) -> Shown:
    card = await here.shop.catalogue.card(product, here.language, here.chat.bot.id)
    post = Post(PostId(1), form, PostState.POSTED, None, SHOWCASE, 1, "", (), 0, False, None)
    return Shown(post, (Exhibit(card, free),), SoldPosts.KEEP)


async def test_a_post_has_a_photo_the_facts_and_one_way_in_that_says_where_one_came_from(here: Channel) -> None:
    product = await here.posted()
    (seen,) = here.seen()
    assert "photo" in seen
    assert said(seen).startswith("Закат над Невой\n")
    assert "12\u00a0000\u00a0₽" in said(seen)
    assert payloads(seen) == [f"p_{product}-s_post"]
    assert labels(seen)[0].startswith("⚡")
    assert here.chat.telegram.chat(here.chat.who) == [], "a post that went out is nobody's alert"


async def test_a_channel_named_by_its_name_is_looked_up_once(here: Channel) -> None:
    here.showcase = "@vernissage_shop"
    await here.posted()
    await here.posted("Туман")
    assert len(here.seen()) == 2
    assert len(here.chat.telegram.calls("getChat")) == 1


async def test_nothing_changed_is_no_call_at_all(here: Channel) -> None:
    product = await here.posted()
    await here.shop.listing.change(product, title=("ru", "Закат над Невой"))
    await here.later()
    assert here.calls(*EDITS) == 0
    assert await here.shop.showcase.due("ru", here.chat.bot.id) == await here.shop.showcase.due("ru", 1)


async def test_held_free_and_sold_are_one_caption_edit_each(here: Channel) -> None:
    product = await here.posted()
    first = said(here.seen()[0])
    await here.hold(product)
    await here.later()
    held = here.seen()[0]
    assert said(held) != first
    assert payloads(held) == [f"p_{product}-s_post"]
    here.clock.move(timedelta(hours=1))
    await here.shop.checkout.sweep()
    await here.later()
    assert said(here.seen()[0]) == first
    await here.sell(product)
    await here.later()
    sold = here.seen()[0]
    assert said(sold).startswith("🔴 Продано\nЗакат над Невой")
    assert "₽" not in said(sold)
    assert payloads(sold) == [f"p_{product}-s_similar", f"p_{product}-s_like"]
    assert [call.method for call in here.chat.telegram.calls(*EDITS)] == ["editMessageCaption"] * 3
    assert here.calls(*POSTS) == 1


async def test_a_sold_work_that_comes_back_can_be_bought_in_its_post_again(here: Channel) -> None:
    product = await here.posted()
    first = said(here.seen()[0])
    await here.sell(product)
    await here.later()
    await here.shop.shelves.count("W-0001", 1, await here.seller(), "back")
    await here.later()
    assert said(here.seen()[0]) == first
    assert payloads(here.seen()[0]) == [f"p_{product}-s_post"]


async def test_a_lower_price_strikes_the_old_one(here: Channel) -> None:
    product = await here.posted()
    await here.shop.listing.change(product, price_minor=900_000)
    await here.later()
    (seen,) = here.seen()
    assert "12\u00a0000\u00a0₽ 9\u00a0000\u00a0₽" in said(seen)
    assert "strikethrough" in {entity["type"] for entity in seen["caption_entities"]}


async def test_a_hidden_work_offers_nothing_to_buy(here: Channel) -> None:
    product = await here.posted()
    await here.shop.listing.show(product, shown=False)
    await here.later()
    assert payloads(here.seen()[0]) == ["c_0-s_post"]
    await here.shop.listing.show(product, shown=True)
    await here.later()
    assert payloads(here.seen()[0]) == [f"p_{product}-s_post"]


async def test_a_post_deleted_by_hand_is_left_alone_and_its_work_may_have_another(here: Channel) -> None:
    product = await here.posted()
    here.chat.telegram.records[str(SHOWCASE)].clear()
    await here.hold(product)
    await here.later()
    assert await here.shop.posting.current(product) is None
    calls = len(here.chat.telegram.journal)
    await here.shop.listing.change(product, price_minor=100)
    await here.later()
    assert len(here.chat.telegram.journal) == calls
    await here.publish(product)
    assert len(here.seen()) == 1


async def test_an_edit_whose_answer_was_lost_is_made_once(here: Channel) -> None:
    product = await here.posted()
    here.chat.telegram.faults.add("editMessageCaption", "timeout_after")
    await here.hold(product)
    await here.later(40)
    assert here.calls("editMessageCaption") == 2, "the second one is told that nothing is to be modified"
    await here.later(60)
    assert here.calls("editMessageCaption") == 2
    assert here.told("⚠️") == []


@pytest.mark.parametrize("rights", [None, [], ["can_edit_messages"]])
async def test_a_showcase_that_shuts_the_bot_out_is_told_once_and_caught_up_with(
    here: Channel, rights: list[str] | None
) -> None:
    product = await here.posted()
    before = said(here.seen()[0])
    await here.sell(product)
    here.chat.telegram.set_bot_rights(SHOWCASE, rights)
    await here.later(3600, step=120)
    assert said(here.seen()[0]) == before
    assert len(here.told("⚠️ Канал-витрина не пускает бота")) == 1
    here.chat.telegram.set_bot_rights(SHOWCASE, ["can_post_messages", "can_edit_messages"])
    await here.later(700, step=60)
    assert said(here.seen()[0]).startswith("🔴"), "the post catches up by itself"


async def test_a_post_that_telegram_refuses_keeps_no_other_from_the_truth(here: Channel) -> None:
    odd, product = await here.posted(), await here.posted("Туман")
    here.chat.telegram.faults.add("editMessageCaption", "error", description="Bad Request: odd")
    await here.sell(odd)
    await here.sell(product)
    await here.later()
    assert [said(each).startswith("🔴") for each in here.seen()] == [False, True]
    assert len(here.told("⚠️ Не получилось обновить пост")) == 1


async def test_a_work_without_a_post_costs_no_call_and_no_write(here: Channel) -> None:
    product = await here.a_work()
    await here.hold(product)
    await here.later()
    assert list(here.chat.telegram.journal) == []
    async with here.database.reading() as session:
        from sqlalchemy import text

        assert await session.scalar(text("SELECT count(*) FROM outbox WHERE topic = 'showcase.refresh'")) == 0


async def test_a_draft_and_a_hidden_work_are_never_posted(here: Channel) -> None:
    product = await here.a_work()
    await here.shop.posting.plan(product, None, None, Form.PHOTO)
    await here.shop.listing.show(product, shown=False)
    await here.later()
    assert here.seen() == []
    assert len(here.told("⚠️ Пост не вышел: «Закат над Невой»")) == 1


async def test_posts_in_an_earlier_channel_are_kept_true_until_the_bot_is_out(here: Channel) -> None:
    product = await here.posted()
    here.chat.telegram.add_channel(-1002, "second", "Second")
    here.showcase = -1002
    await here.hold(product)
    await here.later()
    assert "брони" in said(here.seen()[0])
    seen = await here.shop.posting.current(product)
    assert seen is not None
    await here.shop.posting.plan(product, seen.id, None, Form.PHOTO)
    await here.later()
    assert len(here.seen(-1002)) == 1
    here.chat.telegram.set_bot_rights(SHOWCASE, None)
    await here.sell(product)
    await here.later()
    assert said(here.seen(-1002)[0]).startswith("🔴")
    assert "брони" in said(here.seen()[0])
    assert here.told("⚠️ Канал") == [], "nobody minds a channel that was left"
    assert await here.shop.showcase.find(seen.id) is None


@pytest.mark.parametrize("language", LANGUAGES)
async def test_a_post_is_a_pure_function_of_the_state_in_every_language(here: Channel, language: Language) -> None:
    said_in, whole = texts()[language], await shown(here, await here.a_work(), ONE)
    exhibit = whole.exhibits[0]
    cards = (
        exhibit.card,
        replace(exhibit.card, price=replace(exhibit.card.price, minor=1)),
        replace(exhibit.card, category=CategoryId(7)),
        replace(exhibit.card, visibility=Visibility.HIDDEN),
        replace(exhibit.card, kind=Kind.ORDINARY),
    )
    looks = [
        posts.look(replace(whole, exhibits=(Exhibit(card, free),), rule=rule), said_in, NAME)
        for card in cards
        for free in (MANY, ONE, HELD, SOLD)
        for rule in SoldPosts
    ]
    assert posts.look(whole, said_in, NAME) == posts.look(whole, said_in, NAME)
    digests = {posts.digest(look) for look in looks}
    # free and held at two prices; several, or the last of them; sold with and without buttons; hidden
    assert len(digests) == 2 * 2 + 2 + 2 + 1
    assert all(len(each) <= 64 for each in digests)
    for look in looks:
        assert seen_length(look.text) <= CAPTION_LIMIT
        assert all(len(button.text) <= 20 for row in look.rows for button in row), look.rows
        await send(here.chat.bot, SHOWCASE, look, here.shop.catalogue)


@pytest.mark.parametrize("form", [Form.PHOTO, Form.ALBUM])
async def test_a_description_as_long_as_can_be_still_fits(here: Channel, form: Form) -> None:
    whole = await shown(here, await here.a_work(photos=3), SOLD, form)
    card = replace(whole.exhibits[0].card, title="🎨" * 200, technique="🖌" * 200, description="🖼" * 4000)
    look = posts.look(replace(whole, exhibits=(Exhibit(card, SOLD),)), texts()["pl"], NAME)
    assert len(posts.pictures(whole)) == (3 if form is Form.ALBUM else 1)
    assert seen_length(look.text) <= CAPTION_LIMIT
    await send(here.chat.bot, SHOWCASE, look, here.shop.catalogue)


async def test_ten_titles_as_long_as_can_be_still_fit(here: Channel) -> None:
    whole = await shown(here, await here.a_work(), HELD, Form.COLLECTION)
    card = replace(whole.exhibits[0].card, title="🎨<&" * 60)
    look = posts.look(replace(whole, exhibits=(Exhibit(card, HELD),) * 10), texts()["pl"], NAME)
    assert seen_length(look.text) <= CAPTION_LIMIT
    await send(here.chat.bot, SHOWCASE, look, here.shop.catalogue)
