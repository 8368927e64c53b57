"""What does a buyer see of an order that has been placed? Pure views."""

from collections.abc import Sequence
from datetime import datetime
from typing import Final
from zoneinfo import ZoneInfo

from bot.shop.orders.values import OrderRow, OrderState, OrderView, PayWay
from bot.shop.pickup.values import Place
from bot.telegram import wording
from bot.telegram.buyer import buttons
from bot.telegram.buyer.callbacks import CheckoutOpen, OrderCancel, OrderCode, OrderOpen, OrdersOpen
from bot.telegram.buyer.limits import TITLE_LIMIT, cut, label
from bot.telegram.buyer.order_words import due, lines, moment, paragraphs, pickup, total, what
from bot.telegram.screen import Screen, button, grid, rows
from bot.telegram.texts import Html, Texts, joined

S = OrderState
_STEPS: Final = 4
_STEP: Final = {
    S.DRAFT: 1,
    S.AWAITING_PAYMENT: 1,
    S.ACCEPTED: 2,
    S.IN_WORK: 2,
    S.READY: 3,
    S.HANDED_OVER: 4,
}
_MAY_CANCEL: Final = frozenset({S.AWAITING_PAYMENT, S.ACCEPTED, S.IN_WORK, S.READY})


def mine(found: Sequence[OrderRow], texts: Texts, *, first: bool, page: int) -> Screen:
    """One's own orders, newest first: a line to read and a button for each."""
    if not found:
        return Screen(texts("orders-empty"), rows(buttons.catalogue(texts, "primary"), buttons.home(texts)))
    shown = [_row(row, texts) for row in found]
    older = button(texts.plain("leaf-next"), OrdersOpen(before=found[-1].id)) if len(found) == page else None
    newest = None if first else button(texts.plain("leaf-newest"), OrdersOpen())
    return Screen(
        paragraphs(texts("orders-title"), joined(shown)),
        rows(
            *grid([button(label(f"📦 {row.number}"), OrderOpen(order=row.id)) for row in found], 2),
            [each for each in (newest, older) if each],
            buttons.home(texts),
        ),
    )


def _row(row: OrderRow, texts: Texts) -> Html:
    title = wording.quoted(cut(row.title, TITLE_LIMIT), texts.language)
    return texts(
        "orders-line",
        number=row.number,
        what=title if row.pieces == 1 else texts.plain("works-count", count=row.pieces),
        sum=wording.money(row.total.minor, row.total.currency, texts.language),
        state=texts.plain("state-words", state=row.state.value),
    )


def order(
    view: OrderView, place: Place | None, texts: Texts, now: datetime, zone: ZoneInfo, note: Html | str = ""
) -> Screen:
    """One order: number, how far, what, sum, where and until when, and what the buyer has to do now."""
    ended = view.state in (S.CANCELLED, S.EXPIRED, S.HANDED_OVER)
    where: Html | str = "" if ended else pickup(view, place, texts, now, zone)
    head = joined([texts("order-title", number=view.number), progress(view, texts)])
    to_list = button(texts.plain("to-all-orders"), OrdersOpen())
    return Screen(
        paragraphs(
            note, head, joined([lines(view, texts), _money(view, texts)]), where, _to_do(view, texts, now, zone)
        ),
        rows(
            button(texts.plain("go-pay"), CheckoutOpen(order=view.id), "primary")
            if view.state is S.AWAITING_PAYMENT
            else None,
            button(texts.plain("show-qr"), OrderCode(order=view.id), "primary") if view.state is S.READY else None,
            buttons.again(texts, view.id) if ended else None,
            button(texts.plain("cancel-order"), OrderCancel(order=view.id)) if view.state in _MAY_CANCEL else None,
            (to_list, buttons.home(texts)),
        ),
    )


def progress(view: OrderView, texts: Texts) -> Html:
    """`● ● ○ ○ принят`; an order that was ended has words only."""
    done = _STEP.get(view.state)
    dots = " ".join("●" if step < done else "○" for step in range(_STEPS)) if done else ""
    return joined([dots, texts("state-words", state=view.state.value)], " ")


def _money(view: OrderView, texts: Texts) -> Html:
    """The sum, and how it stands with it."""
    said = texts("order-total", sum=total(view, texts))
    if view.captured_minor > 0 and view.paid_minor <= 0:
        return joined([said, texts("money-back")])
    if view.state in (S.CANCELLED, S.EXPIRED):
        if view.paid_minor > 0:
            back = wording.money(view.paid_minor, view.total.currency, texts.language)
            return joined([said, texts("money-coming-back", sum=back)])
        return said
    if view.is_paid:
        return joined([said, texts("money-paid")])
    if view.pay_way is PayWay.AT_PICKUP:
        return joined([said, texts("money-at-pickup", sum=due(view, texts))])
    return said


def _to_do(view: OrderView, texts: Texts, now: datetime, zone: ZoneInfo) -> Html | str:
    """What the buyer has to do now."""
    match view.state:
        case S.AWAITING_PAYMENT if view.held_until is not None and view.held_until > now:
            return texts("todo-pay", until=moment(view.held_until, texts, now, zone))
        case S.AWAITING_PAYMENT:
            return texts("todo-pay-soon")
        case S.ACCEPTED | S.IN_WORK:
            return texts("todo-nothing")
        case S.READY:
            return ready(view, texts, now, zone)
        case S.HANDED_OVER:
            return texts("todo-thanks")
        case S.EXPIRED:
            return texts("todo-expired")
    return ""


def ready(view: OrderView, texts: Texts, now: datetime, zone: ZoneInfo) -> Html:
    """The code, and until when the order waits."""
    until = ""
    if view.keep_until is not None and view.keep_until > now:
        last, today = view.keep_until.astimezone(zone).date(), now.astimezone(zone).date()
        until = texts("ready-until", until=wording.until_day(texts, last, today))
    return joined([texts("ready-code", code=view.code), until])


def ask_cancel(view: OrderView, texts: Texts) -> Screen:
    """Asked once whether it is meant."""
    money = texts("cancel-ask-money", sum=wording.money(view.paid_minor, view.total.currency, texts.language))
    return Screen(
        paragraphs(
            texts("cancel-ask", number=view.number, what=what(view, texts)), money if view.paid_minor > 0 else ""
        ),
        rows(
            button(texts.plain("cancel-yes"), OrderCancel(order=view.id, sure=True), "danger"),
            button(texts.plain("cancel-no"), OrderOpen(order=view.id)),
        ),
    )


def code_caption(view: OrderView, texts: Texts) -> Screen:
    """Under the QR picture."""
    return Screen(
        texts("code-caption", number=view.number, code=view.code),
        rows(buttons.order(texts, view.id, view.number)),
    )
