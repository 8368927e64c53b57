"""What does a seller see of a conversation with a buyer? Pure views."""

from datetime import datetime
from zoneinfo import ZoneInfo

from aiogram.types import InlineKeyboardButton

from bot.basics.ids import WordsId
from bot.shop.conversations.values import Answered, Errand, Talk, TalkPage, Waiting
from bot.telegram import talk_words, wording
from bot.telegram.buyer.limits import cut
from bot.telegram.buyer.order_words import paragraphs
from bot.telegram.screen import Screen, button, rows
from bot.telegram.seller.callbacks import (
    DeskOpen,
    HeldAnswer,
    SellerOrder,
    SellerReturn,
    SellerTalk,
    TalksOpen,
    WorkOpen,
)
from bot.telegram.showcase.look import label
from bot.telegram.texts import Html, Texts, joined

Keys = tuple[tuple[InlineKeyboardButton, ...], ...]


def alert(errand: Errand, texts: Texts) -> Screen:
    """Who asks about what, with the buttons; the words follow."""
    talk, spoken = errand.talk, errand.spoken
    said = _subject(talk, texts)
    key = "sell-talk-return" if spoken.topic == "return" else "sell-talk-asks"
    return Screen(texts(key, name=cut(talk.name, 60), subject=said), waiting_keys(talk, texts))


def keys(talk: Talk, texts: Texts, zone: ZoneInfo) -> Keys:
    """The buttons under a question as things stand: what can be done, or who has done it."""
    if talk.waiting_since is not None or talk.settled_at is None:
        return waiting_keys(talk, texts)
    who = label(f"✅ {cut(talk.settled_by or '', 12)}", wording.clock(talk.settled_at, zone))
    return rows(
        button(who, SellerTalk(talk=talk.id)),
        button(texts.plain("sell-talk-more"), SellerTalk(talk=talk.id, act="answer")),
    )


def waiting_keys(talk: Talk, texts: Texts) -> Keys:
    """💬 first; a request to give an order back is decided first."""
    reply = button(
        texts.plain("sell-talk-answer"), SellerTalk(talk=talk.id, act="answer"), None if talk.undecided else "primary"
    )
    done = button(texts.plain("sell-talk-done"), SellerTalk(talk=talk.id, act="done"))
    if talk.undecided and talk.about.order is not None:
        order = talk.about.order
        return rows(
            button(texts.plain("sell-return-accept"), SellerReturn(order=order, act="accept"), "success"),
            (button(texts.plain("sell-return-decline"), SellerReturn(order=order, act="decline")), reply),
            _about(talk, texts),
        )
    return rows(reply, (_about(talk, texts), done))


def page(shown: TalkPage, texts: Texts, now: datetime, zone: ZoneInfo) -> Screen:
    """The conversation as it went: who, when, what."""
    talk = shown.talk
    said = [talk_words.lines(spoken, spoken.author_name, texts, now, zone) for spoken in shown.spoken]
    head = texts("sell-talk-head", name=cut(talk.name, 60), subject=_subject(talk, texts))
    state = talk_words.settled(talk, texts, now, zone)
    if talk.waiting_since is not None:
        state = texts("sell-talk-waits", age=talk_words.age(talk.waiting_since, now, texts))
    leaves = []
    if shown.has_older and shown.spoken:
        leaves.append(
            button(texts.plain("leaf-previous"), SellerTalk(talk=talk.id, act="older", at=shown.spoken[0].id))
        )
    if shown.has_newer and shown.spoken:
        leaves.append(button(texts.plain("leaf-next"), SellerTalk(talk=talk.id, act="newer", at=shown.spoken[-1].id)))
    count = sum(spoken.file is not None for spoken in shown.spoken)
    files = (
        button(
            texts.plain("sell-talk-files", count=count),
            SellerTalk(talk=talk.id, act="files", at=shown.spoken[-1].id),
        )
        if count
        else None
    )
    body = said or [texts("sell-talk-empty")]
    acts = (
        waiting_keys(talk, texts)
        if talk.waiting_since is not None
        else rows(
            button(texts.plain("sell-talk-answer"), SellerTalk(talk=talk.id, act="answer"), "primary"),
            _about(talk, texts),
        )
    )
    return Screen(
        paragraphs(joined([head, state]), *body),
        rows(
            *acts,
            files,
            leaves,
            (button(texts.plain("sell-talks"), TalksOpen()), button(texts.plain("sell-desk"), DeskOpen())),
        ),
    )


def asked(talk: Talk, texts: Texts) -> Html:
    """Whom the answer is for."""
    return texts("sell-talk-type", name=cut(talk.name, 60), subject=_subject(talk, texts))


def sent(talk: Talk, texts: Texts) -> Screen:
    """It is on its way."""
    return Screen(
        texts("sell-talk-sent", name=cut(talk.name, 60), subject=_subject(talk, texts)),
        rows(
            (
                button(texts.plain("sell-talk-more"), SellerTalk(talk=talk.id, act="answer")),
                button(texts.plain("talk-read"), SellerTalk(talk=talk.id)),
            )
        ),
    )


def held(result: Answered, texts: Texts, now: datetime, zone: ZoneInfo) -> Screen:
    """A colleague was faster: should this one go out as well?"""
    theirs, own = result.by_colleague, WordsId(result.spoken.id)
    said = talk_words.lines(theirs, theirs.author_name, texts, now, zone) if theirs is not None else ""
    return Screen(
        paragraphs(texts("sell-talk-held"), said),
        rows(
            button(texts.plain("sell-talk-send-held"), HeldAnswer(spoken=own, send=True)),
            button(texts.plain("sell-talk-drop-held"), HeldAnswer(spoken=own, send=False)),
            button(texts.plain("talk-read"), SellerTalk(talk=result.spoken.talk)),
        ),
    )


def dropped(talk: Talk, texts: Texts) -> Screen:
    """The colleague's answer stands alone."""
    return Screen(
        texts("sell-talk-dropped", name=cut(talk.name, 60), subject=_subject(talk, texts)),
        rows(button(texts.plain("talk-read"), SellerTalk(talk=talk.id))),
    )


def waiting(found: Waiting, texts: Texts, now: datetime, *, more: bool) -> Screen:
    """💬 everybody who waits for an answer, the longest waiting first."""
    desk = button(texts.plain("sell-desk"), DeskOpen())
    if not found.talks:
        return Screen(texts("sell-talks-none"), rows(desk))
    lines = [
        texts(
            "sell-talks-line",
            name=cut(talk.name, 40),
            subject=_subject(talk, texts),
            age=talk_words.age(talk.waiting_since or now, now, texts),
        )
        for talk in found.talks
    ]
    leaf = button("▶️", TalksOpen(after=found.talks[-1].id)) if more else None
    return Screen(
        joined([texts("sell-talks-head"), *lines]),
        rows(*(row_button(talk, texts, now) for talk in found.talks), leaf, desk),
    )


def row_button(talk: Talk, texts: Texts, now: datetime) -> InlineKeyboardButton:
    """`💬 Мария · 2 ч`"""
    waited = talk_words.age(talk.waiting_since or now, now, texts)
    room = 20 - len(waited) - len("💬  · ")
    return button(f"💬 {cut(talk.name, max(room, 3))} · {waited}", SellerTalk(talk=talk.id))


def _about(talk: Talk, texts: Texts) -> InlineKeyboardButton:
    """To the order or the work; for a question about the shop, to the conversation itself."""
    if talk.about.order is not None:
        return button(texts.plain("to-order", number=talk.title), SellerOrder(order=talk.about.order))
    if talk.about.product is not None:
        return button(texts.plain("sell-open-work"), WorkOpen(product=talk.about.product))
    return button(texts.plain("talk-read"), SellerTalk(talk=talk.id))


def _subject(talk: Talk, texts: Texts) -> str:
    return talk_words.subject(talk.about, talk.title, texts)
