"""What is a buyer told about an order, unasked? Pure: facts as they are at the moment of sending become words.

Service messages: each says in its first words what has happened and carries all that is needed; no offers, no
discounts, no titles or prices of other works. None: it is no longer true, so nothing is sent.
"""

from collections.abc import Callable
from dataclasses import dataclass
from datetime import datetime, timedelta
from typing import Final
from zoneinfo import ZoneInfo

from bot.shop.checkout import rules as checkout_rules
from bot.shop.checkout.values import Step
from bot.shop.fulfilment import rules as fulfilment_rules
from bot.shop.orders.rules import ENDED, OPEN
from bot.shop.orders.values import OrderState
from bot.shop.pickup.values import Place
from bot.shop.returns.values import Return, ReturnState
from bot.telegram import wording
from bot.telegram.buyer import buttons, checkout_screens, delivery_messages, delivery_screens, wish_buttons
from bot.telegram.buyer.callbacks import CheckoutCancel, CheckoutOpen
from bot.telegram.buyer.order_screens import how, ready
from bot.telegram.buyer.order_words import due, fitted, lines, moment, paragraphs, pickup, timeline, total, what
from bot.telegram.screen import CAPTION_LIMIT, Row, Screen, button, fresh, rows
from bot.telegram.texts import Html, Texts, joined
from bot.telegram.told import BuyerFacts, Told

S = OrderState
_UNHURRIED: Final = timedelta(seconds=5)
"""So much before its time a reminder may come: clocks and the outbox are not that exact."""
_TIMED_OUT: Final = frozenset({"expired_on_confirmation", "expired_on_capture", "internal_timeout", "deal_expired"})
"""YooKassa, reasons for cancelling a payment: nobody paid in time. All others: the bank or the provider refused."""


@dataclass(frozen=True, slots=True)
class _Case:
    """Facts, and how they are said."""

    facts: BuyerFacts
    texts: Texts
    zone: ZoneInfo

    @property
    def pickup(self) -> Html:
        return pickup(self.facts.order, self.facts.place, self.texts, self.facts.now, self.zone)

    def order_rows(self) -> tuple[Row, ...]:
        """The order itself, and a question about it. Nothing here leads the message away from its order."""
        order, texts = self.facts.order, self.texts
        again = buttons.again(texts, order.id) if order.state in ENDED else None
        return rows((buttons.order(texts, order.id, order.number), buttons.ask(texts, order.id)), again)

    def about(self, *parts: str) -> Screen:
        """What has happened, and the rest."""
        return Screen(paragraphs(*parts), rows(*self.order_rows()))

    @property
    def timeline(self) -> Html:
        return timeline(self.facts.order, self.texts, self.facts.now, self.zone)

    @property
    def venue(self) -> Place | None:
        """The place, if it can stand on a map."""
        place = self.facts.place
        return (
            place.told(self.texts.language)
            if place is not None and place.lat is not None and place.lon is not None
            else None
        )


def told(what_happened: str, facts: BuyerFacts, texts: Texts, zone: ZoneInfo) -> Told | None:
    """The message owed under that name; None when it no longer holds. Raises KeyError for a name that is none."""
    about_delivery = delivery_messages.CASES.get(what_happened)
    if about_delivery is not None:
        return about_delivery(facts, texts, zone)
    return _CASES[what_happened](_Case(facts, texts, zone))


def remind_later(facts: BuyerFacts) -> datetime | None:
    """When the hold was extended: the moment at which its end is near enough for a reminder."""
    order = facts.order
    if order.state is not S.DRAFT or order.held_until is None or order.held_until <= facts.now:
        return None
    due_at = checkout_rules.remind_at(order.held_until, facts.policies.hold)
    return due_at if due_at > facts.now + _UNHURRIED else None


def _hold_reminder(case: _Case) -> Told | None:
    order, texts = case.facts.order, case.texts
    if order.state is not S.DRAFT or order.held_until is None or order.held_until <= case.facts.now:
        return None
    if remind_later(case.facts) is not None:
        return None
    until = moment(order.held_until, texts, case.facts.now, case.zone)
    screen = Screen(
        paragraphs(texts("hold-reminder", until=until, what=what(order, texts)), texts("hold-reminder-next")),
        rows(
            button(texts.plain("go-on"), CheckoutOpen(order=order.id), "primary"),
            button(texts.plain("cancel"), CheckoutCancel(order=order.id)),
        ),
    )
    return Told(screen)


def _hold_ended(case: _Case) -> Told | None:
    order, texts = case.facts.order, case.texts
    if order.state is not S.EXPIRED:
        return None
    reason = str(case.facts.fields.get("reason") or "")
    if order.delivery is not None and order.delivery.is_open_question:
        return Told(delivery_screens.over(order, texts))
    if order.pay_way is None or not order.pay_way.is_online:
        return Told(checkout_screens.hold_ended(order, texts))
    if reason and reason not in _TIMED_OUT:
        head, rest = texts("hold-ended-bank", number=order.number), texts("hold-ended-bank-next")
    else:
        head, rest = texts("hold-ended-unpaid", number=order.number), texts("hold-over-next")
    screen = Screen(
        paragraphs(head, lines(order, texts), rest),
        rows(buttons.again(texts, order.id, "primary"), fresh(buttons.home(texts))),
    )
    return Told(screen)


def _payment_link(case: _Case) -> Told | None:
    view = case.facts.checkout
    if view.step is not Step.LINK or view.link is None:
        return None
    return Told(checkout_screens.payment(view, case.texts, case.facts.now, case.zone), in_place=True)


def _payment_trouble(case: _Case) -> Told | None:
    view = case.facts.checkout
    if view.step is not Step.TROUBLE:
        return None
    return Told(checkout_screens.trouble(view, case.texts, case.facts.now, case.zone), in_place=True)


def _paid(case: _Case) -> Told | None:
    order, texts = case.facts.order, case.texts
    if order.captured_minor <= 0 or order.state not in OPEN:
        return None
    head = texts("order-paid", number=order.number, sum=total(order, texts))

    def made(most: int) -> Html:
        rest = texts("todo-travels" if order.delivery else "todo-nothing")
        return paragraphs(head, lines(order, texts, most), case.pickup, case.timeline, rest)

    return Told(Screen(fitted(made, CAPTION_LIMIT), rows(*case.order_rows())))


def _accepted(case: _Case) -> Told | None:
    if case.facts.order.state not in (S.ACCEPTED, S.IN_WORK):
        return None
    screen = checkout_screens.accepted(case.facts.checkout, case.texts, case.facts.now, case.zone)
    return Told(screen, in_place=True)


def _checking(case: _Case) -> Told | None:
    order, texts = case.facts.order, case.texts
    if order.is_paid:
        return None
    return Told(case.about(texts("payment-checked", number=order.number), texts("payment-checked-next")))


def _money_goes_back(case: _Case) -> Told | None:
    order, texts, said = case.facts.order, case.texts, total(case.facts.order, case.texts)
    first: Html | str = ""
    match case.facts.fields.get("reason"):
        case "double":
            text = texts("money-back-double", number=order.number, sum=said)
        case "cancelled":
            text = texts("money-back-cancelled", number=order.number, sum=said)
        case _:
            text = texts("money-back-late", number=order.number, sum=said, what=what(order, texts))
            first = texts("money-back-first")
    return Told(
        Screen(
            paragraphs(text, texts("money-back-when"), first),
            rows(fresh(buttons.other_works(texts)), *case.order_rows()),
        )
    )


def _ready(case: _Case) -> Told | None:
    order, texts = case.facts.order, case.texts
    if order.state is not S.READY:
        return None
    qr = f"https://t.me/{case.facts.bot_username}?start=h_{order.hand_token}"
    return Told(_to_collect(case, texts("order-ready", number=order.number)), qr=qr, venue=case.venue)


def _to_collect(case: _Case, head: Html) -> Screen:
    """What one needs at the counter: what, where, when, the code, what to pay."""
    order, texts = case.facts.order, case.texts
    to_pay = texts("bring-money", sum=due(order, texts)) if order.due_minor else texts("bring-nothing")
    code = joined([ready(order, texts, case.facts.now, case.zone), to_pay])

    def made(most: int) -> Html:
        return paragraphs(head, lines(order, texts, most), case.pickup, code)

    return Screen(fitted(made, CAPTION_LIMIT), rows(*case.order_rows()))


def _waiting(case: _Case) -> Told | None:
    if case.facts.order.state is not S.READY:
        return None
    return Told(_to_collect(case, case.texts("order-waiting", number=case.facts.order.number)))


def _last_day(case: _Case) -> Told | None:
    """Only when the end really is near: the seller may have given more time."""
    order, texts = case.facts.order, case.texts
    if order.state is not S.READY or order.keep_until is None:
        return None
    _, last = fulfilment_rules.reminders(
        order.keep_until - case.facts.policies.pickup_keep, case.facts.policies.pickup_keep
    )
    if case.facts.now < last - _UNHURRIED:
        return None
    day = order.keep_until.astimezone(case.zone).date()
    until = wording.until_day(texts, day, case.facts.now.astimezone(case.zone).date())
    return Told(_to_collect(case, texts("order-last-day", number=order.number, until=until)))


def _handed_over(case: _Case) -> Told | None:
    order, texts = case.facts.order, case.texts
    if order.state is not S.HANDED_OVER:
        return None
    head = texts("parcel-came" if order.delivery else "order-handed-over", number=order.number)
    return Told(case.about(head, lines(order, texts), case.timeline, texts("todo-thanks")))


def _refunded(case: _Case) -> Told | None:
    order, texts = case.facts.order, case.texts
    amount = int(case.facts.fields.get("amount") or 0)
    said = wording.money(amount, order.total.currency, texts.language)
    when = texts("refunded-online" if order.pay_way and order.pay_way.is_online else "refunded-by-hand")
    return Told(case.about(texts("refunded", number=order.number, sum=said), when))


def _called_off(case: _Case) -> Told | None:
    order, texts = case.facts.order, case.texts
    if order.state is not S.CANCELLED:
        return None
    money = texts("money-coming-back", sum=wording.money(order.paid_minor, order.total.currency, texts.language))
    return Told(
        case.about(
            texts("order-called-off", number=order.number),
            lines(order, texts),
            money if order.paid_minor > 0 else texts("called-off-unpaid"),
        )
    )


def _sold_elsewhere(case: _Case) -> Told | None:
    order, texts = case.facts.order, case.texts
    if order.state is not S.EXPIRED:
        return None
    bell = wish_buttons.wait(order.lines[0].variant, texts) if len(order.lines) == 1 else None
    return Told(
        Screen(
            paragraphs(texts("sold-elsewhere", what=what(order, texts)), texts("sold-elsewhere-next")),
            rows(fresh(buttons.other_works(texts)), fresh(bell) if bell else None, fresh(buttons.home(texts))),
        )
    )


def _sold_twice(case: _Case) -> Told | None:
    """Paid here, sold there, and the seller could not help it."""
    order, texts = case.facts.order, case.texts
    if order.state is not S.CANCELLED:
        return None
    money: Html | str = "" if order.captured_minor else texts("called-off-unpaid")
    if order.paid_minor > 0:
        back = wording.money(order.paid_minor, order.total.currency, texts.language)
        money = texts("sold-twice-money", sum=back)
    head = texts("sold-twice", number=order.number, what=what(order, texts))
    asks = (buttons.order(texts, order.id, order.number), buttons.ask(texts, order.id))
    screen = Screen(paragraphs(head, money, texts("money-back-first")), rows(fresh(buttons.other_works(texts)), asks))
    return Told(screen, lasting=True)


def _return_accepted(case: _Case) -> Told | None:
    order, texts, request = case.facts.order, case.texts, _request(case)
    if request is None or request.state is not ReturnState.ACCEPTED:
        return None
    head = texts("return-accepted", number=order.number)
    return Told(case.about(head, how(request, case.facts.place, texts), texts("return-money-then")))


def _return_declined(case: _Case) -> Told | None:
    order, texts, request = case.facts.order, case.texts, _request(case)
    if request is None or request.state is not ReturnState.DECLINED:
        return None
    return Told(case.about(texts("return-declined", number=order.number), request.words))


def _request(case: _Case) -> Return | None:
    return case.facts.standing.request if case.facts.standing else None


_CASES: Final[dict[str, Callable[[_Case], Told | None]]] = {
    "hold_reminder": _hold_reminder,
    "hold_ended": _hold_ended,
    "payment_link": _payment_link,
    "payment_trouble": _payment_trouble,
    "paid": _paid,
    "accepted": _accepted,
    "checking": _checking,
    "money_goes_back": _money_goes_back,
    "ready": _ready,
    "waiting": _waiting,
    "last_day": _last_day,
    "handed_over": _handed_over,
    "refunded": _refunded,
    "called_off": _called_off,
    "sold_elsewhere": _sold_elsewhere,
    "sold_twice": _sold_twice,
    "return_accepted": _return_accepted,
    "return_declined": _return_declined,
}
