"""Does a post show the truth, and cost one edit when the truth changes and none when it does not?"""

from collections.abc import AsyncIterator
from dataclasses import dataclass, replace

import pytest
from aiogram import Bot
from aiogram.exceptions import TelegramAPIError

from bot.basics.ids import CategoryId, CustomerId, OrderId, ProductId, VariantId
from bot.basics.languages import LANGUAGES, Language
from bot.partners.pretend.telegram.server import PretendTelegram
from bot.shop.catalogue.values import Visibility
from bot.shop.shop import Shop
from bot.shop.showcase.values import Window
from bot.shop.stock.values import Availability, Wanted
from bot.telegram.screen import send
from bot.telegram.showcase import posts
from bot.telegram.texts import load_texts
from tests.support.seller_chat import SELLER, SHOWCASE, Message, pretend_bot, pretend_telegram, said
from tests.support.shops import a_work, someone

RU = load_texts()["ru"]
NAME = "vernissage_bot"


@dataclass
class Stage:
    """A work with a post."""

    shop: Shop
    telegram: PretendTelegram
    bot: Bot
    seller: CustomerId
    product: ProductId
    variant: VariantId

    async def publish(self, chat: int | str = SHOWCASE) -> Message:
        await posts.publish(self.bot, self.shop, self.product, chat, RU, NAME)
        return self.seen

    async def refresh(self) -> Message:
        await posts.refresh(self.bot, self.shop, self.variant, RU, NAME)
        return self.seen

    async def window(self) -> Window:
        return await self.shop.showcase.window(self.product, "ru", self.bot.id)

    async def hold(self) -> tuple[OrderId, CustomerId]:
        buyer = await someone(self.shop)
        started = await self.shop.checkout.start(buyer, "ru", [Wanted(self.variant, 1)])
        return started.order.id, buyer

    @property
    def seen(self) -> Message:
        return self.telegram.last_message(SHOWCASE)

    @property
    def edits(self) -> list[str]:
        names = ("editMessageCaption", "editMessageMedia", "editMessageText", "editMessageReplyMarkup")
        return [call.method for call in self.telegram.calls(*names)]


@pytest.fixture
async def stage(shop: Shop) -> AsyncIterator[Stage]:
    telegram = pretend_telegram()
    seller = await someone(shop)
    product, variant, _ = await a_work(shop, seller)
    async with pretend_bot(telegram) as bot:
        yield Stage(shop, telegram, bot, seller, product, variant)
    assert telegram.defects == []


def url(message: Message) -> str:
    return str(message["reply_markup"]["inline_keyboard"][0][0]["url"])


@pytest.mark.parametrize("chat", [SHOWCASE, "@vernissage_shop"])
async def test_a_post_has_a_photo_the_facts_and_one_way_in(stage: Stage, chat: int | str) -> None:
    seen = await stage.publish(chat)
    assert "photo" in seen
    assert said(seen).startswith("Закат над Невой\n")
    assert "12\u00a0000\u00a0₽" in said(seen)
    assert url(seen) == f"https://t.me/{NAME}?start=p_{stage.product}"
    assert seen["reply_markup"]["inline_keyboard"][0][0]["text"].startswith("⚡")


async def test_published_twice_is_one_post(stage: Stage) -> None:
    await stage.publish()
    await stage.publish()
    assert len(stage.telegram.calls("sendPhoto")) == 1
    assert stage.edits == []


async def test_nothing_changed_is_no_call_at_all(stage: Stage) -> None:
    await stage.publish()
    await stage.refresh()
    assert stage.edits == []


async def test_held_sold_and_back_are_one_caption_edit_each(stage: Stage) -> None:
    first = said(await stage.publish())
    order, buyer = await stage.hold()
    held = await stage.refresh()
    assert said(held) != first
    assert url(held).endswith(f"p_{stage.product}")
    await stage.refresh()
    await stage.shop.checkout.cancel(order, buyer)
    assert said(await stage.refresh()) == first
    await stage.shop.channels.sold_by_hand("W-0001", 1, None, stage.seller, "1:1")
    sold = await stage.refresh()
    assert said(sold) not in (first, said(held))
    assert url(sold) == f"https://t.me/{NAME}"
    assert stage.edits == ["editMessageCaption"] * 3


async def test_a_lower_price_strikes_the_old_one(stage: Stage) -> None:
    await stage.publish()
    await stage.shop.listing.change(stage.product, price_minor=900_000)
    seen = await stage.refresh()
    assert "12\u00a0000\u00a0₽ 9\u00a0000\u00a0₽" in said(seen)
    assert "strikethrough" in {entity["type"] for entity in seen["caption_entities"]}


async def test_a_hidden_work_offers_nothing_to_buy(stage: Stage) -> None:
    await stage.publish()
    await stage.shop.listing.show(stage.product, shown=False)
    assert "start=p_" not in url(await stage.refresh())
    await stage.shop.listing.show(stage.product, shown=True)
    assert "start=p_" in url(await stage.refresh())


async def test_a_post_deleted_by_hand_is_left_alone(stage: Stage) -> None:
    seen = await stage.publish()
    stage.telegram.records[str(SHOWCASE)].pop(seen["message_id"])
    await stage.hold()
    await posts.refresh(stage.bot, stage.shop, stage.variant, RU, NAME)
    assert (await stage.window()).post is None
    calls = len(stage.telegram.journal)
    await posts.refresh(stage.bot, stage.shop, stage.variant, RU, NAME)
    assert len(stage.telegram.journal) == calls


async def test_a_post_that_shows_the_truth_already_is_remembered(stage: Stage) -> None:
    """The edit arrived, its answer did not: the next one is "not modified", which is fine."""
    await stage.publish()
    await stage.hold()
    post = (await stage.window()).post
    assert post is not None
    await stage.refresh()
    await stage.shop.showcase.posted(stage.product, post)
    await stage.refresh()
    kept = (await stage.window()).post
    assert kept is not None
    assert kept.digest != post.digest


async def test_a_showcase_that_shuts_the_bot_out_is_no_silence(stage: Stage) -> None:
    await stage.publish()
    await stage.hold()
    stage.telegram.set_bot_rights(SHOWCASE, None)
    with pytest.raises(TelegramAPIError):
        await posts.refresh(stage.bot, stage.shop, stage.variant, RU, NAME)
    assert (await stage.window()).post is not None


async def test_a_work_without_a_post_is_not_touched(stage: Stage) -> None:
    await posts.refresh(stage.bot, stage.shop, stage.variant, RU, NAME)
    assert list(stage.telegram.journal) == []


async def test_a_draft_is_never_posted(stage: Stage) -> None:
    await stage.shop.listing.show(stage.product, shown=False)
    await posts.publish(stage.bot, stage.shop, stage.product, SHOWCASE, RU, NAME)
    assert stage.telegram.chat(SHOWCASE) == []


@pytest.mark.parametrize("language", LANGUAGES)
async def test_a_post_is_a_pure_function_of_the_state(stage: Stage, language: Language) -> None:
    texts, window = load_texts()[language], await stage.window()
    assert posts.post(window, texts, NAME) == posts.post(window, texts, NAME)
    digests = {
        posts.digest(posts.post(replace(window, availability=free, card=card), texts, NAME))
        for free in (Availability(1, 0, 0, 1), Availability(0, 1, 0, 1), Availability(0, 0, 0, 0))
        for card in (
            window.card,
            replace(window.card, price=replace(window.card.price, minor=1)),
            replace(window.card, category=CategoryId(7)),
        )
    }
    assert len(digests) == 7, "the category shows only where there is nothing to buy"
    assert all(len(each) <= 64 for each in digests)
    hidden = replace(window.card, visibility=Visibility.HIDDEN)
    assert "start=p_" not in str(posts.post(replace(window, card=hidden), texts, NAME).rows)


async def test_a_description_as_long_as_can_be_still_fits(stage: Stage) -> None:
    window = await stage.window()
    card = replace(window.card, title="🎨" * 200, technique="🖌" * 200, description="🖼" * 4000)
    screen = posts.post(replace(window, card=card), RU, NAME)
    await send(stage.bot, SHOWCASE, screen, stage.shop.catalogue)
    assert "photo" in stage.seen


async def test_sellers_are_not_told_by_posts(stage: Stage) -> None:
    await stage.publish()
    assert stage.telegram.chat(SELLER) == []
