"""What does a count look like: which place, one work, what would change, what has changed?"""

from collections.abc import Sequence
from typing import Final

from bot.shop.catalogue.values import Card
from bot.shop.counting.values import Applied, CountCardView, Outcome, Round
from bot.shop.pickup.values import Place
from bot.telegram import wording
from bot.telegram.buyer.limits import cut
from bot.telegram.buyer.order_words import paragraphs
from bot.telegram.screen import Screen, button, rows
from bot.telegram.seller.callbacks import BoardOpen, StockOpen
from bot.telegram.seller.counting_buttons import (
    CountApply,
    CountDrop,
    CountEnd,
    CountLook,
    CountOpen,
    CountSay,
    CountStart,
    CountTurn,
)
from bot.telegram.showcase.look import named
from bot.telegram.texts import Texts, joined

_LINES: Final = 20
_SHOWN: Final = 30
MOST: Final = 999_999


def places(found: Sequence[Place], open_now: Sequence[Round], texts: Texts) -> Screen:
    """📋 a count that was begun goes on where it stands."""
    begun = {each.place: f"{each.done}/{each.total}" for each in open_now}
    keys = [
        button(named("📍", each.told(texts.language).title, begun.get(each.id, "")), CountStart(place=each.id))
        for each in found[:_SHOWN]
    ]
    return Screen(texts("counting-where"), rows(*keys, button(texts.plain("sell-back-stock"), StockOpen())))


def card(told: CountCardView, work: Card, place: Place, number: int, at: int, texts: Texts) -> Screen:
    """One work: as the books have it by one tap, or ➖ ➕ and then ✅; a number may be typed too."""
    count, variant = told.round.id, told.variant
    same = number == told.expected
    say = CountSay(round=count, variant=variant, n=number, at=at)
    fewer = CountLook(round=count, variant=variant, n=number - 1) if number else None
    more = CountLook(round=count, variant=variant, n=number + 1) if number < MOST else None
    before = CountTurn(round=count, variant=variant, back=True) if told.nth > 1 else None
    after = CountTurn(round=count, variant=variant)
    return Screen(
        joined(
            [
                texts(
                    "counting-head",
                    place=cut(place.told(texts.language).title, 60),
                    nth=told.nth,
                    total=told.round.total,
                ),
                texts("counting-work", title=cut(work.title, 100), sku=told.sku),
                texts("counting-expected", count=told.expected),
                "" if same else texts("counting-seen", count=number),
                texts("counting-hint"),
            ]
        ),
        rows(
            button(texts.plain("counting-same" if same else "counting-say", count=number), say, "success"),
            [
                *([button(texts.plain("counting-fewer"), fewer)] if fewer else []),
                *([button(texts.plain("counting-more"), more)] if more else []),
            ],
            [
                *([button(texts.plain("counting-before"), before)] if before else []),
                button(texts.plain("counting-later"), after),
            ],
            button(texts.plain("counting-end"), CountEnd(round=count)),
        ),
        work.photos[0] if work.photos else None,
    )


def outcome(found: Outcome, place: Place, texts: Texts) -> Screen:
    """🏁 what ✅ would change; what nobody has looked at stays."""
    count = found.round.id
    lines = [
        texts(
            "counting-change",
            title=wording.quoted(cut(each.title, 60), texts.language),
            before=each.before,
            after=each.after,
        )
        for each in found.changes[:_LINES]
    ]
    more = len(found.changes) - len(lines)
    head = texts(
        "counting-end-head",
        place=cut(place.told(texts.language).title, 60),
        done=found.round.done,
        total=found.round.total,
    )
    return Screen(
        paragraphs(
            head,
            joined([*lines, texts("counting-change-more", count=more) if more else ""]),
            texts("counting-all-same") if found.round.done and not lines else "",
            texts("counting-uncounted", count=found.uncounted) if found.uncounted else "",
        ),
        rows(
            button(texts.plain("counting-apply"), CountApply(round=count), "success") if found.round.done else None,
            button(texts.plain("counting-go-on"), CountStart(place=place.id)) if found.uncounted else None,
            button(texts.plain("counting-last"), CountTurn(round=count, variant=_MOST_ID, back=True))
            if found.round.done
            else None,
            button(texts.plain("counting-drop"), CountDrop(round=count), "danger"),
            button(texts.plain("sell-back"), CountOpen()),
        ),
    )


_MOST_ID: Final = 2**53
"""Before it stands the last card of all."""


def applied(done: Applied, texts: Texts) -> Screen:
    """📋 it is on the books; ⚠️ where more is promised than there is."""
    return Screen(
        joined(
            [
                texts("counting-applied", works=done.works, changed=done.changed),
                texts("counting-short", count=done.short) if done.short else "",
            ]
        ),
        rows(
            button(texts.plain("sell-board"), BoardOpen()) if done.short else None,
            button(texts.plain("sell-back-stock"), StockOpen()),
        ),
    )


def drop_question(count: int, texts: Texts) -> Screen:
    return Screen(
        texts("counting-drop-question"),
        rows(
            button(texts.plain("counting-drop-yes"), CountDrop(round=count, sure=True), "danger"),
            button(texts.plain("sell-back"), CountEnd(round=count)),
        ),
    )
