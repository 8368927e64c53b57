"""How does a seller's photo become a work for sale?"""

import asyncio

from aiogram import Bot, Router
from aiogram.exceptions import TelegramBadRequest
from aiogram.filters import Command, Filter
from aiogram.fsm.context import FSMContext
from aiogram.types import CallbackQuery, Message

from bot.basics.ids import ProductId
from bot.basics.pictures import MAX_BYTES, PictureRefused, clean_photo
from bot.shop.catalogue.errors import PriceNotChosen
from bot.shop.catalogue.values import NewPhoto, NewWork, Visibility
from bot.shop.customers.values import Person
from bot.shop.shop import Shop
from bot.shop.undo.values import Undoable
from bot.telegram.filters import Has
from bot.telegram.refusals import words
from bot.telegram.rights import Right, needs
from bot.telegram.screen import Screen, button, remove, rows, show
from bot.telegram.seller import looks, undoing
from bot.telegram.seller.asking import (
    KEEP,
    Answers,
    Does,
    OutsideBuyersQuestion,
    Selling,
    answered,
    answering,
    ask,
    seller_router,
)
from bot.telegram.seller.callbacks import AddExplain, DeskOpen, DraftAct, DraftPrice
from bot.telegram.seller.correction import corrected, read_caption
from bot.telegram.texts import Texts
from bot.telegram.toast import Toast


def router() -> Router:
    router = seller_router("add_product")
    catalogue, answer = needs(Right.CATALOGUE), answering(Right.CATALOGUE)
    router.message.register(on_add, Command("add"), flags=catalogue)
    router.callback_query.register(on_add_pressed, Does(AddExplain), flags=catalogue)
    router.message.register(on_photo, IsPicture(), OutsideBuyersQuestion(), flags=answer)
    router.message.register(on_reply, Has("text"), RepliesToDraft(), OutsideBuyersQuestion(), flags=answer)
    router.message.register(on_caption, Answers(Selling.caption), flags=answer)
    router.message.register(on_correction, Answers(Selling.correction), flags=answer)
    router.callback_query.register(on_put_up, Does(DraftAct, "publish", "list"), flags=catalogue)
    router.callback_query.register(on_edit, Does(DraftAct, "edit"), flags=catalogue)
    router.callback_query.register(on_drop, Does(DraftAct, "drop"), flags=catalogue)
    router.callback_query.register(on_again, Does(DraftAct, "again"), flags=catalogue)
    router.callback_query.register(on_price_chosen, Does(DraftPrice), flags=catalogue)
    return router


class IsPicture(Filter):
    """A photo, or a file that says it is an image."""

    async def __call__(self, message: Message) -> bool:
        document = message.document
        return bool(message.photo) or (document is not None and (document.mime_type or "").startswith("image/"))


class RepliesToDraft(Filter):
    """Words, not a command, in answer to the preview of a draft."""

    async def __call__(self, message: Message) -> bool:
        return _draft_replied_to(message) is not None and not (message.text or "").startswith("/")


async def on_add(message: Message, shop: Shop, texts: Texts) -> None:
    await show(message, explained(texts), shop.catalogue)


async def on_add_pressed(query: CallbackQuery, shop: Shop, texts: Texts) -> None:
    await show(query, explained(texts), shop.catalogue)


def explained(texts: Texts) -> Screen:
    """How a work is added, with a caption to follow."""
    return Screen(texts("sell-add-how"), rows(button(texts.plain("sell-desk"), DeskOpen())))


async def on_photo(
    message: Message,
    shop: Shop,
    person: Person,
    texts: Texts,
    state: FSMContext,
    bot: Bot,
    showcase_chat: int | str | None = None,
) -> None:
    album, caption = message.media_group_id, (message.caption or "").strip()
    if caption:
        work = await _understood(caption, shop, texts)
        photo = await _picture(bot, *_file(message))
        product = await shop.listing.draft(work, photo, person.id, album)
        await answered(bot, message.chat.id, state)
        await _show_preview(message, shop, product, texts, bot, showcase_chat)
        return
    asked = await state.get_data() if await state.get_state() == Selling.caption.state else {}
    if album is not None:
        added = await shop.listing.add_photo(album, person.id, await _picture(bot, *_file(message)))
        if added is not None or asked.get("album") == album:
            return
    file_id, size, is_photo = _file(message)
    if size > MAX_BYTES:
        raise _too_large()
    key = "sell-album-caption" if album else "sell-caption"
    back = button(texts.plain("sell-leave"), DeskOpen())
    kept = {"file": file_id, "size": size, "is_photo": is_photo, "album": album}
    await ask(message, state, shop, Selling.caption, texts(key), back, **kept)


async def on_caption(
    message: Message,
    shop: Shop,
    person: Person,
    texts: Texts,
    state: FSMContext,
    bot: Bot,
    showcase_chat: int | str | None = None,
) -> None:
    asked = await state.get_data()
    work = await _understood(message.text or "", shop, texts)
    photo = await _picture(bot, asked["file"], asked["size"], asked["is_photo"])
    product = await shop.listing.draft(work, photo, person.id, asked.get("album"))
    await answered(bot, message.chat.id, state)
    await _show_preview(message, shop, product, texts, bot, showcase_chat)


async def on_edit(query: CallbackQuery, callback_data: DraftAct, shop: Shop, texts: Texts, state: FSMContext) -> None:
    product = ProductId(callback_data.product)
    card = await shop.catalogue.card(product, texts.language)
    if card.visibility is not Visibility.DRAFT:
        await show(query, looks.put_up(card, texts, published=False), shop.catalogue)
        return
    back = button(texts.plain("sell-back"), DraftAct(product=product, act="again"))
    await ask(query, state, shop, Selling.correction, texts("sell-correct"), back, product=product)


async def on_correction(
    message: Message,
    shop: Shop,
    texts: Texts,
    state: FSMContext,
    bot: Bot,
    showcase_chat: int | str | None = None,
) -> None:
    product = ProductId((await state.get_data())["product"])
    await _correct(message.text or "", product, shop, texts)
    await answered(bot, message.chat.id, state)
    await _show_preview(message, shop, product, texts, bot, showcase_chat)


async def on_reply(
    message: Message,
    shop: Shop,
    texts: Texts,
    state: FSMContext,
    bot: Bot,
    showcase_chat: int | str | None = None,
) -> None:
    product, preview = _draft_replied_to(message), message.reply_to_message
    if product is None or preview is None:
        return
    await _correct(message.text or "", product, shop, texts)
    await state.clear()
    await remove(bot, message.chat.id, preview.message_id)
    await _show_preview(message, shop, product, texts, bot, showcase_chat)


async def on_again(
    query: CallbackQuery,
    callback_data: DraftAct,
    shop: Shop,
    texts: Texts,
    bot: Bot,
    showcase_chat: int | str | None = None,
) -> None:
    await _show_preview(query, shop, ProductId(callback_data.product), texts, bot, showcase_chat)


async def on_price_chosen(
    query: CallbackQuery,
    callback_data: DraftPrice,
    shop: Shop,
    texts: Texts,
    bot: Bot,
    showcase_chat: int | str | None = None,
) -> None:
    product = ProductId(callback_data.product)
    choices = (await shop.catalogue.card(product, texts.language)).price_choices
    if 0 <= callback_data.choice < len(choices):
        await shop.listing.choose_price(product, choices[callback_data.choice])
    await _show_preview(query, shop, product, texts, bot, showcase_chat)


async def on_put_up(
    query: CallbackQuery,
    callback_data: DraftAct,
    shop: Shop,
    person: Person,
    texts: Texts,
    toast: Toast,
    bot: Bot,
    showcase_chat: int | str | None = None,
) -> None:
    product = ProductId(callback_data.product)
    publish = callback_data.act == "publish" and showcase_chat is not None
    try:
        await shop.listing.put_up(product, person.id, publish=publish)
    except PriceNotChosen as refusal:
        # the preview itself asks which price is meant: it has to stay
        await toast(words(refusal, texts), alert=True)
        await _show_preview(query, shop, product, texts, bot, showcase_chat)
        return
    card = await shop.catalogue.card(product, texts.language, bot.id)
    await show(query, looks.put_up(card, texts, published=publish), shop.catalogue)


async def on_drop(query: CallbackQuery, callback_data: DraftAct, shop: Shop, texts: Texts) -> None:
    await shop.listing.drop(ProductId(callback_data.product))
    undo = undoing.button_of(Undoable.DROPPED, callback_data.product, texts)
    await show(query, undoing.under(looks.dropped(texts), undo), shop.catalogue)


async def _understood(caption: str, shop: Shop, texts: Texts) -> NewWork:
    """Raises what a caption raises."""
    return read_caption(caption, (await shop.policies.now()).currency, texts.language)


async def _correct(text: str, product: ProductId, shop: Shop, texts: Texts) -> None:
    if text.strip() in KEEP:
        return
    card = await shop.catalogue.card(product, texts.language)
    currency = (await shop.policies.now()).currency
    await shop.listing.rewrite(product, corrected(text, card, currency, texts.language))


async def _show_preview(
    event: Message | CallbackQuery,
    shop: Shop,
    product: ProductId,
    texts: Texts,
    bot: Bot,
    showcase_chat: int | str | None,
) -> None:
    screen = await looks.work_screen(shop, product, texts, bot, showcase=showcase_chat is not None)
    await show(event, screen, shop.catalogue)


def _draft_replied_to(message: Message) -> ProductId | None:
    """Whose preview a message answers: its buttons name the draft."""
    markup = message.reply_to_message.reply_markup if message.reply_to_message else None
    for line in markup.inline_keyboard if markup else ():
        for key in line:
            if (key.callback_data or "").startswith(f"{DraftAct.__prefix__}:"):
                return ProductId(DraftAct.unpack(key.callback_data or "").product)
    return None


def _file(message: Message) -> tuple[str, int, bool]:
    """(file_id, bytes, whether it is a photo): the largest size of a photo, or the file."""
    if message.photo:
        return message.photo[-1].file_id, message.photo[-1].file_size or 0, True
    document = message.document
    if document is None:
        raise ValueError("the message holds no picture")
    return document.file_id, document.file_size or 0, False


async def _picture(bot: Bot, file_id: str, size: int, is_photo: bool) -> NewPhoto:
    """The picture, downloaded and cleaned. Raises PictureRefused."""
    if size > MAX_BYTES:
        raise _too_large()
    try:
        raw = await bot.download(file_id)
    except TelegramBadRequest as refusal:
        if "too big" in refusal.message:
            raise _too_large() from refusal
        raise PictureRefused("picture-unreadable") from refusal
    picture = await asyncio.to_thread(clean_photo, raw.read() if raw else b"")
    # a file's id sends a file, not a photo: the picture is uploaded once more then
    known = file_id if is_photo else None
    return NewPhoto(picture.jpeg, picture.width, picture.height, picture.sha256, bot.id if is_photo else None, known)


def _too_large() -> PictureRefused:
    return PictureRefused("picture-too-large", limit=MAX_BYTES // 1024 // 1024)
