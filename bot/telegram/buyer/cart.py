"""What has a buyer put aside, is it still there, and what does it come to now?"""

from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from typing import Final
from zoneinfo import ZoneInfo

from aiogram import Router
from aiogram.filters import Command
from aiogram.fsm.context import FSMContext
from aiogram.types import CallbackQuery, InlineKeyboardButton, Message

from bot.basics.clock import Clock
from bot.basics.ids import CustomerId, VariantId
from bot.basics.languages import Language
from bot.basics.money import Money
from bot.shop.cart.values import CartItem
from bot.shop.catalogue.errors import NoSuchWork
from bot.shop.catalogue.values import ShelfItem
from bot.shop.checkout.errors import EmptyCart
from bot.shop.customers.values import Person
from bot.shop.shop import Shop
from bot.shop.stock.errors import SoldOut
from bot.shop.stock.values import Availability
from bot.telegram import wording
from bot.telegram.buyer import buttons, checkout
from bot.telegram.buyer.callbacks import CartCheckout, CartLess, CartMore, CartOpen, CartRemove
from bot.telegram.buyer.order_words import paragraphs, title
from bot.telegram.buyer.questions import screen_router
from bot.telegram.buyer.wish_buttons import WaitInCart
from bot.telegram.rights import Right, needs
from bot.telegram.screen import Screen, button, rows, show
from bot.telegram.texts import Html, Texts, joined
from bot.telegram.toast import Toast

_MOST_LINES: Final = 20
"""More would not fit into one message, nor their buttons under it."""


def router() -> Router:
    made = screen_router("cart")
    made.message.register(on_cart_command, Command("cart"), flags=needs(Right.BUY))
    made.callback_query.register(on_cart, CartOpen.filter(), flags=needs(Right.BUY))
    made.callback_query.register(on_more, CartMore.filter(), flags=needs(Right.BUY))
    made.callback_query.register(on_less, CartLess.filter(), flags=needs(Right.BUY))
    made.callback_query.register(on_remove, CartRemove.filter(), flags=needs(Right.BUY))
    made.callback_query.register(on_checkout, CartCheckout.filter(), flags=needs(Right.BUY))
    return made


@dataclass(frozen=True, slots=True)
class CartLine:
    """One line as it is now; `work` is None once it has left the catalogue."""

    item: CartItem
    work: ShelfItem | None
    free: Availability

    @property
    def reachable(self) -> int:
        """What is free, and what is held and may be: some of it perhaps by this very buyer."""
        return max(self.free.available, 0) + self.free.reserved

    @property
    def buyable(self) -> bool:
        return self.work is not None and self.item.quantity <= self.reachable


# -- views ---------------------------------------------------------------------------------------------------------


def cart(lines: Sequence[CartLine], texts: Texts, note: Html | str = "") -> Screen:
    """Every line with what has changed, its buttons, the sum, and ✅ when all of it can be had."""
    if not lines:
        return Screen(
            paragraphs(note, texts("cart-empty")), rows(buttons.catalogue(texts, "primary"), buttons.home(texts))
        )
    # what stands in the way comes first: it has to be seen to be put right
    lines = sorted(lines, key=lambda line: line.buyable)
    shown = lines[:_MOST_LINES]
    several = len(lines) > 1
    numbered = list(enumerate(shown, 1))
    rest = len(lines) - len(shown)
    known = [line for line in lines if line.work is not None]
    sums = [line.work.price * line.item.quantity for line in known if line.work is not None]
    ready = all(line.buyable for line in lines)
    body = [_line(line, number if several else 0, texts) for number, line in numbered]
    total = texts("order-total", sum=_total(sums, texts.language)) if sums else ""
    return Screen(
        paragraphs(
            note,
            texts("cart-title"),
            joined([*body, texts("order-more-lines", count=rest) if rest else ""]),
            total,
            "" if ready else texts("cart-not-ready"),
        ),
        rows(
            button(texts.plain("check-out"), CartCheckout(), "primary") if ready else None,
            *[_buttons(line, number if several else 0) for number, line in numbered],
            (buttons.catalogue(texts), buttons.home(texts)),
        ),
    )


def _total(sums: Sequence[Money], language: Language) -> str:
    whole = sum(sums[1:], sums[0])
    return wording.money(whole.minor, whole.currency, language)


def _line(line: CartLine, number: int, texts: Texts) -> Html:
    before = f"{number}. " if number else ""
    if line.work is None:
        return joined([before, texts("cart-line-gone")], "")
    language = texts.language
    price = wording.money(line.work.price.minor * line.item.quantity, line.work.price.currency, language)
    words = title(line.work.title, texts)
    if line.item.quantity == 1:
        said = texts("order-line", title=words, price=price)
    else:
        said = texts("order-lines", title=words, count=line.item.quantity, price=price)
    return joined([joined([before, said], ""), *_changes(line, line.work, texts)])


def _changes(line: CartLine, work: ShelfItem, texts: Texts) -> list[Html]:
    """What the buyer has not seen yet: another price, fewer left, gone."""
    said = []
    seen = line.item.price_seen_minor
    if work.price.minor != seen:
        before = wording.money(seen, work.price.currency, texts.language)
        said.append(texts("cart-dearer" if work.price.minor > seen else "cart-cheaper", before=before))
    if line.free.available >= line.item.quantity:
        return said
    if not line.buyable:
        said.append(texts("cart-fewer", count=line.reachable) if line.reachable else texts("cart-sold"))
    else:
        said.append(texts("cart-held"))
    return said


def _buttons(line: CartLine, number: int) -> list[InlineKeyboardButton]:
    """➖ ➕ 🔔 🗑, numbered where there are several lines; only those that lead somewhere."""
    variant, mark = line.item.variant, f" {number}" if number else ""
    given = []
    if line.work is not None and line.item.quantity > 1:
        given.append(button(f"➖{mark}", CartLess(variant=variant)))
    if line.work is not None and line.item.quantity < line.reachable:
        given.append(button(f"➕{mark}", CartMore(variant=variant)))
    if line.work is not None and line.free.available < line.item.quantity:
        given.append(button(f"🔔{mark}", WaitInCart(variant=variant)))
    return [*given, button(f"🗑{mark}", CartRemove(variant=variant))]


# -- what people do ------------------------------------------------------------------------------------------------


async def screen(shop: Shop, customer: CustomerId, texts: Texts, note: Html | str = "") -> Screen:
    """The cart as it is now."""
    items = await shop.cart.items(customer)
    if not items:
        return cart([], texts, note)
    variants = [item.variant for item in items]
    works: Mapping[VariantId, ShelfItem] = await shop.catalogue.lines(variants, texts.language)
    free = await shop.stock.availability(variants)
    return cart([CartLine(item, works.get(item.variant), free[item.variant]) for item in items], texts, note)


async def on_cart_command(message: Message, shop: Shop, person: Person, texts: Texts) -> None:
    await show(message, await screen(shop, person.id, texts), shop.catalogue)


async def on_cart(query: CallbackQuery, shop: Shop, person: Person, texts: Texts) -> None:
    """🛒"""
    await show(query, await screen(shop, person.id, texts), shop.catalogue)


async def on_more(
    query: CallbackQuery, callback_data: CartMore, shop: Shop, person: Person, texts: Texts, toast: Toast
) -> None:
    """➕: never more than there are."""
    variant = VariantId(callback_data.variant)
    free = (await shop.stock.availability([variant]))[variant]
    have = next((item.quantity for item in await shop.cart.items(person.id) if item.variant == variant), 0)
    if have >= max(free.available, 0) + free.reserved:
        await toast(texts.plain("no-more-pieces"))
    else:
        await shop.cart.change(person.id, variant, 1)
    await show(query, await screen(shop, person.id, texts), shop.catalogue)


async def on_less(query: CallbackQuery, callback_data: CartLess, shop: Shop, person: Person, texts: Texts) -> None:
    """➖"""
    await shop.cart.change(person.id, VariantId(callback_data.variant), -1)
    await show(query, await screen(shop, person.id, texts), shop.catalogue)


async def on_remove(query: CallbackQuery, callback_data: CartRemove, shop: Shop, person: Person, texts: Texts) -> None:
    """🗑"""
    await shop.cart.remove(person.id, VariantId(callback_data.variant))
    await show(query, await screen(shop, person.id, texts), shop.catalogue)


async def on_checkout(
    query: CallbackQuery,
    shop: Shop,
    person: Person,
    texts: Texts,
    state: FSMContext,
    clock: Clock,
    zone: ZoneInfo,
) -> None:
    """✅: all of it is held, or nothing and the cart shows what is missing."""
    try:
        view = await shop.checkout.start(person.id, person.language)
    except (SoldOut, NoSuchWork, EmptyCart) as refusal:
        note = texts(refusal.text_key, **refusal.fields) if not isinstance(refusal, EmptyCart) else ""
        await show(query, await screen(shop, person.id, texts, note), shop.catalogue)
        return
    await checkout.present(query, view, shop, texts, state, clock.now(), zone)
