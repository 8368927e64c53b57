"""How does a seller see an order: by itself, in a list, at the counter?"""

from collections.abc import Mapping, Sequence
from datetime import datetime
from zoneinfo import ZoneInfo

from bot.basics.ids import OrderId
from bot.shop.customers.values import Person
from bot.shop.orders.values import OrderRow, OrderState, OrderView, PayWay
from bot.shop.payments.values import Refund
from bot.shop.pickup.values import Place
from bot.shop.returns.values import ReturnState
from bot.shop.shop import Shop
from bot.telegram import wording
from bot.telegram.buyer.limits import cut
from bot.telegram.screen import Row, Screen, button, rows
from bot.telegram.seller import delivery_looks, receipt_looks, return_looks
from bot.telegram.seller.callbacks import BoardOpen, DeskOpen, GivenBack, HandPaid, SellerOrder
from bot.telegram.seller.desk_buttons import OrderSearch, ReadyMany
from bot.telegram.showcase.look import label
from bot.telegram.texts import Html, Texts, joined

OPEN = frozenset({OrderState.ACCEPTED, OrderState.IN_WORK, OrderState.READY})
TABS: dict[str, tuple[OrderState, ...]] = {
    "": (OrderState.ACCEPTED, OrderState.IN_WORK, OrderState.READY),
    "accepted": (OrderState.ACCEPTED, OrderState.IN_WORK),
    "ready": (OrderState.READY,),
    "awaiting_payment": (OrderState.AWAITING_PAYMENT,),
    "done": (OrderState.HANDED_OVER, OrderState.CANCELLED, OrderState.EXPIRED),
}
_TO_TICK = ("", "accepted")
_LINES = 12
_WAYS = ("cash", "transfer", "card")


async def order_screen(
    shop: Shop,
    order: OrderView,
    texts: Texts,
    now: datetime,
    zone: ZoneInfo,
    *,
    head: Html | None = None,
    code_known: bool = False,
) -> Screen:
    """An order with its buyer and place, as they are now."""
    buyer = await shop.customers.get(order.customer)
    place = await shop.pickup.get(order.location) if order.location else None
    coming = await shop.payments.coming_back(order.id) if order.paid_minor > 0 and order.state not in OPEN else 0
    by_hand = await shop.invoices.to_give_back(order.id) if order.pay_way is PayWay.INVOICE else []
    receipts = await shop.receipts.of_order(order.id) if order.captured_minor else []
    over = order.state is OrderState.HANDED_OVER
    request = (await shop.returns.standing(order.id)).request if over else None
    text = joined(
        [
            head or state_line(order, texts),
            *facts(order, buyer, place, texts, now, zone, coming),
            *receipt_looks.lines(receipts, texts),
            *(_owed_back(refund, texts) for refund in by_hand),
            return_looks.line(request, texts) if request else "",
        ]
    )
    talk = button(texts.plain("sell-talk"), SellerOrder(order=order.id, act="talk"))
    back = button(texts.plain("sell-board"), BoardOpen())
    more = return_looks.acts(request, texts) if request else ()
    given = [button(texts.plain("sell-given-back"), GivenBack(refund=each.id), "primary") for each in by_hand]
    # money goes back when the work is here, which the buttons of the return say
    awaited = request is not None and request.state is ReturnState.ACCEPTED
    shown = () if awaited else acts(order, texts, code_known=code_known, coming=coming)
    return Screen(text, rows(*given, *more, *shown, (talk, back)))


def _owed_back(refund: Refund, texts: Texts) -> Html:
    amount = wording.money(refund.amount.minor, refund.amount.currency, texts.language)
    return texts("sell-to-give-back", amount=amount, payment=cut(refund.cabinet_id or "—", 128))


def state_line(order: OrderView, texts: Texts) -> Html:
    """The number and how far the order has come, with its emoji at the head."""
    return texts(f"sell-order-{order.stage.replace('_', '-')}", number=order.number)


def facts(
    order: OrderView,
    buyer: Person | None,
    place: Place | None,
    texts: Texts,
    now: datetime,
    zone: ZoneInfo,
    coming: int = 0,
) -> list[Html]:
    """Who, what, how much, where and when: the lines under an order's head."""
    said: list[Html] = [_line(line.title, line.sku, line.quantity, texts) for line in order.lines[:_LINES]]
    if len(order.lines) > _LINES:
        said.append(texts("sell-order-more", count=len(order.lines) - _LINES))
    if order.wrap_minor is not None:
        said.append(
            texts("sell-order-wrap", price=wording.money(order.wrap_minor, order.total.currency, texts.language))
        )
    said.append(money_line(order, texts, coming))
    if buyer is not None:
        nick = f" @{buyer.username}" if buyer.username else ""
        said.append(texts("sell-order-buyer", name=cut(buyer.name, 100), nick=nick))
    if order.contact_phone:
        said.append(texts("sell-order-phone", phone=wording.phone(order.contact_phone)))
    if order.note:
        said.append(texts("sell-order-note", note=order.note))
    said += delivery_looks.facts(order, texts, now, zone)
    if place is not None:
        said.append(texts("sell-order-place", title=place.told(texts.language).title))
    if order.slot_at is not None:
        said.append(texts("sell-order-slot", when=wording.at(texts, order.slot_at, now=now, zone=zone)))
    if order.state is OrderState.READY and order.keep_until is not None:
        last, today = (each.astimezone(zone).date() for each in (order.keep_until, now))
        said.append(texts("sell-order-kept", until=wording.until_day(texts, last, today)))
    return said


def money_line(order: OrderView, texts: Texts, coming: int = 0) -> Html:
    """The total, and what is paid or due of it; `coming`: what is on its way back, minor units."""
    currency = order.total.currency
    total, due, paid = (
        wording.money(minor, currency, texts.language)
        for minor in (order.total.minor, order.due_minor, order.paid_minor)
    )
    if coming > 0:
        return texts("sell-money-coming-back", total=total, sum=wording.money(coming, currency, texts.language))
    if order.is_paid:
        return texts("sell-money-paid", total=total)
    if order.captured_minor and not order.paid_minor:
        return texts("sell-money-refunded", total=total)
    if order.paid_minor and not order.due_minor:
        return texts("sell-money-part-back", total=total, paid=paid)
    if order.paid_minor:
        return texts("sell-money-partly", total=total, paid=paid, due=due)
    if order.state in OPEN and order.pay_way is PayWay.AT_PICKUP:
        return texts("sell-money-at-pickup", total=total)
    return texts("sell-money-unpaid", total=total)


def acts(order: OrderView, texts: Texts, *, code_known: bool = False, coming: int = 0) -> tuple[Row, ...]:
    """What can be done with an order now; the next step first and alone."""
    ready = button(texts.plain("sell-ready"), SellerOrder(order=order.id, act="ready"), "success")
    hand = button(
        texts.plain("sell-hand-over"),
        SellerOrder(order=order.id, act="hand", sure=code_known),
        "success" if code_known or order.state is OrderState.READY else None,
    )
    refund = button(texts.plain("sell-refund"), SellerOrder(order=order.id, act="refund"), "danger")
    call_off = button(texts.plain("sell-call-off"), SellerOrder(order=order.id, act="call_off"), "danger")
    longer = button(texts.plain("sell-longer"), SellerOrder(order=order.id, act="longer"))
    travels = delivery_looks.acts(order, texts)
    if order.state not in OPEN:
        return rows(*(travels or ()), refund if order.paid_minor > coming else None)
    end = refund if order.paid_minor > 0 else call_off
    if travels is not None:
        return rows(*travels, end)
    if code_known:
        return rows(hand, end)
    if order.state is OrderState.READY:
        return rows(hand, (longer, end))
    begin = button(texts.plain("sell-begin"), SellerOrder(order=order.id, act="begin"))
    return rows(ready, begin if order.state is OrderState.ACCEPTED else None, (hand, end))


def money_question(order: OrderView, texts: Texts) -> Screen:
    """How was the rest paid? The hand-over follows at once."""
    due = wording.money(order.due_minor, order.total.currency, texts.language)
    ways = [button(texts.plain(f"sell-paid-{way}"), HandPaid(order=order.id, way=way)) for way in _WAYS]
    return Screen(
        texts("sell-how-paid", number=order.number, due=due),
        rows(*ways, button(texts.plain("sell-back"), SellerOrder(order=order.id))),
    )


def refund_question(order: OrderView, texts: Texts) -> Screen:
    """Is it meant? Asked once."""
    if order.spent_minor:
        return delivery_looks.refund_question(order, texts)
    amount = wording.money(order.paid_minor, order.total.currency, texts.language)
    key = "sell-refund-sure" if order.state in OPEN else "sell-refund-sure-done"
    return Screen(
        texts(key, number=order.number, amount=amount),
        rows(
            button(texts.plain("sell-refund-yes"), SellerOrder(order=order.id, act="refund", sure=True), "danger"),
            button(texts.plain("sell-part"), SellerOrder(order=order.id, act="part")),
            button(texts.plain("sell-back"), SellerOrder(order=order.id)),
        ),
    )


def call_off_question(order: OrderView, texts: Texts) -> Screen:
    """Is it meant? Asked once."""
    return Screen(
        texts("sell-call-off-sure", number=order.number),
        rows(
            button(texts.plain("sell-call-off-yes"), SellerOrder(order=order.id, act="call_off", sure=True), "danger"),
            button(texts.plain("sell-back"), SellerOrder(order=order.id)),
        ),
    )


def board(
    tab: str,
    found: Sequence[OrderRow],
    counts: Mapping[OrderState, int],
    texts: Texts,
    *,
    before: OrderId | None,
    more: bool,
) -> Screen:
    """📋 the orders of one tab, a row for each."""
    lines = [
        texts(
            "sell-board-line",
            number=row.number,
            title=wording.quoted(cut(row.title, 60), texts.language),
            pieces=row.pieces,
            total=wording.money(row.total.minor, row.total.currency, texts.language),
            state=texts.plain(f"sell-state-{row.stage.replace('_', '-')}"),
        )
        for row in found
    ]
    head = texts(f"sell-board-{tab.replace('_', '-') or 'open'}")
    empty = "" if found else texts("sell-board-empty")
    orders = [
        button(
            label("📦", row.number, wording.money(row.total.minor, row.total.currency, texts.language)),
            SellerOrder(order=row.id),
        )
        for row in found
    ]
    leaf = [
        button("◀️", BoardOpen(state=tab)) if before else None,
        button("▶️", BoardOpen(state=tab, before=found[-1].id)) if more and found else None,
    ]
    to_make = sum(counts.get(state, 0) for state in TABS["accepted"]) > 1
    search = button(texts.plain("orders-search"), OrderSearch())
    tabs = [
        button(_tab_label(other, states, counts, texts), BoardOpen(state=other))
        for other, states in TABS.items()
        if other != tab
    ]
    return Screen(
        joined([head, empty, *lines]),
        rows(
            *(orders[start : start + 2] for start in range(0, len(orders), 2)),
            [turn for turn in leaf if turn],
            (button(texts.plain("ready-many"), ReadyMany()), search) if to_make and tab in _TO_TICK else search,
            tabs[:2],
            tabs[2:],
            button(texts.plain("sell-desk"), DeskOpen()),
        ),
    )


def _tab_label(tab: str, states: Sequence[OrderState], counts: Mapping[OrderState, int], texts: Texts) -> str:
    text = texts.plain(f"sell-tab-{tab.replace('_', '-') or 'open'}")
    number = sum(counts.get(state, 0) for state in states)
    return f"{text} · {number}" if number else text


def _line(title: str, sku: str, quantity: int, texts: Texts) -> Html:
    said = wording.quoted(cut(title, 100), texts.language)
    if quantity == 1:
        return texts("sell-order-line", title=said, sku=sku)
    return texts("sell-order-lines", title=said, sku=sku, count=quantity)
