"""How are an order's works, sum, place and times said? Shared by checkout, 📦 and service messages."""

from datetime import datetime, timedelta
from typing import Final
from zoneinfo import ZoneInfo

from bot.shop.orders.values import Line, OrderView
from bot.shop.pickup.values import Place
from bot.telegram import wording
from bot.telegram.buyer.limits import TITLE_LIMIT, cut
from bot.telegram.texts import Html, Texts, escaped, joined

MOST_LINES: Final = 12


def title(words: str, texts: Texts) -> str:
    """A title inside a sentence or a list: quoted, and not longer than it may be."""
    return wording.quoted(cut(words, TITLE_LIMIT), texts.language)


def what(order: OrderView, texts: Texts) -> str:
    """The one work by its title, or how many pieces."""
    pieces = sum(line.quantity for line in order.lines)
    if len(order.lines) == 1 and pieces == 1:
        return title(order.lines[0].title, texts)
    return texts.plain("works-count", count=pieces)


def lines(order: OrderView, texts: Texts) -> Html:
    """Every work with its price, one a line."""
    shown = [_line(line, order.total.currency, texts) for line in order.lines[:MOST_LINES]]
    left = len(order.lines) - MOST_LINES
    return joined([*shown, texts("order-more-lines", count=left) if left > 0 else ""])


def _line(line: Line, currency: str, texts: Texts) -> Html:
    price = wording.money(line.price_minor * line.quantity, currency, texts.language)
    if line.quantity == 1:
        return texts("order-line", title=title(line.title, texts), price=price)
    return texts("order-lines", title=title(line.title, texts), count=line.quantity, price=price)


def total(order: OrderView, texts: Texts) -> str:
    return wording.money(order.total.minor, order.total.currency, texts.language)


def due(order: OrderView, texts: Texts) -> str:
    """What is still to be paid."""
    return wording.money(order.due_minor, order.total.currency, texts.language)


def place(where: Place, texts: Texts, now: datetime, zone: ZoneInfo) -> Html:
    """Title; address; dates of a fair and hours: what one needs to get there."""
    when = [part for part in (dates(where, texts, now, zone), cut(where.hours, 200)) if part]
    return joined([cut(where.title, 100), cut(where.address, 200), ", ".join(when)])


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
    """Where it is collected and, where the place has times, when."""
    if where is None:
        return Html("")
    when = ""
    if order.slot_at is not None:
        when = wording.at(texts, order.slot_at, now=now, zone=zone)
    head = texts("pickup-heading") if heading else ""
    return joined([head, place(where, texts, now, zone), texts("pickup-when", when=when) if when else ""])


def moment(until: datetime, texts: Texts, now: datetime, zone: ZoneInfo) -> str:
    """`до 18:40` today, `завтра до 10:00` later."""
    if until.astimezone(zone).date() == now.astimezone(zone).date():
        return wording.until_time(texts, until, zone)
    return wording.until(texts, until, now=now, zone=zone)


def held(order: OrderView, texts: Texts, now: datetime, zone: ZoneInfo) -> Html:
    """`⏳ Держим для вас до 18:40`; nothing when the time is over and only the sweeper has not come by."""
    if order.held_until is None or order.held_until <= now:
        return Html("")
    return texts("held-for-you", until=moment(order.held_until, texts, now, zone))


def paragraphs(*parts: str) -> Html:
    """Parts that say something, an empty line between them."""
    return joined([escaped(part) for part in parts if part], "\n\n")
