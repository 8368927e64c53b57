"""How does a seller see a piece that was sold here and elsewhere, and what can he press?"""

from collections.abc import Sequence
from datetime import datetime
from typing import Final
from zoneinfo import ZoneInfo

from aiogram.types import InlineKeyboardButton

from bot.shop.conflicts import rules
from bot.shop.conflicts.values import Behind, Case, Ending, SoldThere
from bot.telegram import wording
from bot.telegram.buyer.limits import cut
from bot.telegram.buyer.order_words import paragraphs
from bot.telegram.screen import Row, Screen, button, rows
from bot.telegram.seller.callbacks import DeskOpen, SellerOrder, WorkOpen
from bot.telegram.seller.desk_buttons import ConflictAct, ConflictClose, ConflictOpen
from bot.telegram.showcase.look import label
from bot.telegram.texts import Html, Texts, joined

_SHOWN: Final = 4
"""Orders and sales that are listed and can be chosen from."""
_TITLE: Final = 80
_BY_HAND: Final = "till"
_ENDINGS: Final[dict[str, str]] = {
    Ending.ONE_MORE: "conflict-over-one-more",
    Ending.CANCELLED_THERE: "conflict-over-cancelled-there",
    Ending.REFUNDED: "conflict-over-refunded",
    Ending.OVERDUE: "conflict-over-overdue",
}


def card(case: Case, texts: Texts, now: datetime, zone: ZoneInfo, orders: str = "") -> Screen:
    """⚠️ both sides and the ways out, or how it has ended; `orders`: numbers of those that have just given way."""
    about = case.standing
    desk = button(texts.plain("sell-desk"), DeskOpen())
    if about.product is None:
        return _unknown(case, texts, desk)
    work = button(texts.plain("sell-open-work"), WorkOpen(product=about.product))
    if not about.is_open:
        gone = texts("conflict-over-orders", orders=orders) if orders else ""
        return Screen(joined([_over(case, texts), gone]), rows((work, desk)))
    sides = [
        *(_here(order, texts) for order in case.orders[:_SHOWN]),
        _more(len(case.orders), texts),
        *(_there(sale, texts) for sale in case.sales[:_SHOWN]),
        _more(len(case.sales), texts),
    ]
    cancel = [_cancel(case, sale, texts) for sale in case.sales[:_SHOWN]]
    return Screen(
        paragraphs(_head(case, texts), joined(sides), _deadline(case, texts, now, zone)),
        rows(
            *_found(case, texts),
            *(cancel[start : start + 2] for start in range(0, len(cancel), 2)),
            *_of_orders(case, texts),
            (work, desk),
        ),
    )


def sure(case: Case, order: Behind, texts: Texts) -> Screen:
    """Is it meant? Asked once."""
    paid = order.paid_minor > 0
    amount = wording.money(order.paid_minor, order.total.currency, texts.language)
    head = (
        texts("conflict-sure", amount=amount, number=order.number)
        if paid
        else texts("conflict-sure-unpaid", number=order.number)
    )
    yes = ConflictAct(conflict=case.standing.id, act="back", n=order.order, sure=True)
    return Screen(
        joined([head, texts("conflict-sure-works", count=order.works) if order.works > 1 else ""]),
        rows(
            button(texts.plain("conflict-sure-yes" if paid else "conflict-sure-yes-unpaid"), yes, "danger"),
            button(texts.plain("sell-back"), ConflictOpen(conflict=case.standing.id)),
        ),
    )


def door(conflict: int, texts: Texts) -> InlineKeyboardButton:
    """To the card, from whatever has opened the conflict."""
    return button(texts.plain("conflict-decide"), ConflictOpen(conflict=conflict), "primary")


def _head(case: Case, texts: Texts) -> Html:
    about = case.standing
    key = "conflict-head" if case.sales else "conflict-head-counted"
    if not about.missing:
        key = "conflict-head-absent"
    return texts(key, title=_title(case, texts), sku=about.sku, count=about.lacking)


def _title(case: Case, texts: Texts) -> str:
    return wording.quoted(cut(case.title, _TITLE), texts.language)


def _here(order: Behind, texts: Texts) -> Html:
    total = wording.money(order.total.minor, order.total.currency, texts.language)
    if order.sent:
        return texts("conflict-here-sent", number=order.number, total=total)
    key = "conflict-here-paid" if order.paid_minor > 0 else "conflict-here-unpaid"
    return texts(key, number=order.number, total=total)


def _there(sale: SoldThere, texts: Texts) -> Html:
    if sale.channel == _BY_HAND:
        return texts("conflict-there-till")
    return texts("conflict-there", place=cut(sale.channel, 40), sale=cut(sale.external_order, 60))


def _more(count: int, texts: Texts) -> Html | str:
    return texts("conflict-and-more", count=count - _SHOWN) if count > _SHOWN else ""


def _deadline(case: Case, texts: Texts, now: datetime, zone: ZoneInfo) -> Html | str:
    about = case.standing
    gone = rules.overdue(about, case.orders)
    if about.deadline is None or not gone:
        return ""
    when = wording.at(texts, max(about.deadline, now), now=now, zone=zone)
    return texts("conflict-deadline", when=when, orders=", ".join(_unbroken(each.number) for each in gone))


def _unbroken(number: str) -> str:
    """A number that no line ends in."""
    return number.replace("-", "\u2011")


def _found(case: Case, texts: Texts) -> Sequence[InlineKeyboardButton]:
    """✅ all of them are there after all, or one."""
    lacking = case.standing.lacking
    one = button(texts.plain("conflict-more"), _act(case, "more", 1), "success" if lacking == 1 else None)
    if lacking == 1:
        return [one]
    every = button(texts.plain("conflict-more-all", count=lacking), _act(case, "more", lacking), "success")
    return [every, one] if case.standing.missing > 1 else [every]


def _cancel(case: Case, sale: SoldThere, texts: Texts) -> InlineKeyboardButton:
    alone = len(case.sales) == 1 or sale.channel == _BY_HAND
    words = texts.plain("conflict-there-cancel") if alone else label("↩️", sale.external_order)
    return button(words, _act(case, "there", sale.conflict))


def _of_orders(case: Case, texts: Texts) -> list[Row]:
    """💸 or ❌ for each order that still can give way, and the order itself beside it."""
    shown = case.orders[:_SHOWN]
    able = [order for order in shown if not order.sent and case.standing.missing]
    made: list[Row] = []
    for order in shown:
        opened = button(label("📦", order.number), SellerOrder(order=order.order))
        if order not in able:
            made.append([opened])
            continue
        paid = order.paid_minor > 0
        words = texts.plain("conflict-here-refund" if paid else "conflict-here-call-off")
        if len(able) > 1:
            words = label("💸" if paid else "❌", order.number)
        way = button(words, _act(case, "back", order.order), "danger")
        made += [[way, opened]] if len(able) > 1 else [[way], [opened]]
    return made


def _act(case: Case, act: str, number: int) -> ConflictAct:
    return ConflictAct(conflict=case.standing.id, act=act, n=number, seen=case.standing.mark)


def _over(case: Case, texts: Texts) -> Html:
    about = case.standing
    return texts(_ENDINGS.get(about.ending, "conflict-over-other"), title=_title(case, texts), sku=about.sku)


def _unknown(case: Case, texts: Texts, desk: InlineKeyboardButton) -> Screen:
    """A sale of what the shop does not have: nothing here can settle it."""
    about = case.standing
    if not about.is_open:
        return Screen(texts("conflict-unknown-over", sku=cut(about.sku, 64)), rows(desk))
    text = texts("conflict-unknown", sku=cut(about.sku, 64), channel=cut(about.channel, 40) or "—")
    return Screen(text, rows(button(texts.plain("conflict-unknown-close"), ConflictClose(conflict=about.id)), desk))
