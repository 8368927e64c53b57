"""What does one work look like, how many are left now, and how does one buy it?"""

import time
from collections.abc import Awaitable, Callable, Sequence
from dataclasses import dataclass
from datetime import datetime
from typing import Any, Final
from zoneinfo import ZoneInfo

from aiogram import BaseMiddleware, Bot, Router
from aiogram.filters.callback_data import CallbackData
from aiogram.fsm.context import FSMContext
from aiogram.types import CallbackQuery, InlineKeyboardButton, TelegramObject

from bot.basics.clock import Clock
from bot.basics.ids import LocationId, ProductId
from bot.shop.analytics.values import Step
from bot.shop.browsing.values import Beside, Shelf
from bot.shop.catalogue.errors import NoSuchWork
from bot.shop.catalogue.values import Card, Kind, Visibility
from bot.shop.customers.values import Person
from bot.shop.pickup.values import Place
from bot.shop.shop import Shop
from bot.shop.stock.errors import SoldOut
from bot.shop.stock.values import Level, Wanted
from bot.shop.waiting.values import Marks
from bot.telegram import wording
from bot.telegram.buyer import buttons, checkout, shelf_buttons, wish_buttons
from bot.telegram.buyer.callbacks import AskAbout, Buy, CardOpen, CartAdd, ShelvesOpen
from bot.telegram.buyer.limits import cut, cut_to_fit, seen_length
from bot.telegram.buyer.order_words import moment, paragraphs, usual
from bot.telegram.buyer.questions import screen_router
from bot.telegram.buyer.shelf_buttons import SimilarOpen, WorkBeside
from bot.telegram.rights import Right, needs
from bot.telegram.screen import CAPTION_LIMIT, Screen, button, rows, show
from bot.telegram.texts import Html, Texts, joined
from bot.telegram.toast import Toast

_SHORTEST_DESCRIPTION: Final = 40
_MOST_PLACES: Final = 2
_MOST_CARE: Final = 200
NO_MARKS: Final = Marks()
UTC: Final = ZoneInfo("UTC")


def router() -> Router:
    made = screen_router("product_card")
    made.callback_query.middleware(PlacesKnown())
    made.callback_query.register(on_card, CardOpen.filter(), flags=needs(Right.BUY))
    made.callback_query.register(on_buy, Buy.filter(), flags=needs(Right.BUY))
    made.callback_query.register(on_add, CartAdd.filter(), flags=needs(Right.BUY))
    return made


class PlacesKnown(BaseMiddleware):
    """`places` for handlers that say where a work can be seen: they change once a month, a card is opened all day."""

    FRESH_S: Final = 20.0

    def __init__(self) -> None:
        self._read_at = -self.FRESH_S
        self._places: tuple[Place, ...] = ()

    async def __call__(
        self,
        handler: Callable[[TelegramObject, dict[str, Any]], Awaitable[Any]],
        event: TelegramObject,
        data: dict[str, Any],
    ) -> Any:
        now = time.monotonic()
        if now - self._read_at >= self.FRESH_S:
            shop: Shop = data["shop"]
            self._places = tuple(await shop.pickup.places())
            self._read_at = now
        data["places"] = self._places
        return await handler(event, data)


@dataclass(frozen=True, slots=True)
class Along:
    """Where on a shelf a card stands, and where ⬅️ leads."""

    shelf: Shelf
    beside: Beside
    back: CallbackData


# -- views ---------------------------------------------------------------------------------------------------------


def card(
    work: Card,
    levels: Sequence[Level],
    places: Sequence[Place],
    texts: Texts,
    *,
    photo: int = 0,
    now: datetime,
    marks: Marks = NO_MARKS,
    zone: ZoneInfo = UTC,
    back: CallbackData | None = None,
    as_usual: str = "",
    along: Along | None = None,
    similar: bool = False,
) -> Screen:
    """Photo, title, what it is, price, what is left, where it can be seen; the description as far as it fits.

    `along`: it stands among others; `similar`: there are others that can be had.
    """
    free = sum(level.available for level in levels)
    held = sum(level.reserved for level in levels)
    facts = joined(
        [
            about(work, texts),
            price(work, texts),
            _held_for_you(marks, texts, now, zone) or left(work, free, held, texts),
            _seen_at(levels, places, texts, now),
            texts("card-as-usual", choice=as_usual) if as_usual and (free > 0 or held > 0) else "",
        ]
    )
    text = joined([texts("card-title", title=cut(work.title, 200)), facts])
    more = besides(work, texts)
    room = CAPTION_LIMIT - seen_length(text) - seen_length(more) - 4
    told = cut_to_fit(work.description, room) if work.description and room >= _SHORTEST_DESCRIPTION else ""
    text = paragraphs(text, told, more)
    shown = photo % len(work.photos) if work.photos else 0
    may_buy = free > 0 or held > 0
    like = not may_buy
    asks = button(texts.plain("talk-ask-like" if like else "talk-ask"), AskAbout(product=work.product, like=like))
    alike = button(texts.plain("to-similar"), _similar(work, along), None if may_buy else "primary")
    wished = wish_buttons.row(work.variant, marks, texts, gone=free <= 0, photo=shown)
    leads = back or (along.back if along else ShelvesOpen(parent=work.category or 0))
    return Screen(
        text,
        rows(
            button(texts.plain("buy-as-usual" if as_usual else "buy-now"), Buy(product=work.product), "primary")
            if may_buy
            else (alike if similar else buttons.catalogue(texts, "primary")),
            shelf_buttons.neighbours(along.shelf, along.beside) if along else None,
            _leaves(work, shown) if along is None else None,
            (button(texts.plain("add-to-cart"), CartAdd(product=work.product)), buttons.cart(texts))
            if may_buy
            else asks,
            wished if len(wished) > 1 or not may_buy else (*wished, asks),
            (*((asks,) if len(wished) > 1 else ()), *((alike,) if similar else ())) if may_buy else None,
            _tools(work, shown, along, texts) if along else None,
            (button(texts.plain("back"), leads), buttons.home(texts)),
        ),
        photo=work.photos[shown] if work.photos else None,
    )


def gone(error: SoldOut, work: Card, texts: Texts) -> Screen:
    """😔 with what else there is; the photo of the work stays."""
    return Screen(
        texts(error.text_key, **error.fields),
        rows(
            buttons.catalogue(texts, "primary"),
            wish_buttons.wait(error.variant, texts),
            (button(texts.plain("back"), CardOpen(product=work.product)), buttons.home(texts)),
        ),
        keep_photo=True,
    )


def about(work: Card, texts: Texts) -> str:
    """`холст, масло · 40 × 50 см · 2026 · экземпляр 3 из 30`"""
    known = [wording.size(work.size, texts.language) if work.size else ""]
    known.append(str(work.year) if work.year else "")
    if work.kind is Kind.EDITION and work.edition_size:
        if work.edition_number:
            known.append(texts.plain("edition-copy", number=work.edition_number, size=work.edition_size))
        else:
            known.append(texts.plain("edition-size", size=work.edition_size))
    numbers = "\N{NO-BREAK SPACE}·\N{NO-BREAK SPACE}".join(part for part in known if part)
    technique = cut(work.technique, 120) if work.technique else ""
    return "\N{NO-BREAK SPACE}· ".join(part for part in (technique, numbers) if part)


def besides(work: Card, texts: Texts) -> Html:
    """Certificate and care, as far as there is something to say."""
    return joined(
        [
            texts("card-certificate") if work.certificate else "",
            texts("card-care", care=cut(work.care, _MOST_CARE)) if work.care else "",
        ]
    )


def price(work: Card, texts: Texts) -> Html:
    """The price in bold, an older and higher one struck before it."""
    now = wording.money(work.price.minor, work.price.currency, texts.language)
    if work.old_price_minor and work.old_price_minor > work.price.minor:
        before = wording.money(work.old_price_minor, work.price.currency, texts.language)
        return texts("card-price-lowered", before=before, price=now)
    return texts("card-price", price=now)


def left(work: Card, free: int, held: int, texts: Texts) -> Html:
    """What is left now, as a person at the gallery would say it."""
    if free <= 0:
        if held > 0:
            return texts("left-held")
        return texts("left-sold-one" if work.kind is Kind.ONE_OF_A_KIND else "left-sold-all")
    if work.kind is Kind.ONE_OF_A_KIND:
        return texts("left-only")
    if free == 1:
        return texts("left-last")
    if work.kind is Kind.EDITION and work.edition_size and free <= work.edition_size:
        return texts("left-of-edition", count=free, size=work.edition_size)
    return texts("left-count", count=free)


def _held_for_you(marks: Marks, texts: Texts, now: datetime, zone: ZoneInfo) -> Html | str:
    if marks.held_until is None or marks.held_until <= now:
        return ""
    return texts("held-for-you", until=moment(marks.held_until, texts, now, zone))


def _seen_at(levels: Sequence[Level], places: Sequence[Place], texts: Texts, now: datetime) -> Html | str:
    known = {place.id: place for place in places if place.offered(now)}
    there: list[LocationId] = [level.location for level in levels if level.on_hand > level.unavailable]
    titles = [cut(known[location].told(texts.language).title, 60) for location in there if location in known]
    return texts("card-seen-at", places=", ".join(titles[:_MOST_PLACES])) if titles else ""


def _leaves(work: Card, shown: int) -> tuple[InlineKeyboardButton, ...]:
    """◀️ and ▶️ with the number of the photo they lead to; round and round."""
    count = len(work.photos)
    if count < 2:
        return ()
    before, after = (shown - 1) % count, (shown + 1) % count
    return (
        button(f"◀️ {before + 1} / {count}", CardOpen(product=work.product, photo=before)),
        button(f"▶️ {after + 1} / {count}", CardOpen(product=work.product, photo=after)),
    )


def _similar(work: Card, along: Along | None) -> SimilarOpen:
    if along is None:
        return SimilarOpen(product=work.product)
    return SimilarOpen(product=work.product, kind=along.shelf.kind, shelf=along.shelf.number, n=along.beside.at)


def _tools(work: Card, shown: int, along: Along, texts: Texts) -> list[InlineKeyboardButton]:
    """📷 the next photo of this work; 🎚 and 📋 for who leafs through pictures."""
    found, at = [], along.beside
    if len(work.photos) > 1:
        following = (shown + 1) % len(work.photos)
        data = WorkBeside(
            kind=along.shelf.kind, shelf=along.shelf.number, product=work.product, n=at.at, photo=following
        )
        found.append(button(f"📷 {shown + 1} / {len(work.photos)}", data))
    if at.choice.pictures:
        found += shelf_buttons.looks(along.shelf, texts, pictures=True, product=work.product, n=at.at)
    return found


# -- what people do ------------------------------------------------------------------------------------------------


async def on_sale(shop: Shop, product: ProductId, person: Person, bot: int | None = None) -> Card:
    """A work as buyers may see it. Raises NoSuchWork for drafts, hidden and dropped ones."""
    found = await shop.catalogue.card(product, person.language, bot)
    if found.visibility is not Visibility.LISTED:
        raise NoSuchWork
    return found


async def screen(
    shop: Shop,
    product: ProductId,
    person: Person,
    texts: Texts,
    bot: int,
    places: Sequence[Place],
    now: datetime,
    photo: int = 0,
    zone: ZoneInfo = UTC,
    back: CallbackData | None = None,
    along: Along | None = None,
) -> Screen:
    """The card as it is now, marked as this person has marked it; ⬅️ leads to its category, or where `back` says.

    Raises NoSuchWork.
    """
    work = await on_sale(shop, product, person, bot)
    if not photo:  # the next photo of a work is not another look at it
        shop.tally.count(Step.VIEW, product)
    levels, marks = await shop.favourites.levels_and_marks(person.id, work.variant)
    similar = along.beside.count > 1 if along else await shop.gallery.others(product)
    as_usual = usual(person.usual, places, texts, now, online=shop.checkout.online.configured)
    return card(
        work, levels, places, texts, photo=photo, now=now, marks=marks, zone=zone, back=back, as_usual=as_usual,
        along=along, similar=similar,
    )  # fmt: skip


async def on_card(
    query: CallbackQuery,
    callback_data: CardOpen,
    shop: Shop,
    person: Person,
    texts: Texts,
    bot: Bot,
    clock: Clock,
    zone: ZoneInfo,
    places: tuple[Place, ...] = (),
) -> None:
    """🖼, ◀️ ▶️"""
    opened = await screen(
        shop, ProductId(callback_data.product), person, texts, bot.id, places, clock.now(), callback_data.photo, zone
    )
    await show(query, opened, shop.catalogue)


async def on_buy(
    query: CallbackQuery,
    callback_data: Buy,
    shop: Shop,
    person: Person,
    texts: Texts,
    state: FSMContext,
    clock: Clock,
    zone: ZoneInfo,
) -> None:
    """⚡: one piece is held, and what is missing is asked. Who comes too late reads so and sees what else there is."""
    work = await on_sale(shop, ProductId(callback_data.product), person)
    try:
        view = await shop.checkout.start(person.id, person.language, [Wanted(work.variant, 1)])
    except SoldOut as sold_out:
        await show(query, gone(sold_out, work, texts), shop.catalogue)
        return
    await checkout.present(query, view, shop, texts, state, clock.now(), zone)


async def on_add(
    _query: CallbackQuery, callback_data: CartAdd, shop: Shop, person: Person, texts: Texts, toast: Toast
) -> None:
    """➕: the card stays as it is, the answer to the tap says what has happened."""
    work = await on_sale(shop, ProductId(callback_data.product), person)
    if work.kind is Kind.ONE_OF_A_KIND and any(
        item.variant == work.variant for item in await shop.cart.items(person.id)
    ):
        await toast(texts.plain("in-cart-already"))
        return
    count = await shop.cart.change(person.id, work.variant, 1)
    shop.tally.count(Step.CART, work.product)
    await toast(texts.plain("added-to-cart", count=count))
