"""How is a conversation read, by a buyer and by a seller?"""

from datetime import datetime, timedelta
from typing import Final
from zoneinfo import ZoneInfo

from aiogram.types import Message

from bot.shop.conversations.values import About, File, Spoken, Talk, Typed
from bot.telegram import wording
from bot.telegram.buyer.limits import TITLE_LIMIT, cut
from bot.telegram.texts import Html, Texts, joined

BODY_LIMIT: Final = 500
"""Longest words on a page; the whole of them stands in the chat they came from."""
NOT_FOR_TALK: Final = frozenset(
    {"voice", "video", "video_note", "audio", "animation", "sticker", "contact", "location", "venue", "poll", "dice"}
)


def typed(message: Message) -> Typed | None:
    """What can be passed on of a message: words, a picture, a file; None for anything else."""
    file = None
    if message.photo:
        file = File("photo", message.photo[-1].file_id)
    elif message.document is not None and message.animation is None:
        file = File("document", message.document.file_id, message.document.file_name or "")
    text = message.text or message.caption or ""
    if file is None and not message.text:
        return None
    return Typed(text, file, message.media_group_id, message.chat.id, message.message_id)


def is_command(message: Message) -> bool:
    return (message.text or "").startswith("/")


def subject(about: About, title: str, texts: Texts) -> str:
    """What it is about, as it stands after "about"."""
    if about.order is not None:
        return texts.plain("talk-subject-order", number=title)
    if about.product is None:
        return texts.plain("talk-subject-shop")
    said = wording.quoted(cut(title, TITLE_LIMIT), texts.language)
    return texts.plain("talk-subject-like", title=said) if about.like else said


def age(since: datetime, now: datetime, texts: Texts) -> str:
    """`5 мин`, `2 ч`, `3 дн.`: how long somebody has waited."""
    waited = max(now - since, timedelta())
    if waited < timedelta(hours=1):
        return texts.plain("talk-age-minutes", count=max(int(waited.total_seconds() // 60), 1))
    if waited < timedelta(days=2):
        return texts.plain("talk-age-hours", count=int(waited.total_seconds() // 3600))
    return texts.plain("talk-age-days", count=waited.days)


def lines(spoken: Spoken, who: str, texts: Texts, now: datetime, zone: ZoneInfo) -> Html:
    """Who, when, and what was said."""
    file = ""
    if spoken.file is not None:
        file = (
            texts("talk-photo") if spoken.file.kind == "photo" else texts("talk-file", name=cut(spoken.file.name, 60))
        )
    words = texts("talk-blanked") if spoken.blanked else cut(spoken.text, BODY_LIMIT)
    when = wording.at(texts, spoken.at, now=now, zone=zone)
    return joined([texts("talk-line", who=cut(who, 60), when=when), words, file])


def settled(talk: Talk, texts: Texts, now: datetime, zone: ZoneInfo) -> Html | str:
    """Who has seen to it, and when."""
    if talk.settled_by is None or talk.settled_at is None:
        return ""
    when = wording.at(texts, talk.settled_at, now=now, zone=zone)
    return texts("talk-answered" if talk.answered else "talk-closed", who=cut(talk.settled_by, 60), when=when)
