"""How does a seller see his posts: when one is to be sent, what is planned, what the showcase shows as a whole?"""

from collections.abc import Sequence
from datetime import datetime
from zoneinfo import ZoneInfo

from aiogram.types import InlineKeyboardButton

from bot.basics.ids import ProductId
from bot.shop.catalogue.values import Card, Shelf
from bot.shop.showcase.rules import offered
from bot.shop.showcase.values import Overview, Planned, Post, PostState, SoldPosts
from bot.telegram import wording
from bot.telegram.buyer.limits import cut
from bot.telegram.buyer.order_words import paragraphs
from bot.telegram.screen import Screen, button, rows
from bot.telegram.seller import looks
from bot.telegram.seller.callbacks import (
    CollectionOpen,
    CollectionPick,
    DeskOpen,
    FrontAct,
    PlanAct,
    PlanAt,
    PlansOpen,
    PostAsk,
    PostAt,
    PostType,
    SettingsOpen,
    WorkOpen,
)
from bot.telegram.showcase.look import named
from bot.telegram.texts import Html, Texts, escaped, joined

ALBUM, AWAY = 1, 2
"""Bits of `how`: as an album, and instead of the older post."""
_TITLE = 60
_IN_A_LIST = 40


def ask(
    card: Card, present: Post | None, how: int, *, here: bool, texts: Texts, now: datetime, zone: ZoneInfo
) -> Screen:
    """📣 of one work: now, at two good hours, at another time; as an album, instead of the older post.

    `here` is False for a present post that stands in an earlier showcase: nothing is said of it.
    """
    waits = present is not None and present.state is PostState.PLANNED
    stands = present is not None and not waits and here
    moment = present.posted_at if present and stands else present.due_at if present and waits else None
    state: Html | str = ""
    if moment is not None:
        when = wording.at(texts, moment, now=now, zone=zone)
        state = texts("post-stands" if stands else "post-waits", when=when)
    seen = present.id if present else 0

    def at(moment: datetime) -> InlineKeyboardButton:
        data = PostAt(product=card.product, seen=seen, at=int(moment.timestamp()), how=how)
        return button(_at(moment, texts, now, zone), data)

    photos = len(card.photos)
    return Screen(
        joined([texts("post-ask", title=_quoted(card.title, texts)), state]),
        rows(
            button(texts.plain("post-now"), PostAt(product=card.product, seen=seen, how=how), "primary"),
            *(at(moment) for moment in offered(now, zone)),
            button(texts.plain("post-own-time"), PostType(product=card.product, seen=seen, how=how)),
            _choice(texts.plain("post-album", count=min(photos, 10)), card.product, how, ALBUM, texts)
            if photos > 1
            else None,
            _choice(texts.plain("post-old-away"), card.product, how, AWAY, texts) if stands else None,
            button(texts.plain("plan-cancel"), PlanAct(post=seen, act="cancel"), "danger") if waits else None,
            looks.back_to(card, texts),
        ),
        keep_photo=True,
    )


def nothing_to_post(card: Card, texts: Texts) -> Screen:
    """A sold or hidden work."""
    title = _quoted(card.title, texts)
    return Screen(texts("post-nothing-to-ask", title=title), rows(looks.back_to(card, texts)), keep_photo=True)


def planned(post: Post, card: Card, *, texts: Texts, now: datetime, zone: ZoneInfo, listed: bool = False) -> Screen:
    """What became of it: on its way, or waiting for its time."""
    return Screen(
        paragraphs(_became(post, texts, now, zone, listed=listed), _quoted(card.title, texts)),
        rows(
            button(texts.plain("sell-open-work"), WorkOpen(product=card.product)),
            button(texts.plain("plans-open"), PlansOpen()),
            button(texts.plain("sell-desk"), DeskOpen()),
        ),
        keep_photo=True,
    )


def plans(waiting: Sequence[Planned], *, texts: Texts, now: datetime, zone: ZoneInfo, head: Html | str = "") -> Screen:
    """🕒 what is planned, the next one first."""
    lines = joined(
        texts("plans-line", when=_short(each.post.due_at, now, zone), title=_of(each, texts)) for each in waiting
    )
    body = joined([texts("plans-head"), lines], "\n\n") if waiting else texts("plans-none")
    return Screen(
        paragraphs(head, body),
        rows(
            *(
                # the lines above say which post comes when: a label has no room for both
                button(f"🕒 {_short(each.post.due_at, now, zone)}", PlanAct(post=each.post.id))
                for each in waiting
            ),
            button(texts.plain("sell-back"), SettingsOpen(part="showcase")),
        ),
        keep_photo=True,
    )


def plan(one: Planned, *, texts: Texts, now: datetime, zone: ZoneInfo) -> Screen:
    """One planned post: now, at another time, not at all. Or a collection that has no time yet."""
    composed = one.post.state is PostState.COMPOSED
    lines = joined(_quoted(title, texts) for title in one.titles)
    if composed or one.post.due_at is None:
        head = texts("collection-ask")
    else:
        head = texts("plan-ask", when=wording.at(texts, one.post.due_at, now=now, zone=zone))
    times = [
        button(_at(moment, texts, now, zone), PlanAt(post=one.post.id, at=int(moment.timestamp())))
        for moment in offered(now, zone)
        if moment != one.post.due_at
    ]
    return Screen(
        joined([head, lines], "\n\n"),
        rows(
            button(texts.plain("post-now"), PlanAt(post=one.post.id), "primary"),
            *times,
            button(texts.plain("post-own-time"), PlanAct(post=one.post.id, act="type")),
            None if composed else button(texts.plain("plan-cancel"), PlanAct(post=one.post.id, act="cancel"), "danger"),
            button(texts.plain("sell-back"), CollectionOpen() if composed else PlansOpen()),
        ),
        keep_photo=True,
    )


def collection(one: Planned, shelf: Shelf, after: int, texts: Texts) -> Screen:
    """🎴 which works go in: a page of what is for sale, the chosen ones marked."""
    post, chosen = one.post.id, set(one.products)
    works = [
        button(
            named("🖼", item.title, "✓" if item.product in chosen else ""),
            CollectionPick(post=post, product=item.product, after=after),
        )
        for item in shelf.items
    ]
    further = CollectionPick(post=post, after=shelf.items[-1].product) if shelf.items and shelf.has_after else None
    leaf = [
        button("◀️", CollectionPick(post=post)) if after else None,
        button("▶️", further) if further else None,
    ]
    lines = joined(_quoted(title, texts) for title in one.titles)
    enough = len(one.products) > 1
    next_step = button(texts.plain("collection-next", count=len(one.products)), PlanAct(post=post), "primary")
    return Screen(
        paragraphs(joined([texts("collection-head"), texts("collection-how")]), lines),
        rows(
            next_step if enough else None,
            *works,
            [turn for turn in leaf if turn],
            (
                button(texts.plain("collection-drop"), PlanAct(post=post, act="cancel")),
                button(texts.plain("sell-back"), SettingsOpen(part="showcase")),
            ),
        ),
    )


def front(now: Overview, texts: Texts, head: Html | str = "") -> Screen:
    """📣 the showcase as a whole."""
    body = joined(
        [
            texts("front-posts", count=now.posts),
            texts("front-plans", count=now.planned) if now.planned else "",
            texts("front-window" if now.window else "front-no-window"),
            texts(f"front-rule-{now.rule.value}"),
        ]
    )
    plans_open = texts.plain("front-plans-open", count=now.planned) if now.planned else texts.plain("plans-open")
    pinned = now.window is not None
    return Screen(
        paragraphs(head, joined([texts("front-head"), body])),
        rows(
            (button(plans_open, PlansOpen()), button(texts.plain("collection-open"), CollectionOpen())),
            button(texts.plain("front-pin-again" if pinned else "front-pin"), FrontAct(act="pin")),
            button(texts.plain("front-unpin"), FrontAct(act="unpin")) if pinned else None,
            button(texts.plain("front-sold"), FrontAct(act="rule")),
            button(texts.plain("sell-back"), SettingsOpen()),
        ),
        keep_photo=True,
    )


def rule(chosen: SoldPosts, texts: Texts) -> Screen:
    """🔴 what becomes of a post whose work is sold."""
    choices = []
    for each in SoldPosts:
        words = texts.plain(f"rule-{each.value}")
        shown = texts.plain("post-chosen", label=words) if each is chosen else words
        choices.append(button(shown, FrontAct(act=each.value)))
    return Screen(texts("rule-head"), rows(*choices, button(texts.plain("sell-back"), SettingsOpen(part="showcase"))))


def became(post: Post, *, texts: Texts, now: datetime, zone: ZoneInfo) -> Html:
    return _became(post, texts, now, zone, listed=False)


def _became(post: Post, texts: Texts, now: datetime, zone: ZoneInfo, *, listed: bool) -> Html:
    if post.due_at is None or post.due_at <= now or post.state is PostState.POSTED:
        return texts("sell-published" if listed else "post-on-its-way")
    when = wording.at(texts, post.due_at, now=now, zone=zone)
    return texts("post-planned-listed" if listed else "post-planned", when=when)


def _choice(words: str, product: ProductId, how: int, bit: int, texts: Texts) -> InlineKeyboardButton:
    """A choice that is on or off; pressed, it is the other one."""
    shown = texts.plain("post-chosen", label=words) if how & bit else words
    return button(shown, PostAsk(product=product, how=how ^ bit))


def _at(moment: datetime, texts: Texts, now: datetime, zone: ZoneInfo) -> str:
    when = wording.at(texts, moment, now=now, zone=zone)
    return texts.plain("post-at", when=when[:1].upper() + when[1:])


def _short(moment: datetime | None, now: datetime, zone: ZoneInfo) -> str:
    """`25.11, 12:00`: where there is no room for words."""
    return f"{(moment or now).astimezone(zone):%d.%m, %H:%M}"


def _of(one: Planned, texts: Texts) -> str:
    titles = one.titles or ("…",)
    more = len(titles) - 1
    title = wording.quoted(cut(titles[0], _IN_A_LIST), texts.language)
    return texts.plain("plan-of", count=len(titles), title=title, more=more)


def _quoted(title: str, texts: Texts) -> Html:
    return escaped(wording.quoted(cut(title, _TITLE), texts.language))
