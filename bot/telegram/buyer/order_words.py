"""How are an order's works, sum, place and times said? Shared by checkout, 📦 and service messages."""

import math
from collections.abc import Callable, Sequence
from datetime import datetime, timedelta
from typing import Final
from zoneinfo import ZoneInfo

from bot.shop.customers.values import Usual
from bot.shop.orders.rules import ENDED
from bot.shop.orders.values import Line, OrderState, OrderView, PayWay
from bot.shop.pickup.values import Place
from bot.telegram import opening, wording
from bot.telegram.buyer import delivery_words
from bot.telegram.buyer.limits import TITLE_LIMIT, cut, seen_length
from bot.telegram.texts import Html, Texts, escaped, joined

MOST_LINES: Final = 12
_COUNTED_MIN: Final = 120
"""Longer than that nobody counts minutes."""


def title(words: str, texts: Texts) -> str:
    """A title inside a sentence or a list: quoted, and not longer than it may be."""
    return wording.quoted(cut(words, TITLE_LIMIT), texts.language)


def what(order: OrderView, texts: Texts) -> str:
    """The one work by its title, or how many pieces."""
    pieces = sum(line.quantity for line in order.lines)
    if len(order.lines) == 1 and pieces == 1:
        return title(order.lines[0].title, texts)
    return texts.plain("works-count", count=pieces)


def lines(order: OrderView, texts: Texts, most: int = MOST_LINES) -> Html:
    """Every work with its price, one a line; of very many the first ones."""
    shown = [_line(line, order.total.currency, texts) for line in order.lines[:most]]
    left = len(order.lines) - most
    more = texts("order-more-lines", count=left) if left > 0 else ""
    return joined([*shown, more, wrapping(order, texts), delivery_words.line(order, texts)])


def wrapping(order: OrderView, texts: Texts) -> Html | str:
    """🎁 with its price, a line like those of the works."""
    if order.wrap_minor is None:
        return ""
    return texts("order-wrap", price=wording.money(order.wrap_minor, order.total.currency, texts.language))


def _line(line: Line, currency: str, texts: Texts) -> Html:
    price = wording.money(line.price_minor * line.quantity, currency, texts.language)
    if line.quantity == 1:
        return texts("order-line", title=title(line.title, texts), price=price)
    return texts("order-lines", title=title(line.title, texts), count=line.quantity, price=price)


def timeline(order: OrderView, texts: Texts, now: datetime, zone: ZoneInfo) -> Html:
    """What has happened and when, the present step in bold, and what is still to come."""
    done, coming = _steps(order)
    said = []
    for step, at in done:
        when = wording.at(texts, at, now=now, zone=zone)
        present = (step, at) == done[-1]
        said.append(texts("step-present" if present else "step-done", step=texts.plain(f"step-{step}"), when=when))
    return joined([*said, *(texts("step-coming", step=texts.plain(f"step-{step}")) for step in coming)])


def _steps(order: OrderView) -> tuple[list[tuple[str, datetime]], list[str]]:
    """(steps that were taken, steps to come). A seller may go from paid to ready; then nobody began."""
    at_pickup, told = order.pay_way is PayWay.AT_PICKUP, order.delivery
    ready, over = ("sent", "received") if told else ("ready", "handed-over")
    taken = [
        ("accepted" if at_pickup and not (told and told.asked_at) else "placed", order.placed_at),
        ("priced", told.quoted_at if told else None),
        ("paid", None if at_pickup else order.paid_at),
        ("in-work", order.begun_at),
        (ready, order.ready_at),
        (order.stage.replace("_", "-"), order.ended_at if order.state in ENDED else None),
    ]
    done = [(step, at) for step, at in taken if at is not None]
    ahead = {
        OrderState.AWAITING_PAYMENT: ["paid", "in-work", ready, over],
        OrderState.ACCEPTED: ["in-work", ready, over],
        OrderState.IN_WORK: [ready, over],
        OrderState.READY: [over],
    }
    asked = ["priced"] if order.stage == "asked" else []
    return done, asked + ahead.get(order.state, [])


def fitted(make: Callable[[int], Html], limit: int) -> Html:
    """The longest of these texts that fits: `make` is told how many lines of works it may say."""
    said = make(MOST_LINES)
    for most in (8, 5, 3, 1):
        if seen_length(said) <= limit:
            break
        said = make(most)
    return said


def total(order: OrderView, texts: Texts) -> str:
    return wording.money(order.total.minor, order.total.currency, texts.language)


def due(order: OrderView, texts: Texts) -> str:
    """What is still to be paid."""
    return wording.money(order.due_minor, order.total.currency, texts.language)


def place(where: Place, texts: Texts, now: datetime, zone: ZoneInfo) -> Html:
    """Title; address; how to find it; dates of a fair and hours: what one needs to get there."""
    where = where.told(texts.language)
    hours = opening.week(where, texts, now, zone)
    when = [part for part in (dates(where, texts, now, zone), cut(hours, 200)) if part]
    return joined([cut(where.title, 100), cut(where.address, 200), cut(where.how, 200), ", ".join(when)])


def dates(where: Place, texts: Texts, now: datetime, zone: ZoneInfo) -> str:
    """`28–29 ноября`, `до вторника, 24 ноября`; nothing where the place has no end."""
    if where.active_to is None:
        return ""
    today = now.astimezone(zone).date()
    last = (where.active_to - timedelta(seconds=1)).astimezone(zone).date()
    if where.active_from is not None and where.active_from > now:
        first = where.active_from.astimezone(zone).date()
        if first == last:
            return wording.day(texts, first, today)
        language = texts.language
        if (first.year, first.month) == (last.year, last.month):
            return f"{first.day}–{wording.calendar_day(last, today, language)}"
        return f"{wording.calendar_day(first, today, language)} – {wording.calendar_day(last, today, language)}"
    return wording.until_day(texts, last, today)


def pickup(
    order: OrderView, where: Place | None, texts: Texts, now: datetime, zone: ZoneInfo, *, heading: bool = True
) -> Html:
    """Where it is collected and, where the place has times, when; or where it is brought."""
    if order.delivery is not None:
        return delivery_words.where(order, texts, heading=heading)
    if where is None:
        return Html("")
    when = ""
    if order.slot_at is not None:
        when = wording.at(texts, order.slot_at, now=now, zone=zone)
    head = texts("pickup-heading") if heading else ""
    return joined([head, place(where, texts, now, zone), texts("pickup-when", when=when) if when else ""])


def usual(kept: Usual | None, places: Sequence[Place], texts: Texts, now: datetime, *, online: bool) -> str:
    """`Мастерская · оплата онлайн`: what was chosen last time; nothing once any of it is no longer offered."""
    way = PayWay(kept.pay_way) if kept and kept.pay_way else None
    if kept is None or way is None or (way.is_online and not online):
        return ""
    where = next((place for place in places if place.id == kept.location and place.offered(now)), None)
    if where is None:
        return ""
    said = texts.plain("way-online" if way.is_online else "way-at-pickup")
    return f"{cut(where.told(texts.language).title, 60)}\N{NO-BREAK SPACE}· {said}"


def moment(until: datetime, texts: Texts, now: datetime, zone: ZoneInfo) -> str:
    """`до 18:40` today, `завтра до 10:00` later."""
    if until.astimezone(zone).date() == now.astimezone(zone).date():
        return wording.until_time(texts, until, zone)
    return wording.until(texts, until, now=now, zone=zone)


def held(order: OrderView, texts: Texts, now: datetime, zone: ZoneInfo) -> Html:
    """`⏳ Держим для вас до 18:40`; nothing when the time is over and only the sweeper has not come by."""
    if order.held_until is None or order.held_until <= now:
        return Html("")
    return texts("held-for-you", until=countdown(order.held_until, texts, now, zone))


def countdown(until: datetime, texts: Texts, now: datetime, zone: ZoneInfo) -> str:
    """`до 18:40 · 12 мин`: as it is when the screen is drawn; a tap draws it anew."""
    said = moment(until, texts, now, zone)
    left = math.ceil((until - now).total_seconds() / 60)
    return f"{said}\N{NO-BREAK SPACE}· {texts.plain('minutes-left', minutes=left)}" if left <= _COUNTED_MIN else said


def paragraphs(*parts: str) -> Html:
    """Parts that say something, an empty line between them."""
    return joined([escaped(part) for part in parts if part], "\n\n")
