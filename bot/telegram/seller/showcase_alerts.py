"""What does a seller have to know about the showcase without having asked?"""

from collections.abc import Callable
from typing import Final
from zoneinfo import ZoneInfo

from aiogram.types import InlineKeyboardButton

from bot.telegram import wording
from bot.telegram.buyer.limits import cut
from bot.telegram.screen import Screen, button, rows
from bot.telegram.seller.callbacks import PlansOpen, SettingsOpen, WorkOpen
from bot.telegram.texts import Texts
from bot.telegram.told import SellerFacts

_LONG: Final = 200


def _skipped(facts: SellerFacts, texts: Texts, _zone: ZoneInfo) -> Screen | None:
    work = facts.work
    if work is None:
        return Screen(texts("tell-post-skipped-all"), rows(button(texts.plain("plans-open"), PlansOpen())))
    title = wording.quoted(cut(work.title, 60), texts.language)
    return Screen(
        texts("tell-post-skipped", title=title),
        rows(button(texts.plain("sell-open-work"), WorkOpen(product=work.product))),
    )


def _shortened(facts: SellerFacts, texts: Texts, _zone: ZoneInfo) -> Screen | None:
    return Screen(texts("tell-post-shortened", count=int(facts.fields.get("count", 0))))


def _pin_refused(_facts: SellerFacts, texts: Texts, _zone: ZoneInfo) -> Screen | None:
    return Screen(texts("tell-pin-refused"), rows(_to_showcase(texts)))


def _stays(_facts: SellerFacts, texts: Texts, _zone: ZoneInfo) -> Screen | None:
    return Screen(texts("tell-post-stays"), rows(_to_showcase(texts)))


def _shut(facts: SellerFacts, texts: Texts, _zone: ZoneInfo) -> Screen | None:
    error = cut(str(facts.fields.get("error") or "—"), _LONG)
    return Screen(texts("tell-showcase-shut", error=error), rows(_to_showcase(texts)))


def _to_showcase(texts: Texts) -> InlineKeyboardButton:
    return button(texts.plain("front-open"), SettingsOpen(part="showcase"))


ALERTS: Final[dict[str, Callable[[SellerFacts, Texts, ZoneInfo], Screen | None]]] = {
    "post_skipped": _skipped,
    "post_shortened": _shortened,
    "pin_refused": _pin_refused,
    "post_stays": _stays,
    "showcase_shut": _shut,
}
