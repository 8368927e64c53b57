"""What does a buyer see of the points to choose from? Pure views; which ones can be chosen was decided before."""

from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass, field
from datetime import datetime, timedelta
from typing import Final
from urllib.parse import quote_plus
from zoneinfo import ZoneInfo

from aiogram.types import InlineKeyboardButton

from bot.basics.ids import LocationId, OrderId
from bot.basics.languages import Language
from bot.shop.pickup.values import Offer, Place, WhyNot
from bot.telegram import opening, wording
from bot.telegram.buyer.callbacks import NearAsk, PlaceChosen, PlacesPage
from bot.telegram.buyer.limits import cut, named
from bot.telegram.buyer.order_words import dates, paragraphs
from bot.telegram.screen import Row, button, grid, link
from bot.telegram.texts import Html, Texts, joined

PAGE: Final = 5
_MOST_CLOSED: Final = 5
_MAPS: Final[dict[Language, str]] = {
    "ru": "https://yandex.ru/maps/?text=",
    "en": "https://www.google.com/maps/search/?api=1&query=",
    "pl": "https://www.google.com/maps/search/?api=1&query=",
}


@dataclass(frozen=True, slots=True)
class Near:
    """Where the buyer looks from: the order of the points, and metres to those that stand on the map."""

    order: tuple[LocationId, ...]
    metres: Mapping[LocationId, float] = field(default_factory=dict)


def points(
    offers: Sequence[Offer],
    order: OrderId,
    texts: Texts,
    now: datetime,
    zone: ZoneInfo,
    *,
    page: int = 0,
    near: Near | None = None,
    travels: bool = False,
) -> tuple[Html, tuple[Row, ...]]:
    """The points that can be chosen, and in one line each why others cannot; the buttons for it.

    `travels`: it may be sent, so that no point at all is no dead end.
    """
    can = [each for each in offers if each.why_not is None]
    if near is not None:
        place_of = {location: nth for nth, location in enumerate(near.order)}
        can.sort(key=lambda each: place_of.get(each.place.id, len(place_of)))
    page = min(page, max(len(can) - 1, 0) // PAGE)
    shown = can[page * PAGE : (page + 1) * PAGE]
    cannot = [each for each in offers if each.why_not is not None][:_MOST_CLOSED]
    described = paragraphs(
        texts("ask-pickup") if can else "" if travels else texts("no-places"),
        joined([_point(each, texts, now, zone, near) for each in shown], "\n\n"),
        joined([_why_not(each, texts, now, zone) for each in cannot]),
    )
    choices = [
        button(named(f"📍 {each.place.told(texts.language).title}"), PlaceChosen(order=order, location=each.place.id))
        for each in shown
    ]
    # an order among them cannot be carried by a button: the next page is the shop's own again
    leaves = [] if near else [_leaf(arrow, order, to) for arrow, to in (("◀️", page - 1), ("▶️", page + 1)) if to >= 0]
    if (page + 1) * PAGE >= len(can) and leaves:
        leaves.pop()
    everything = near is not None and len(can) > PAGE
    ask = None
    if len(can) > 1:
        ask = button(texts.plain("points-nearest"), NearAsk(order=order))
    return described, (
        *grid(choices, 1),
        *([leaves] if leaves else []),
        *([[button(texts.plain("points-all"), PlacesPage(order=order))]] if everything else []),
        *([[ask]] if ask else []),
    )


def _leaf(arrow: str, order: OrderId, page: int) -> InlineKeyboardButton:
    return button(f"{arrow} {page + 1}", PlacesPage(order=order, page=page))


def _point(offer: Offer, texts: Texts, now: datetime, zone: ZoneInfo, near: Near | None) -> Html:
    """Title; address, which opens a map; hours today or the days of a fair; when the work is there · how far it is."""
    where = offer.place.told(texts.language)
    far = near.metres.get(where.id) if near else None
    dated = where.active_from is not None  # days and hours of a fair fill a line
    reach = [_arrives(offer, texts, now), wording.distance(far, texts) if far is not None else ""]
    facts = [*_when(where, texts, now, zone), *([] if dated else reach)]
    return joined(
        [
            texts("point-title", title=cut(where.title, 80)),
            texts("point-address", address=cut(where.address, 120), url=map_url(where, texts.language)),
            _dotted(facts),
            _dotted(reach) if dated else "",
        ]
    )


def _dotted(facts: Iterable[str]) -> str:
    return "\N{NO-BREAK SPACE}· ".join(fact for fact in facts if fact)


def _when(where: Place, texts: Texts, now: datetime, zone: ZoneInfo) -> list[str]:
    days = dates(where, texts, now, zone)
    begins_later = where.active_from is not None and where.active_from > now
    said = opening.week if begins_later else opening.today
    return [days, cut(said(where, texts, now, zone), 120)]


def _arrives(offer: Offer, texts: Texts, now: datetime) -> str:
    """When the work is there; nothing about a fair that begins after it."""
    begins = offer.place.active_from
    if offer.bring is None:
        return texts.plain("point-there") if begins is None or begins <= now else ""
    least, most = offer.bring
    if begins is not None and now + timedelta(days=most) <= begins:
        return ""
    return days_said(least, most, texts)


def days_said(least: int, most: int, texts: Texts) -> str:
    """`через 2–3 дня`, `через день`."""
    if least == most:
        return texts.plain("point-in-just", days=most)
    return texts.plain("point-in-days", least=least, days=most)


def _why_not(offer: Offer, texts: Texts, now: datetime, zone: ZoneInfo) -> Html:
    title = wording.quoted(cut(offer.place.told(texts.language).title, 60), texts.language)
    today = now.astimezone(zone).date()
    if offer.why_not is WhyNot.FULL or offer.ends_at is None:
        return texts("point-full", title=title)
    end = wording.calendar_day((offer.ends_at - timedelta(seconds=1)).astimezone(zone).date(), today, texts.language)
    if offer.why_not is WhyNot.OVER:
        return texts("point-over", title=title, day=end)
    return texts("point-too-late", title=title, day=end)


def map_url(where: Place, language: Language) -> str:
    """The place on a map that the reader is likely to use; by its address where the seller has marked no point."""
    if where.lat is None or where.lon is None:
        return _MAPS[language] + quote_plus(where.address[:60])
    if language == "ru":
        return f"https://yandex.ru/maps/?pt={where.lon},{where.lat}&z=17"
    return f"{_MAPS[language]}{where.lat},{where.lon}"


def map_button(where: Place, texts: Texts) -> InlineKeyboardButton:
    """🗺"""
    return link(texts.plain("on-the-map"), map_url(where, texts.language))
