"""What does a buyer see of a conversation with the shop? Pure views."""

from datetime import datetime
from zoneinfo import ZoneInfo

from aiogram.types import InlineKeyboardButton

from bot.basics.ids import OrderId, TalkId
from bot.shop.conversations.values import About, Errand, Talk, TalkPage
from bot.telegram import talk_words
from bot.telegram.buyer import buttons
from bot.telegram.buyer.callbacks import AskAbout, CardOpen, TalkGoOn, TalkLeave, TalkOpen
from bot.telegram.buyer.order_words import paragraphs
from bot.telegram.screen import Screen, button, fresh, rows
from bot.telegram.texts import Texts


def ask_button(texts: Texts, about: About) -> InlineKeyboardButton:
    """💬 for a card, an order, or a page of help; the question comes as a message of its own."""
    like = AskAbout(order=about.order or 0, product=about.product or 0, like=about.like)
    return button(texts.plain("talk-ask"), like)


def prompt(about: About, title: str, talk: TalkId | None, texts: Texts) -> Screen:
    """Asks for the question. `talk`: there is a conversation already."""
    said = talk_words.subject(about, title, texts)
    text = texts("talk-prompt-like", title=said) if about.like else texts("talk-prompt", subject=said)
    read = button(texts.plain("talk-read"), TalkOpen(talk=talk)) if talk is not None else None
    return Screen(text, rows(read, button(texts.plain("talk-leave"), TalkLeave())))


def passed_on(talk: Talk, texts: Texts) -> Screen:
    """It is with the seller; more may follow at once."""
    read = button(texts.plain("talk-read"), TalkOpen(talk=talk.id))
    return Screen(texts("talk-passed-on"), rows((read, _back(talk.about, texts, talk.title))))


def returned(talk: Talk, texts: Texts) -> Screen:
    """The request to give an order back is with the seller; pictures may follow at once."""
    return Screen(
        texts("return-passed-on", number=talk.title),
        rows((button(texts.plain("talk-read"), TalkOpen(talk=talk.id)), _back(talk.about, texts, talk.title))),
    )


def answer(errand: Errand, texts: Texts) -> Screen:
    """The head and the buttons of the shop's answer; its words follow."""
    talk = errand.talk
    said = talk_words.subject(talk.about, talk.title, texts)
    return Screen(
        texts("talk-answer", subject=said),
        rows(
            button(texts.plain("talk-go-on"), TalkGoOn(talk=talk.id), "primary"),
            (
                fresh(button(texts.plain("talk-read"), TalkOpen(talk=talk.id))),
                fresh(_back(talk.about, texts, talk.title)),
            ),
        ),
    )


def page(shown: TalkPage, texts: Texts, now: datetime, zone: ZoneInfo) -> Screen:
    """The conversation as it went."""
    talk = shown.talk
    said = [
        talk_words.lines(spoken, texts.plain("talk-shop") if spoken.from_shop else spoken.author_name, texts, now, zone)
        for spoken in shown.spoken
    ]
    leaves = []
    if shown.has_older and shown.spoken:
        leaves.append(button(texts.plain("leaf-previous"), TalkOpen(talk=talk.id, before=shown.spoken[0].id)))
    if shown.has_newer and shown.spoken:
        leaves.append(button(texts.plain("leaf-next"), TalkOpen(talk=talk.id, after=shown.spoken[-1].id)))
    return Screen(
        paragraphs(texts("talk-head", subject=talk_words.subject(talk.about, talk.title, texts)), *said),
        rows(
            button(texts.plain("talk-go-on"), TalkGoOn(talk=talk.id), "primary"),
            leaves,
            (_back(talk.about, texts, talk.title), buttons.home(texts)),
        ),
    )


def _back(about: About, texts: Texts, title: str = "") -> InlineKeyboardButton:
    """To what the conversation is about."""
    if about.order is not None:
        return buttons.order(texts, OrderId(about.order), title) if title else buttons.orders(texts)
    if about.product is not None:
        return button(texts.plain("talk-work"), CardOpen(product=about.product))
    return buttons.home(texts)
