"""What does a buyer see of an order that has been placed? Pure views."""

from collections.abc import Sequence
from datetime import datetime
from typing import Final
from zoneinfo import ZoneInfo

from bot.shop.orders.rules import ENDED
from bot.shop.orders.values import Line, OrderRow, OrderState, OrderView, PayWay
from bot.shop.pickup.values import Place
from bot.shop.returns import rules as return_rules
from bot.shop.returns.values import Return, ReturnState, Standing
from bot.telegram import wording
from bot.telegram.buyer import buttons, delivery_screens, wish_buttons
from bot.telegram.buyer.callbacks import (
    CancelReason,
    CheckoutOpen,
    OrderCancel,
    OrderCancelFor,
    OrderCode,
    OrderOpen,
    OrdersLeaf,
    OrdersOpen,
    ReturnAsk,
)
from bot.telegram.buyer.limits import TITLE_LIMIT, cut, label
from bot.telegram.buyer.order_words import due, fitted, lines, moment, paragraphs, pickup, timeline, title, total, what
from bot.telegram.screen import CAPTION_LIMIT, Row, Screen, button, fresh, grid, rows
from bot.telegram.texts import Html, Texts, escaped, joined

S = OrderState
_MAY_CANCEL: Final = frozenset({S.AWAITING_PAYMENT, S.ACCEPTED, S.IN_WORK, S.READY})


def mine(found: Sequence[OrderRow], texts: Texts, *, first: bool, page: int) -> Screen:
    """One's own orders: open ones first, then those that are over; a line to read and a button for each."""
    if not found:
        return Screen(texts("orders-empty"), rows(buttons.catalogue(texts, "primary"), buttons.home(texts)))
    current = [_row(row, texts) for row in found if row.state not in ENDED]
    over = [_row(row, texts) for row in found if row.state in ENDED]
    last = found[-1]
    older = None
    if len(found) == page:
        older = button(texts.plain("leaf-next"), OrdersLeaf(after=last.id, ended=last.state in ENDED))
    newest = None if first else button(texts.plain("leaf-newest"), OrdersOpen())
    return Screen(
        paragraphs(
            texts("orders-title"),
            joined(current),
            joined([texts("orders-over"), *over]) if over and current else joined(over),
        ),
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
        state=texts.plain("state-words", state=row.stage),
    )


def order(
    view: OrderView,
    place: Place | None,
    texts: Texts,
    now: datetime,
    zone: ZoneInfo,
    note: Html | str = "",
    standing: Standing | None = None,
) -> Screen:
    """One order as a page of one's orders: the way back stands below it."""
    to_list = button(texts.plain("to-all-orders"), OrdersOpen())
    return Screen(
        _body(view, place, texts, now, zone, paragraphs(note, texts("order-title", number=view.number)), standing),
        rows(*_acts(view, texts, now, standing), (to_list, buttons.home(texts))),
    )


def living(
    view: OrderView,
    place: Place | None,
    texts: Texts,
    now: datetime,
    zone: ZoneInfo,
    head: Html | str = "",
    standing: Standing | None = None,
) -> Screen:
    """One order as the message that is edited while it moves: nothing here leads the message away from it."""
    head = escaped(head) if head else texts("order-title", number=view.number)
    everything = fresh(button(texts.plain("to-all-orders"), OrdersOpen()))
    return Screen(
        _body(view, place, texts, now, zone, head, standing), rows(*_acts(view, texts, now, standing), everything)
    )


def _body(
    view: OrderView,
    place: Place | None,
    texts: Texts,
    now: datetime,
    zone: ZoneInfo,
    head: Html,
    standing: Standing | None,
) -> Html:
    """How far, what, sum, where and until when, and what the buyer has to do now."""
    where = "" if view.state in ENDED else pickup(view, place, texts, now, zone)
    back = returned(standing, place, texts) if standing is not None else ""

    def made(most: int) -> Html:
        return paragraphs(
            head,
            timeline(view, texts, now, zone),
            joined([lines(view, texts, most), _money(view, texts)]),
            where,
            back or _to_do(view, texts, now, zone),
        )

    return fitted(made, CAPTION_LIMIT)


def _acts(view: OrderView, texts: Texts, now: datetime, standing: Standing | None) -> tuple[Row, ...]:
    """What can be done with one's order now; the next step first and alone."""
    may_return = standing is not None and return_rules.may_ask(view, standing, now)
    give_back = button(texts.plain("return-ask"), ReturnAsk(order=view.id)) if may_return else None
    may_cancel = view.state in _MAY_CANCEL and view.stage != "sent"
    cancel = button(texts.plain("cancel-order"), OrderCancel(order=view.id)) if may_cancel else None
    go_on = texts.plain("offer-open" if view.stage == "quoted" else "go-pay")
    return rows(
        button(go_on, CheckoutOpen(order=view.id), "primary")
        if view.state is S.AWAITING_PAYMENT and view.stage != "asked"
        else None,
        button(texts.plain("show-qr"), OrderCode(order=view.id), "primary") if view.stage == "ready" else None,
        *delivery_screens.acts(view, texts),
        buttons.again(texts, view.id) if view.state in ENDED else None,
        buttons.ask(texts, view.id),
        give_back,
        cancel,
    )


def returned(standing: Standing, place: Place | None, texts: Texts) -> Html | str:
    """How it stands with giving the order back."""
    request = standing.request
    if request is None:
        return ""
    match request.state:
        case ReturnState.ASKED:
            return texts("return-asked")
        case ReturnState.ACCEPTED:
            return joined([texts("return-accepted-head"), how(request, place, texts), texts("return-money-then")])
        case ReturnState.DECLINED:
            return joined([texts("return-declined-head"), request.words])
    return texts("return-done")


def how(request: Return, place: Place | None, texts: Texts) -> Html:
    """Where to bring it: the seller's words, or the place it was collected at."""
    if request.words or place is None:
        return escaped(request.words)
    told = place.told(texts.language)
    return texts("return-to-place", place=joined([cut(told.title, 100), cut(told.address, 200)], ", "))


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
    if view.paid_minor > 0 and not view.due_minor:
        kept = wording.money(view.paid_minor, view.total.currency, texts.language)
        return joined([said, texts("money-partly-back", sum=kept)])
    if view.pay_way is PayWay.AT_PICKUP:
        return joined([said, texts("money-at-pickup", sum=due(view, texts))])
    return said


def _to_do(view: OrderView, texts: Texts, now: datetime, zone: ZoneInfo) -> Html | str:
    """What the buyer has to do now."""
    match view.stage:
        case "asked":
            return texts("todo-asked")
        case "quoted":
            return texts("todo-quoted")
        case "sent":
            return texts("todo-sent-pay", sum=due(view, texts)) if view.due_minor else texts("todo-sent")
    match view.state:
        case S.AWAITING_PAYMENT if view.held_until is not None and view.held_until > now:
            return texts("todo-pay", until=moment(view.held_until, texts, now, zone))
        case S.AWAITING_PAYMENT:
            return texts("todo-pay-soon")
        case S.ACCEPTED | S.IN_WORK:
            return texts("todo-travels" if view.delivery else "todo-nothing")
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
    """Asked once whether it is meant, with what becomes of the money; saying why is optional and confirms as well."""
    no = button(texts.plain("cancel-no"), OrderOpen(order=view.id))
    yes = button(texts.plain("cancel-yes"), OrderCancel(order=view.id, sure=True), "danger")
    why = []
    if view.state is not S.AWAITING_PAYMENT:
        why = [
            button(texts.plain(f"cancel-{reason}"), OrderCancelFor(order=view.id, reason=reason))
            for reason in (CancelReason.CHANGED_MIND, CancelReason.TOO_LONG)
        ]
    text = paragraphs(
        texts("cancel-ask", number=view.number, what=what(view, texts)),
        _money_then(view, texts),
        texts("cancel-why") if why else "",
    )
    return Screen(text, rows(yes, why, no))


def _money_then(view: OrderView, texts: Texts) -> Html:
    """What becomes of the money when the order is cancelled now."""
    if view.paid_minor > 0:
        back = wording.money(view.paid_minor, view.total.currency, texts.language)
        return texts("cancel-ask-money", sum=back)
    if view.state is S.AWAITING_PAYMENT and view.stage not in ("asked", "quoted"):
        return texts("cancel-ask-link")
    return texts("cancel-ask-nothing")


def code_caption(view: OrderView, texts: Texts) -> Screen:
    """Under the QR picture."""
    return Screen(
        texts("code-caption", number=view.number, code=view.code),
        rows(buttons.order(texts, view.id, view.number)),
    )


def nothing_again(view: OrderView, texts: Texts) -> Screen:
    """😔 none of it can be bought any more; what is like it can, and a single work can be waited for."""
    bell = wish_buttons.wait(view.lines[0].variant, texts) if len(view.lines) == 1 else None
    return Screen(
        texts("again-nothing", what=what(view, texts)),
        rows(
            buttons.other_works(texts),
            bell,
            buttons.ask(texts, view.id),
            (button(texts.plain("back"), OrderOpen(order=view.id)), buttons.home(texts)),
        ),
    )


def not_again(gone: Sequence[Line], texts: Texts) -> Html:
    """What of it is not there any more, above what is."""
    titles = ", ".join(title(line.title, texts) for line in gone[:3])
    more = len(gone) - 3
    return joined([texts("again-partly", titles=titles), texts("order-more-lines", count=more) if more > 0 else ""])
