"""What is a person told, unasked, that is about no order? Each kind looks at the facts at the moment of sending.

A new kind is a function in `KINDS` under the `what` that `outbox.writes.tell_person` was given.
"""

from collections.abc import Awaitable, Callable, Mapping
from dataclasses import dataclass
from datetime import datetime
from functools import partial
from typing import Any, Final
from zoneinfo import ZoneInfo

from aiogram.types import InlineKeyboardButton

from bot.basics.ids import VariantId
from bot.shop.catalogue.values import PhotoRef, ShelfItem
from bot.shop.customers.values import Person
from bot.shop.outbox.values import Later
from bot.shop.shop import Shop
from bot.shop.waiting.values import Cheaper, TurnState
from bot.telegram import wording
from bot.telegram.buyer import buttons, wish_buttons
from bot.telegram.buyer.callbacks import Buy, CardOpen
from bot.telegram.buyer.limits import named
from bot.telegram.buyer.order_words import moment, paragraphs, title
from bot.telegram.buyer.wish_buttons import PricesOff
from bot.telegram.screen import Screen, button, rows
from bot.telegram.texts import Html, Texts, joined

_MOST_WORKS: Final = 5


@dataclass(frozen=True, slots=True)
class Case:
    """Whom it is about, what the one who owed it added, and how it is said."""

    shop: Shop
    person: Person
    fields: Mapping[str, Any]
    texts: Texts
    zone: ZoneInfo
    now: datetime
    bot: int


@dataclass(frozen=True, slots=True)
class Notice:
    """A message ready to go. `quietly`: it wakes nobody; `put_off`: what to undo when it has to wait after all."""

    screen: Screen
    quietly: bool = False
    put_off: Callable[[], Awaitable[None]] | None = None


async def notice(case: Case) -> Notice | Later | None:
    """The message owed under `what`; None when it no longer holds. Raises KeyError for a name that is none."""
    return await KINDS[case.fields["what"]](case)


async def unheard(case: Case) -> None:
    """The person cannot be reached: what was kept back for him goes on to others."""
    if case.fields["what"] == "back":
        await case.shop.waiting.quit(case.person.id, VariantId(case.fields["variant"]))


async def _back(case: Case) -> Notice | None:
    """It is back: held for this person, or free for whoever comes first."""
    back = await case.shop.waiting.back(case.fields["turn"], case.fields["wave"], case.texts.language)
    if back is None:
        return None
    texts, named = case.texts, title(back.work.title, case.texts)
    if back.held_until is not None:
        until = moment(back.held_until, texts, case.now, case.zone)
        text = paragraphs(texts("back-held", until=until, title=named), texts("back-held-next"))
    else:
        text = paragraphs(texts("its-back", title=named), texts("its-back-next"))
    screen = Screen(
        text,
        rows(
            button(texts.plain("buy-now"), Buy(product=back.work.product), "primary"),
            (_open(back.work, texts), wish_buttons.quit_waiting(back.work.variant, texts)),
        ),
        photo=await _photo(case, back.work),
    )
    return Notice(screen, quietly=back.quietly)


async def _ended(case: Case, state: TurnState) -> Notice | None:
    """⌛ the time of a personal hold is over, or 😔 the piece was sold elsewhere."""
    texts = case.texts
    work = await case.shop.waiting.ended(case.fields["turn"], case.fields["wave"], state, texts.language)
    if work is None:
        return None
    named = title(work.title, texts)
    if state is TurnState.LAPSED:
        text = paragraphs(texts("turn-over", title=named), texts("turn-over-next"))
        row = (_open(work, texts), buttons.other_works(texts))
    else:
        text = paragraphs(texts("turn-lost", title=named), texts("turn-lost-next"))
        row = (buttons.other_works(texts), wish_buttons.quit_waiting(work.variant, texts))
    return Notice(Screen(text, rows(row)))


async def _cheaper(case: Case) -> Notice | Later | None:
    """What this person watches and has become cheaper, all of it in one message."""
    texts, shop, person = case.texts, case.shop, case.person
    news = await shop.prices.claim(person.id, texts.language)
    if news is None or isinstance(news, datetime):
        return Later(news) if news else None
    shown, more = news.works[:_MOST_WORKS], len(news.works) - _MOST_WORKS
    lines = [_fallen(cheaper, texts) for cheaper in shown]
    off = button(texts.plain("prices-no-more"), PricesOff())
    if len(news.works) == 1:
        work = news.works[0].work
        opened = button(texts.plain("open-work"), CardOpen(product=work.product), "primary")
        screen = Screen(texts("cheaper", line=lines[0]), rows(opened, off), photo=await _photo(case, work))
    else:
        rest = texts("cheaper-rest", count=more) if more > 0 else ""
        opened_each = [button(named(f"🖼 {each.work.title}"), CardOpen(product=each.work.product)) for each in shown]
        kept = wish_buttons.favourites(texts) if more > 0 else None
        screen = Screen(paragraphs(texts("cheaper-several"), joined([*lines, rest])), rows(*opened_each, kept, off))
    return Notice(screen, put_off=partial(shop.prices.give_back, person.id, news.at))


def _fallen(cheaper: Cheaper, texts: Texts) -> Html:
    price, language = cheaper.work.price, texts.language
    return texts(
        "cheaper-line",
        title=title(cheaper.work.title, texts),
        before=wording.money(cheaper.before_minor, price.currency, language),
        price=wording.money(price.minor, price.currency, language),
    )


def _open(work: ShelfItem, texts: Texts) -> InlineKeyboardButton:
    return button(texts.plain("open-work"), CardOpen(product=work.product))


async def _photo(case: Case, work: ShelfItem) -> PhotoRef | None:
    card = await case.shop.catalogue.card(work.product, case.texts.language, case.bot)
    return card.photos[0] if card.photos else None


KINDS: Final[dict[str, Callable[[Case], Awaitable[Notice | Later | None]]]] = {
    "back": _back,
    "turn_over": partial(_ended, state=TurnState.LAPSED),
    "turn_lost": partial(_ended, state=TurnState.WAITING),
    "cheaper": _cheaper,
}
