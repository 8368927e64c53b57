"""What does each step of a checkout look like? Pure views: the step decides, the order says the rest."""

from datetime import datetime
from itertools import groupby
from typing import Final
from zoneinfo import ZoneInfo

from aiogram.types import InlineKeyboardButton

from bot.basics.ids import OrderId
from bot.shop.checkout.rules import NOTE_LIMIT
from bot.shop.checkout.values import CheckoutView, Step
from bot.shop.orders.values import OrderState, OrderView, PayWay
from bot.telegram import wording
from bot.telegram.buyer import buttons, delivery_screens, order_screens, point_screens
from bot.telegram.buyer.callbacks import (
    CheckoutCancel,
    CheckoutOpen,
    NoteAsk,
    PaidCheck,
    Pay,
    PhoneAsk,
    PlacesOpen,
    RememberAsk,
    RememberSet,
    SlotChosen,
    SlotsOpen,
    WrapToggle,
)
from bot.telegram.buyer.delivery_buttons import PriceAsk
from bot.telegram.buyer.limits import label, seen_length
from bot.telegram.buyer.order_words import due, held, lines, moment, paragraphs, pickup, total, what
from bot.telegram.buyer.point_screens import Near
from bot.telegram.screen import CAPTION_LIMIT, Screen, button, grid, link, rows
from bot.telegram.texts import Html, Texts, hang, joined

_TIMES_A_PAGE: Final = 24
_TIMES_A_ROW: Final = 4
Rows = tuple[tuple[InlineKeyboardButton, ...], ...]


def checkout(view: CheckoutView, texts: Texts, now: datetime, zone: ZoneInfo, note: Html | str = "") -> Screen:
    """Whatever comes next in this checkout. `note`: one line about what has just happened."""
    match view.step:
        case Step.POINT:
            return points(view, texts, now, zone, note)
        case Step.SLOT:
            return slots(view, texts, now, note=note)
        case Step.CONTACT:
            return contact(view, texts, now, zone, note)
        case Step.PAY | Step.PRICE:
            return pay(view, texts, now, zone, note)
        case Step.ADDRESS:
            return delivery_screens.address(view, texts, now, zone, note)
        case Step.QUOTE:
            return delivery_screens.waiting(view, texts, now, zone, note)
        case Step.OFFER:
            return delivery_screens.offer(view, texts, now, zone, note)
        case Step.LINK:
            return payment(view, texts, now, zone, note)
        case Step.TROUBLE:
            return trouble(view, texts, now, zone)
    order = view.order
    if order.state in (OrderState.ACCEPTED, OrderState.IN_WORK):
        return accepted(view, texts, now, zone)
    if order.state is OrderState.EXPIRED or (order.state is OrderState.CANCELLED and order.placed_at is None):
        return hold_ended(order, texts)
    return order_screens.order(order, view.place, texts, now, zone, note)


def _over_photo(text: Html, given: Rows) -> Screen:
    """Over the card's photo as long as the words fit under it."""
    return Screen(text, given, keep_photo=seen_length(text) <= CAPTION_LIMIT)


def points(
    view: CheckoutView,
    texts: Texts,
    now: datetime,
    zone: ZoneInfo,
    note: Html | str = "",
    *,
    page: int = 0,
    near: Near | None = None,
) -> Screen:
    """📍 a page of the points, nearest or found ones first when the buyer has said where he is."""
    travels = bool(view.deliveries)
    described, choices = point_screens.points(
        view.offers, view.order.id, texts, now, zone, page=page, near=near, travels=travels
    )
    return _over_photo(
        paragraphs(_head(view, texts, now, zone, note), described, delivery_screens.described(view, texts)),
        rows(*choices, *grid(delivery_screens.choices(view, texts), 2), _cancel(texts, view.order.id)),
    )


def pages(times: tuple[datetime, ...], zone: ZoneInfo) -> list[tuple[datetime, ...]]:
    """Times by day; a day with very many is several pages."""
    made: list[tuple[datetime, ...]] = []
    for _, of_day in groupby(times, key=lambda at: at.astimezone(zone).date()):
        day = tuple(of_day)
        made += [day[start : start + _TIMES_A_PAGE] for start in range(0, len(day), _TIMES_A_PAGE)]
    return made


def slots(view: CheckoutView, texts: Texts, now: datetime, *, page: int = 0, note: Html | str = "") -> Screen:
    """🕒 the times of one day; ◀️ ▶️ other days. Times are those of the place."""
    order, zone = view.order, ZoneInfo(view.timezone)
    days = pages(view.slots, zone)
    other = (
        button(texts.plain("other-place"), PlacesOpen(order=order.id)) if delivery_screens.may_change(view) else None
    )
    if not days:
        return _over_photo(
            paragraphs(_head(view, texts, now, zone, note), texts("no-slots")), rows(other, _cancel(texts, order.id))
        )
    page = min(page, len(days) - 1)
    today = now.astimezone(zone).date()
    day = wording.day(texts, days[page][0].astimezone(zone).date(), today)
    choices = [
        button(f"🕒 {wording.clock(at, zone)}", SlotChosen(order=order.id, at=int(at.timestamp()))) for at in days[page]
    ]
    leaves = [
        button(label(f"{arrow} {_short_day(days[to][0], texts, now, zone)}"), SlotsOpen(order=order.id, page=to))
        for arrow, to in (("◀️", page - 1), ("▶️", page + 1))
        if 0 <= to < len(days)
    ]
    where = hang(view.place.told(texts.language).title, texts.language) if view.place else ""
    return _over_photo(
        paragraphs(_head(view, texts, now, zone, note), texts("ask-slot", place=where, day=day)),
        rows(*grid(choices, _TIMES_A_ROW), leaves, other, _cancel(texts, order.id)),
    )


def _short_day(at: datetime, texts: Texts, now: datetime, zone: ZoneInfo) -> str:
    local, today = at.astimezone(zone).date(), now.astimezone(zone).date()
    said = wording.day(texts, local, today)
    return said if len(said) <= 9 else wording.calendar_day(local, today, texts.language)


def contact(view: CheckoutView, texts: Texts, now: datetime, zone: ZoneInfo, note: Html | str = "") -> Screen:
    """Asks for a phone; the button that sends it stands under the message that follows."""
    return _over_photo(
        paragraphs(_head(view, texts, now, zone, note), texts("ask-phone")), rows(_cancel(texts, view.order.id))
    )


def pay(view: CheckoutView, texts: Texts, now: datetime, zone: ZoneInfo, note: Html | str = "") -> Screen:
    """Place, total and the time held: 💳 and 🤝 confirm all of it."""
    order = view.order
    phone = texts("pickup-phone", phone=wording.phone(order.contact_phone)) if order.contact_phone else ""
    wrap = _wrapping(view, texts)
    note_label = texts.plain("note-change" if order.note else "note-add")
    change = delivery_screens.changes(view, texts)
    if delivery_screens.may_change(view):
        other = texts.plain("other-way" if order.delivery else "other-place")
        change.append(button(other, PlacesOpen(order=order.id)))
    if view.place is not None and view.place.slots is not None:
        change.append(button(texts.plain("other-time"), SlotsOpen(order=order.id)))
    if order.contact_phone:
        change.append(button(texts.plain("other-phone"), PhoneAsk(order=order.id)))
    if view.place is not None:
        change.append(point_screens.map_button(view.place, texts))
    remember = RememberSet(order=order.id, on=False) if order.remember else RememberAsk(order=order.id)
    return _over_photo(
        paragraphs(
            note,
            held(order, texts, now, zone),
            lines(order, texts),
            joined([pickup(order, view.place, texts, now, zone), phone]),
            texts("order-total", sum=total(order, texts)),
            texts("ask-price-note") if view.step is Step.PRICE else "",
            texts("note-yours", note=order.note) if order.note else "",
            texts("remembered") if order.remember else "",
        ),
        rows(
            *_ways(view, texts),
            (wrap, button(note_label, NoteAsk(order=order.id)))
            if wrap
            else button(note_label, NoteAsk(order=order.id)),
            *grid(change, 2),
            button(texts.plain("remember-not" if order.remember else "remember"), remember),
            (button(texts.plain("look-again"), CheckoutOpen(order=order.id)), _cancel(texts, order.id)),
        ),
    )


def _wrapping(view: CheckoutView, texts: Texts) -> InlineKeyboardButton | None:
    """🎁 and what it costs; taken off again by the same button."""
    order = view.order
    if order.wrap_minor is not None:
        return button(texts.plain("wrap-off"), WrapToggle(order=order.id, on=False))
    if not view.wrap_minor:
        return None
    price = wording.money(view.wrap_minor, order.total.currency, texts.language)
    return button(label(texts.plain("wrap-on", price=price)), WrapToggle(order=order.id, on=True))


def ask_remember(view: CheckoutView, texts: Texts) -> Screen:
    """💾 what is kept, what for, how it is forgotten; nothing is before it is agreed to."""
    order = view.order
    return _over_photo(
        texts("remember-ask"),
        rows(
            button(texts.plain("remember-yes"), RememberSet(order=order.id, on=True), "primary"),
            button(texts.plain("back"), CheckoutOpen(order=order.id)),
        ),
    )


def ask_note(view: CheckoutView, texts: Texts) -> Screen:
    """✍️ a few words to the artist; those that stand there now are shown."""
    order = view.order
    return _over_photo(
        paragraphs(texts("note-ask", limit=NOTE_LIMIT), texts("note-yours", note=order.note) if order.note else ""),
        rows(
            button(texts.plain("note-drop"), NoteAsk(order=order.id, drop=True)) if order.note else None,
            button(texts.plain("back"), CheckoutOpen(order=order.id)),
        ),
    )


def _ways(view: CheckoutView, texts: Texts) -> list[InlineKeyboardButton]:
    """The first one offered is the main action."""
    if view.step is Step.PRICE:
        return [button(texts.plain("ask-price"), PriceAsk(order=view.order.id), "primary")]
    later = texts.plain("accept-on-receipt" if view.order.delivery else "pay-at-pickup")
    words = {
        PayWay.ONLINE: texts.plain("pay-online"),
        PayWay.INVOICE: texts.plain("pay-invoice"),
        PayWay.AT_PICKUP: later,
    }
    return [
        button(words[way], Pay(order=view.order.id, way=way), None if place else "primary")
        for place, way in enumerate(view.ways)
    ]


def payment(view: CheckoutView, texts: Texts, now: datetime, zone: ZoneInfo, note: Html | str = "") -> Screen:
    """💳 being prepared, or the link itself."""
    order = view.order
    by_link = order.pay_way is not PayWay.INVOICE
    ready = "link-ready" if by_link else "invoice-ready"
    head = texts(ready if view.link else "link-preparing", number=order.number, sum=due(order, texts))
    until = ""
    if order.held_until is not None and order.held_until > now:
        until = texts("link-until", until=moment(order.held_until, texts, now, zone))
    return _over_photo(
        paragraphs(head, note, lines(order, texts), pickup(order, view.place, texts, now, zone), until),
        rows(
            link(texts.plain("pay-link"), view.link, "primary") if view.link else None,
            # an invoice tells by itself that it was paid
            button(texts.plain("check-payment"), PaidCheck(order=order.id)) if by_link else None,
            _cancel(texts, order.id),
        ),
    )


def trouble(view: CheckoutView, texts: Texts, now: datetime, zone: ZoneInfo) -> Screen:
    """⚠️ the provider refused: another try, or another way."""
    order = view.order
    until: Html | str = ""
    if order.held_until is not None and order.held_until > now:
        until = texts("held-still", until=moment(order.held_until, texts, now, zone))
    return _over_photo(
        paragraphs(texts("payment-trouble", number=order.number), texts(_try(view)), until),
        rows(*_ways(view, texts), _cancel(texts, order.id)),
    )


def _try(view: CheckoutView) -> str:
    return "payment-trouble-next" if PayWay.AT_PICKUP in view.ways else "payment-trouble-again"


def accepted(view: CheckoutView, texts: Texts, now: datetime, zone: ZoneInfo) -> Screen:
    """🎉 the shop owes it now."""
    order = view.order
    if order.is_paid:
        head = texts("order-paid", number=order.number, sum=total(order, texts))
    else:
        head = texts("order-accepted", number=order.number)
    shown = order_screens.living(order, view.place, texts, now, zone, head)
    return _over_photo(shown.text, shown.rows)


def hold_ended(order: OrderView, texts: Texts) -> Screen:
    """⌛ and the way to begin again."""
    return _over_photo(
        paragraphs(texts("hold-over", what=what(order, texts)), texts("hold-over-next")),
        rows(buttons.again(texts, order.id, "primary"), (buttons.catalogue(texts), buttons.home(texts))),
    )


def cancelled(order: OrderView, texts: Texts) -> Screen:
    """⌛ by the buyer's own wish."""
    return _over_photo(
        paragraphs(texts("checkout-cancelled", what=what(order, texts))),
        rows(buttons.catalogue(texts, "primary"), (buttons.again(texts, order.id), buttons.home(texts))),
    )


def _head(view: CheckoutView, texts: Texts, now: datetime, zone: ZoneInfo, note: Html | str) -> Html:
    return paragraphs(note, joined([held(view.order, texts, now, zone), lines(view.order, texts)]))


def _cancel(texts: Texts, order: OrderId) -> InlineKeyboardButton:
    return button(texts.plain("cancel"), CheckoutCancel(order=order))
