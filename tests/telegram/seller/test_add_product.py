"""Does one photo with a caption become a work for sale, and does nothing wrong become one?"""

import pytest

from bot.basics.clock import MovableClock
from bot.basics.ids import ProductId
from bot.shop.catalogue.errors import NoSuchWork
from bot.shop.catalogue.values import Kind, Visibility
from bot.storage.database import Database
from tests.support.pictures import painting
from tests.support.seller_chat import OTHER, SellerChat, labels, said, seller_chat

CAPTION = "Закат над Невой, 12 000, холст, масло, 40×50, 2026"
FIRST = ProductId(1)


async def test_a_photo_with_a_caption_becomes_a_preview_with_sku_and_buttons(chat: SellerChat) -> None:
    preview = await chat.sends_photo(painting(), CAPTION)
    text = said(preview)
    assert "photo" in preview
    assert text.startswith("Закат над Невой\n")
    assert "холст, масло · 40 × 50 см · 2026" in text.replace("\u00a0", " ")
    assert "12\u00a0000\u00a0₽" in text
    assert {"type": "code", "offset": text.index("W-0001"), "length": 6} in preview["caption_entities"]
    assert [label.split(" ")[0] for label in labels(preview)] == ["📣", "✅", "🕒", "✏️", "🗂", "❌"]
    card = await chat.shop.catalogue.card(FIRST, "ru")
    assert card.visibility is Visibility.DRAFT
    assert card.kind is Kind.ONE_OF_A_KIND


async def test_publishing_lists_the_work_counts_it_and_owes_the_post(chat: SellerChat) -> None:
    await chat.sends_photo(painting(), CAPTION)
    shown = await chat.presses("📣")
    assert said(shown).startswith("📣")
    assert "W-0001" in said(shown)
    card = await chat.shop.catalogue.card(FIRST, "ru")
    assert card.visibility is Visibility.LISTED
    free = (await chat.shop.stock.availability([card.variant]))[card.variant]
    assert free.available == 1
    owed = [row.topic for row in await chat.shop.outbox.claim()]
    assert "showcase.publish" in owed
    assert await chat.shop.stock.differences() == []


async def test_listing_without_a_post_owes_none(chat: SellerChat) -> None:
    await chat.sends_photo(painting(), CAPTION)
    shown = await chat.presses("✅")
    assert said(shown).startswith("✅")
    assert "showcase.publish" not in [row.topic for row in await chat.shop.outbox.claim()]
    opened = await chat.presses("🖼")
    assert "W-0001" in said(opened)


async def test_an_old_publish_button_works_after_the_work_is_listed(chat: SellerChat) -> None:
    await chat.sends_photo(painting(), CAPTION)
    await chat.presses("✅")
    again = await chat.forges("d:1:publish")
    assert said(again).startswith("📣")
    assert (await chat.shop.catalogue.card(FIRST, "ru")).visibility is Visibility.LISTED


async def test_without_a_showcase_nothing_is_published(chat_without_showcase: SellerChat) -> None:
    chat = chat_without_showcase
    preview = await chat.sends_photo(painting(), CAPTION)
    assert not any(label.startswith("📣") for label in labels(preview))
    await chat.forges("d:1:publish")
    assert "showcase.publish" not in [row.topic for row in await chat.shop.outbox.claim()]


async def test_a_dropped_draft_is_gone_and_cannot_come_back(chat: SellerChat) -> None:
    await chat.sends_photo(painting(), CAPTION)
    dropped = await chat.presses("❌")
    assert said(dropped).startswith("❌")
    assert (await chat.shop.catalogue.card(FIRST, "ru")).visibility is Visibility.DROPPED
    refused = await chat.forges("d:1:list")
    assert said(refused).startswith("🙅")
    assert (await chat.shop.catalogue.card(FIRST, "ru")).visibility is Visibility.DROPPED


async def test_two_readings_of_a_price_are_asked_about(chat: SellerChat) -> None:
    preview = await chat.sends_photo(painting(), "Закат, 12.000, холст")
    assert labels(preview)[:2] == ["12\u00a0₽", "12\u00a0000\u00a0₽"]
    refused = await chat.forges("d:1:list")
    assert labels(refused)[:2] == ["12\u00a0₽", "12\u00a0000\u00a0₽"]
    assert (await chat.shop.catalogue.card(FIRST, "ru")).visibility is Visibility.DRAFT
    chosen = await chat.presses("12\u00a0000")
    assert "12\u00a0000\u00a0₽" in said(chosen)
    assert labels(chosen)[0].startswith("📣")
    assert (await chat.shop.catalogue.card(FIRST, "ru")).price.minor == 1_200_000


async def test_an_album_becomes_one_work_with_all_its_photos(chat: SellerChat) -> None:
    for number, caption in ((1, CAPTION), (2, ""), (3, "")):
        chat.telegram.user_sends_photo(chat.seller, painting(number), caption, "album-1")
    await chat.settle()
    assert len([each for each in chat.telegram.calls("sendPhoto") if each.status == 200]) == 1
    assert len(chat.telegram.calls("sendMessage")) == 0
    assert len((await chat.shop.catalogue.card(FIRST, "ru")).photos) == 3


async def test_an_album_without_a_caption_asks_once(chat: SellerChat) -> None:
    for number in (1, 2, 3):
        chat.telegram.user_sends_photo(chat.seller, painting(number), "", "album-2")
    await chat.settle()
    assert len(chat.telegram.calls("sendMessage")) == 1
    preview = await chat.says(CAPTION)
    assert said(preview).startswith("Закат над Невой")


async def test_a_caption_on_a_later_photo_of_an_album_answers_the_question(chat: SellerChat) -> None:
    for number, caption in ((1, ""), (2, CAPTION), (3, "")):
        chat.telegram.user_sends_photo(chat.seller, painting(number), caption, "album-3")
    await chat.settle()
    shown = [said(message) for message in chat.telegram.chat(chat.seller) if message["from"]["is_bot"]]
    assert len(shown) == 1
    assert shown[0].startswith("Закат над Невой")
    assert len((await chat.shop.catalogue.card(FIRST, "ru")).photos) == 2


async def test_a_photo_without_a_caption_is_completed_by_the_next_words(chat: SellerChat) -> None:
    asked = await chat.sends_photo(painting())
    assert said(asked).startswith("🆕")
    refused = await chat.says("просто слова")
    assert said(refused).startswith("🙅")
    preview = await chat.says(CAPTION)
    assert said(preview).startswith("Закат над Невой")
    assert "photo" in preview
    answer = await chat.says("12 000")
    assert "12" not in said(answer)[:3], "the question is closed: words are words again"


async def test_a_command_leaves_the_question(chat: SellerChat) -> None:
    await chat.sends_photo(painting())
    await chat.says("/desk")
    await chat.says(CAPTION)
    with pytest.raises(NoSuchWork):
        await chat.shop.catalogue.card(FIRST, "ru")


async def test_an_image_sent_as_a_file_is_a_draft_too(chat: SellerChat) -> None:
    preview = await chat.sends_file(painting(), "sunset.jpg", CAPTION)
    assert "photo" in preview
    assert said(preview).startswith("Закат над Невой")


@pytest.mark.parametrize(
    ("typed", "title", "price", "pieces", "size", "technique"),
    [
        ("-", "Закат над Невой", 1_200_000, 1, "40 × 50 см", "холст, масло"),
        ("15 000", "Закат над Невой", 1_500_000, 1, "40 × 50 см", "холст, масло"),
        ("3 шт", "Закат над Невой", 1_200_000, 3, "40 × 50 см", "холст, масло"),
        ("60×80", "Закат над Невой", 1_200_000, 1, "60 × 80 см", "холст, масло"),
        ("бумага, акварель", "Закат над Невой", 1_200_000, 1, "40 × 50 см", "бумага, акварель"),
        ("Рассвет", "Рассвет", 1_200_000, 1, "40 × 50 см", "холст, масло"),
        ("15 000, 2 шт", "Закат над Невой", 1_500_000, 2, "40 × 50 см", "холст, масло"),
        ("Рассвет, 9 000", "Рассвет", 900_000, 1, None, None),
    ],
)
async def test_a_correction_changes_what_it_names(
    chat: SellerChat, typed: str, title: str, price: int, pieces: int, size: str | None, technique: str | None
) -> None:
    await chat.sends_photo(painting(), CAPTION)
    asked = await chat.presses("✏️")
    assert said(asked).startswith("✏️")
    preview = await chat.says(typed)
    assert said(preview).startswith(title)
    card = await chat.shop.catalogue.card(FIRST, "ru")
    found = (card.title, card.price.minor, card.draft_quantity, card.size, card.technique)
    assert found == (title, price, pieces, size, technique)
    assert asked["message_id"] not in [message["message_id"] for message in chat.telegram.chat(chat.seller)]


async def test_a_reply_to_the_preview_corrects_it(chat: SellerChat) -> None:
    preview = await chat.sends_photo(painting(), CAPTION)
    await chat.says("/desk")
    fresh = await chat.says("9 500", reply_to=preview["message_id"])
    assert "9\u00a0500\u00a0₽" in said(fresh)
    assert (await chat.shop.catalogue.card(FIRST, "ru")).price.minor == 950_000


async def test_a_wrong_correction_changes_nothing_and_may_be_typed_again(chat: SellerChat) -> None:
    await chat.sends_photo(painting(), CAPTION)
    await chat.presses("✏️")
    assert said(await chat.says("0 шт")).startswith("🙅")
    assert said(await chat.says("-5")).startswith("🙅")
    assert (await chat.shop.catalogue.card(FIRST, "ru")).price.minor == 1_200_000
    await chat.says("13 000")
    assert (await chat.shop.catalogue.card(FIRST, "ru")).price.minor == 1_300_000


@pytest.mark.parametrize(
    "caption",
    [
        "просто фотография",
        "12 000",
        "Закат, abc",
        "Закат, -5",
        "Закат, 0",
        "Закат, 1000000000",
        "Закат, 12 000, 0 шт",
        "Закат, 12 000, 1000000000 шт",
        "Закат, 12 000 €",
        "Ж" * 900 + ", 12 000",
        ", 12 000",
    ],
)
async def test_a_bad_caption_gets_one_line_and_changes_nothing(chat: SellerChat, caption: str) -> None:
    refused = await chat.sends_photo(painting(), caption)
    assert said(refused).startswith("🙅")
    assert len(chat.telegram.calls("sendMessage", "sendPhoto")) == 1
    with pytest.raises(NoSuchWork):
        await chat.shop.catalogue.card(FIRST, "ru")


async def test_a_title_of_5000_characters_typed_as_a_caption_is_refused(chat: SellerChat) -> None:
    await chat.sends_photo(painting())
    refused = await chat.says("Ж" * 4000 + ", 12 000")
    assert said(refused).startswith("🙅")


async def test_hostile_markup_is_shown_as_it_was_typed(chat: SellerChat) -> None:
    preview = await chat.sends_photo(painting(), "<b>&Закат</b>, 12 000, <i>масло</i>")
    assert said(preview).startswith("<b>&Закат</b>")
    listed = await chat.presses("📣")
    assert "<b>&Закат</b>" in said(listed)
    assert "<b>&Закат</b>" in said(await chat.presses("🖼"))


async def test_a_file_of_more_than_20_megabytes_is_refused_without_a_download(chat: SellerChat) -> None:
    refused = await chat.sends_file(painting() + b"\0" * (21 * 1024 * 1024), "huge.jpg", CAPTION)
    assert said(refused).startswith("🙅")
    assert "20" in said(refused)
    assert chat.telegram.calls("getFile") == []


async def test_a_file_that_is_no_picture_is_refused(chat: SellerChat) -> None:
    refused = await chat.sends_file(b"no picture at all", "fake.png", CAPTION)
    assert said(refused).startswith("🙅")
    with pytest.raises(NoSuchWork):
        await chat.shop.catalogue.card(FIRST, "ru")


async def test_photos_of_buyers_are_no_drafts(chat: SellerChat) -> None:
    chat.who = OTHER
    await chat.sends_photo(painting(), CAPTION)
    with pytest.raises(NoSuchWork):
        await chat.shop.catalogue.card(FIRST, "ru")


async def test_add_explains_and_so_does_its_button(chat: SellerChat) -> None:
    assert said(await chat.says("/add")).startswith("🆕")
    await chat.says("/desk")
    assert said(await chat.presses("🆕")).startswith("🆕")


async def test_a_category_is_made_and_chosen_for_a_draft(chat: SellerChat) -> None:
    await chat.sends_photo(painting(), CAPTION)
    await chat.presses("🗂")
    await chat.presses("🆕")
    assert said(await chat.says("—")).startswith("🙅")
    listed = await chat.says("Живопись")
    assert "🗂 Живопись" in labels(listed)
    preview = await chat.presses("🗂 Живопись")
    assert said(preview).startswith("Закат над Невой")
    assert (await chat.shop.catalogue.card(FIRST, "ru")).category is not None


@pytest.mark.parametrize("language", ["ru", "en", "pl"])
async def test_the_story_reads_in_every_language(database: Database, clock: MovableClock, language: str) -> None:
    async with seller_chat(database, clock, language=language) as chat:
        await chat.says("/add")
        preview = await chat.sends_photo(painting(), "Sunset, 12 000, 3 pcs, oil on canvas, 40x50 cm")
        assert all(len(label) <= 20 for label in labels(preview))
        await chat.presses("✏️")
        await chat.says("-")
        await chat.presses("📣")
        opened = await chat.presses("🖼")
        assert all(len(label) <= 20 for label in labels(opened))
        await chat.presses("🙈")
        assert all(len(label) <= 20 for label in labels(chat.last))
