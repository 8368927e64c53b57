"""What does a cart look like after a while? Every line as it is now, with what has changed and how to put it right."""

from collections.abc import Sequence
from dataclasses import dataclass
from datetime import datetime
from typing import Final
from zoneinfo import ZoneInfo

from aiogram.types import InlineKeyboardButton

from bot.basics.ids import VariantId
from bot.basics.languages import Language
from bot.basics.money import Money
from bot.shop.cart.values import CartItem
from bot.shop.catalogue.values import ShelfItem
from bot.shop.checkout import rules
from bot.shop.checkout.values import CartState
from bot.telegram import wording
from bot.telegram.buyer import buttons
from bot.telegram.buyer.callbacks import (
    CardOpen,
    CartCheckout,
    CartInstead,
    CartLess,
    CartMore,
    CartOpen,
    CartRemove,
    CartRest,
    CartSwap,
    CartTidy,
)
from bot.telegram.buyer.order_words import countdown, paragraphs, title
from bot.telegram.buyer.wish_buttons import WaitInCart
from bot.telegram.screen import Screen, button, rows
from bot.telegram.texts import Html, Texts, joined

_MOST_LINES: Final = 20
"""More would not fit into one message, nor their buttons under it."""


@dataclass(frozen=True, slots=True)
class CartLine:
    """One line as it is now; `work` is None once it has left the catalogue."""

    item: CartItem
    work: ShelfItem | None
    reachable: int
    """What is free, and what is held and may be."""
    there: int
    """What this buyer can have now."""

    @property
    def buyable(self) -> bool:
        return self.work is not None and self.item.quantity <= self.reachable


def cart(state: CartState, texts: Texts, now: datetime, zone: ZoneInfo, note: Html | str = "") -> Screen:
    """Every line with what has changed, its buttons, the sum, and ✅ for all of it or for what can be had."""
    lines = [
        CartLine(
            item, state.works.get(item.variant), rules.reachable(state, item.variant), rules.there(state, item.variant)
        )
        for item in state.items
    ]
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
    sums = [line.work.price * line.item.quantity for line in lines if line.work is not None and line.reachable]
    ready = all(line.buyable for line in lines)
    some = any(line.there for line in lines) and any(line.there < line.item.quantity for line in lines)
    body = [_line(line, number if several else 0, texts) for number, line in numbered]
    total = texts("order-total", sum=_total(sums, texts.language)) if sums else ""
    return Screen(
        paragraphs(
            note,
            _hold(state, texts, now, zone),
            texts("cart-title"),
            joined([*body, texts("order-more-lines", count=rest) if rest else ""]),
            total,
            "" if ready else texts("cart-not-ready"),
        ),
        rows(
            button(texts.plain("check-out"), CartCheckout(), "primary") if ready else None,
            button(texts.plain("check-out-rest"), CartRest(), None if ready else "primary") if some else None,
            None if ready else button(texts.plain("cart-tidy"), CartTidy()),
            *(row for number, line in numbered for row in _rows(line, number if several else 0, texts)),
            (buttons.catalogue(texts), buttons.home(texts)),
        ),
    )


def _hold(state: CartState, texts: Texts, now: datetime, zone: ZoneInfo) -> Html | str:
    """What is held for this buyer and how long still, or that it no longer is."""
    if state.held_until is not None:
        return texts("held-for-you", until=countdown(state.held_until, texts, now, zone))
    if state.ended_at is not None:
        return texts("cart-hold-ended", at=wording.at(texts, state.ended_at, now=now, zone=zone))
    return ""


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
    if line.there >= line.item.quantity:
        return said
    if not line.buyable:
        said.append(texts("cart-fewer", count=line.reachable) if line.reachable else texts("cart-sold"))
    else:
        said.append(texts("cart-held"))
    return said


def _rows(line: CartLine, number: int, texts: Texts) -> list[list[InlineKeyboardButton]]:
    """🛍 for what is gone, then ➖ ➕ 🔔 🗑, numbered where there are several lines; only those that lead somewhere."""
    variant, mark = line.item.variant, f" {number}" if number else ""
    given = []
    if line.reachable and line.item.quantity > 1:
        given.append(button(f"➖{mark}", CartLess(variant=variant)))
    if line.item.quantity < line.reachable:
        given.append(button(f"➕{mark}", CartMore(variant=variant)))
    if line.work is not None and line.there < line.item.quantity:
        given.append(button(f"🔔{mark}", WaitInCart(variant=variant)))
    given.append(button(f"🗑{mark}", CartRemove(variant=variant)))
    if line.reachable:
        return [given]
    return [[button(f"{texts.plain('cart-instead')}{mark}", CartInstead(variant=variant))], given]


def instead(gone: VariantId, name: str, found: Sequence[ShelfItem], texts: Texts) -> Screen:
    """🛍 what is like a work that is gone: look at it, or take it in its place by one tap."""
    back = button(texts.plain("back"), CartOpen())
    said = title(name, texts)
    if not found:
        return Screen(
            texts("cart-instead-none", title=said),
            rows(buttons.catalogue(texts, "primary"), (back, buttons.home(texts))),
        )
    lines = [
        joined(
            [
                f"{number}. ",
                texts("order-line", title=title(item.title, texts), price=_total([item.price], texts.language)),
            ],
            "",
        )
        for number, item in enumerate(found, 1)
    ]
    choices = [
        (
            button(f"🖼 {number}", CardOpen(product=item.product)),
            button(f"{texts.plain('cart-take')} {number}", CartSwap(variant=gone, instead=item.variant)),
        )
        for number, item in enumerate(found, 1)
    ]
    return Screen(
        paragraphs(texts("cart-instead-head", title=said), joined(lines)),
        rows(*choices, (back, buttons.home(texts))),
    )
