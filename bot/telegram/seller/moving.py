"""How does a seller carry a work to another place: from where, to where, how many?"""

import zlib
from collections.abc import Mapping, Sequence
from datetime import datetime
from typing import Final

from aiogram import Bot, Router
from aiogram.types import CallbackQuery, InlineKeyboardButton

from bot.basics.clock import Clock
from bot.basics.ids import LocationId, ProductId
from bot.shop.catalogue.values import Card
from bot.shop.customers.values import Person
from bot.shop.pickup.values import Place
from bot.shop.shop import Shop
from bot.telegram.buyer.limits import cut
from bot.telegram.buyer.order_words import paragraphs
from bot.telegram.rights import Right, needs
from bot.telegram.screen import Screen, button, grid, rows, show
from bot.telegram.seller import looks, undoing
from bot.telegram.seller.asking import Does, seller_router
from bot.telegram.seller.callbacks import PlaceAct, WorkAct
from bot.telegram.seller.moving_buttons import MoveAsk, MoveDo
from bot.telegram.showcase.look import named
from bot.telegram.texts import Texts, joined

_COUNTED: Final = 7
"""As many pieces as have a button each; beside them stands one for all."""


def router() -> Router:
    router = seller_router("moving")
    router.callback_query.register(on_move, Does(WorkAct, "move"), flags=needs(Right.STOCK))
    router.callback_query.register(on_ask, Does(MoveAsk), flags=needs(Right.STOCK))
    router.callback_query.register(on_do, Does(MoveDo), flags=needs(Right.STOCK))
    return router


async def on_move(query: CallbackQuery, callback_data: WorkAct, shop: Shop, texts: Texts, clock: Clock) -> None:
    """➡️ on the card of a work."""
    await _ask(query, MoveAsk(product=callback_data.product), shop, texts, clock)


async def on_ask(query: CallbackQuery, callback_data: MoveAsk, shop: Shop, texts: Texts, clock: Clock) -> None:
    """📍 or 📍"""
    await _ask(query, callback_data, shop, texts, clock)


async def on_do(
    query: CallbackQuery,
    callback_data: MoveDo,
    shop: Shop,
    person: Person,
    texts: Texts,
    bot: Bot,
    showcase_chat: int | str | None = None,
) -> None:
    """➡️ so many. Raises NoSuchWork, NoSuchPlace, NotFree."""
    told, product = callback_data, ProductId(callback_data.product)
    of, to = LocationId(told.of), LocationId(told.to)
    cause = f"{person.id}:{told.product}:{told.once}"
    await shop.moving.move(product, told.n, of=of, to=to, actor=person.id, cause=cause)
    titles = {each.id: cut(each.told(texts.language).title, 60) for each in await shop.pickup.places()}
    head = texts("moved", here=titles[of], there=titles[to], count=told.n)
    back = MoveDo(product=product, of=to, to=of, n=told.n, once=_once(query))
    screen = await looks.work_screen(shop, product, texts, bot, showcase=showcase_chat is not None, head=head)
    await show(query, undoing.under(screen, button(texts.plain("move-back"), back)), shop.catalogue)


async def _ask(query: CallbackQuery, at: MoveAsk, shop: Shop, texts: Texts, clock: Clock) -> None:
    """Only what is not plain yet is asked. Raises NoSuchWork."""
    card = await shop.catalogue.card(ProductId(at.product), texts.language)
    free = {level.location: max(level.available, 0) for level in await shop.stock.levels(card.variant)}
    found = await shop.pickup.places()
    await show(query, asked(card, at, found, free, texts, clock.now(), _once(query)), shop.catalogue)


def asked(
    card: Card,
    at: MoveAsk,
    found: Sequence[Place],
    free: Mapping[LocationId, int],
    texts: Texts,
    now: datetime,
    once: int,
) -> Screen:
    """➡️ the next question: from where, where several places have some; to where; how many, where there are some."""
    sources = [each for each in found if free.get(each.id)]
    of = next((each for each in sources if each.id == at.of or len(sources) == 1), None)
    targets = [each for each in found if of and each.id != of.id and (each.active_to is None or now < each.active_to)]
    to = next((each for each in targets if each.id == at.to), None)
    ask = MoveAsk(product=card.product)
    keys: list[tuple[InlineKeyboardButton, ...]] = []
    if not sources:
        question = texts("move-none-free")
    elif of is None:
        question = texts("move-from")
        keys = grid([_place(each, MoveAsk(product=card.product, of=each.id), texts) for each in sources], 1)
    elif not targets:
        question = texts("move-nowhere")
        keys = grid([button(texts.plain("sell-place-add"), PlaceAct(act="add"))], 1)
    elif to is None:
        question, one = texts("move-to"), free[of.id] == 1
        aims = [
            _place(
                each,
                MoveDo(product=card.product, of=of.id, to=each.id, n=1, once=once)
                if one
                else MoveAsk(product=card.product, of=of.id, to=each.id),
                texts,
            )
            for each in targets
        ]
        keys = grid(aims, 1)
    else:
        question = texts("move-how-many", place=_title(to, texts))
        ask = MoveAsk(product=card.product, of=of.id)
        here = [
            button(str(n), MoveDo(product=card.product, of=of.id, to=to.id, n=n, once=once))
            for n in range(1, min(free[of.id], _COUNTED) + 1)
        ]
        keys = grid(here, 4)
        if free[of.id] > _COUNTED:
            every = MoveDo(product=card.product, of=of.id, to=to.id, n=min(free[of.id], 999_999), once=once)
            keys.append((button(texts.plain("move-all", count=free[of.id]), every),))
    lies = joined(
        [texts("move-lies", place=_title(each, texts), count=free[each.id]) for each in sources],
    )
    back = button(texts.plain("sell-back"), ask) if to is not None else looks.back_to(card, texts)
    head = texts("move-head", title=cut(card.title, 100), sku=card.sku)
    return Screen(paragraphs(joined([head, lies]), question), rows(*keys, back), keep_photo=True)


def _place(place: Place, data: MoveAsk | MoveDo, texts: Texts) -> InlineKeyboardButton:
    return button(named("📍", place.told(texts.language).title), data)


def _title(place: Place, texts: Texts) -> str:
    return cut(place.told(texts.language).title, 60)


def _once(query: CallbackQuery) -> int:
    """A screen that is shown anew is another move, however quickly it follows."""
    return zlib.crc32(query.id.encode())
