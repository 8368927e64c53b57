"""How does a seller see the other places where the shop sells, and what they may offer of a work?"""

from collections.abc import Sequence
from datetime import datetime, timedelta
from typing import Final
from urllib.parse import urlsplit
from zoneinfo import ZoneInfo

from aiogram.types import InlineKeyboardButton

from bot.shop.catalogue.values import Card
from bot.shop.channels.values import ChannelKind, ChannelState, ChannelView, NewKeys, Offer
from bot.telegram import wording
from bot.telegram.buyer.limits import cut
from bot.telegram.screen import Screen, button, copy, grid, rows
from bot.telegram.seller.callbacks import (
    ChannelAct,
    ChannelNew,
    ChannelsOpen,
    SettingsOpen,
    WorkChannel,
    WorkChannels,
    WorkOpen,
)
from bot.telegram.showcase.look import label
from bot.telegram.texts import Html, Texts, joined

FRESH: Final = timedelta(seconds=30)
"""A change younger than this is on its way and no news."""
SHOWN: Final = 40
_KINDS: Final = {
    ChannelKind.WEBSITE: "channel-kind-website",
    ChannelKind.MARKETPLACE: "channel-kind-marketplace",
    ChannelKind.FAIR: "channel-kind-fair",
    ChannelKind.GALLERY: "channel-kind-gallery",
    ChannelKind.SHOP: "channel-kind-shop",
    ChannelKind.HUB: "channel-kind-hub",
}


def channel_list(states: Sequence[ChannelState], texts: Texts, now: datetime, zone: ZoneInfo) -> Screen:
    """🔗 a line and a row for each; without any, what they are good for."""
    add = button(texts.plain("channel-add"), ChannelNew(), None if states else "primary")
    lines = [_line(state, texts, now, zone) for state in states[:SHOWN]]
    keys = [
        button(label("🔗", state.channel.code, _mark(state)), ChannelAct(channel=state.channel.id))
        for state in states[:SHOWN]
    ]
    return Screen(
        joined([texts("channels-head") if states else texts("channels-none"), *lines]),
        rows(*grid(keys, 2), add, button(texts.plain("sell-settings"), SettingsOpen())),
    )


def _mark(state: ChannelState) -> str:
    if not state.channel.enabled:
        return "⏸"
    return "⚠️" if state.paused or state.failed else ""


def _line(state: ChannelState, texts: Texts, now: datetime, zone: ZoneInfo) -> Html:
    channel = state.channel
    kind = texts.plain(_KINDS[channel.kind])
    if not channel.enabled:
        return texts("channel-line-off", code=channel.code, kind=kind)
    if state.paused or state.failed:
        return texts("channel-line-failing", code=channel.code, kind=kind)
    last = max((each for each in (state.seen_at, state.told_at) if each), default=None)
    if last is None:
        return texts("channel-line-never", code=channel.code, kind=kind)
    return texts("channel-line", code=channel.code, kind=kind, when=wording.at(texts, last, now=now, zone=zone))


def channel(state: ChannelState, texts: Texts, now: datetime, zone: ZoneInfo) -> Screen:
    """How one of them is doing, and what can be done about it."""
    one = state.channel

    def act(name: str, key: str) -> InlineKeyboardButton:
        return button(texts.plain(key), ChannelAct(channel=one.id, act=name))

    def at(moment: datetime) -> str:
        return wording.at(texts, moment, now=now, zone=zone)

    behind = state.behind_since is not None and now - state.behind_since > FRESH and one.enabled
    where = cut(urlsplit(one.webhook_url).netloc, 100) if one.webhook_url else ""
    text = joined(
        [
            texts("channel-head", code=one.code, kind=texts.plain(_KINDS[one.kind])),
            "" if one.enabled else texts("channel-off"),
            texts("channel-seen", when=at(state.seen_at)) if state.seen_at else texts("channel-unseen"),
            texts("channel-hook", where=where) if where else texts("channel-no-hook"),
            texts("channel-told", when=at(state.told_at)) if state.told_at and where else "",
            texts("channel-behind", when=at(state.behind_since)) if behind and state.behind_since else "",
            texts("channel-error", error=cut(state.error, 200), tries=state.failed) if state.error and where else "",
            texts("channel-paused") if state.paused else "",
        ]
    )
    failing = bool(where) and one.enabled and (state.paused or bool(state.failed))
    return Screen(
        text,
        rows(
            button(texts.plain("channel-resume"), ChannelAct(channel=one.id, act="resume"), "primary")
            if failing
            else None,
            act("hook", "channel-set-hook") if one.enabled else None,
            act("key", "channel-new-key" if one.enabled else "channel-on"),
            button(texts.plain("channel-disable"), ChannelAct(channel=one.id, act="off"), "danger")
            if one.enabled
            else None,
            button(texts.plain("channels-all"), ChannelsOpen()),
        ),
    )


def sure(one: ChannelView, act: str, texts: Texts) -> Screen:
    """A new key and switching off are asked once: something there stops working."""
    asked = texts("channel-key-sure", code=one.code) if act == "key" else texts("channel-off-sure", code=one.code)
    yes = texts.plain("channel-key-yes") if act == "key" else texts.plain("channel-off-yes")
    return Screen(
        asked,
        rows(
            button(yes, ChannelAct(channel=one.id, act=act, sure=True), "danger"),
            button(texts.plain("sell-back"), ChannelAct(channel=one.id)),
        ),
    )


def kinds(texts: Texts) -> Screen:
    """➕ what kind of place is it?"""
    choices = [button(texts.plain(key), ChannelNew(kind=kind.value)) for kind, key in _KINDS.items()]
    return Screen(
        texts("channel-which-kind"), rows(*grid(choices, 2), button(texts.plain("channels-all"), ChannelsOpen()))
    )


def keys(code: str, channel: int, made: NewKeys, address: str, texts: Texts) -> Screen:
    """What is shown once: a message of its own, to be taken away."""
    feeds = f"{address}/feeds/{made.feed_token}"
    text = texts(
        "channel-keys",
        code=code,
        key=made.key,
        secret=made.signing_secret,
        api=f"{address}/api/v1",
        yml=f"{feeds}/yml.xml",
        google=f"{feeds}/google.xml",
        table=f"{feeds}/stock.csv",
    )
    return Screen(
        text,
        rows(
            copy(texts.plain("channel-copy-key"), made.key),
            button(texts.plain("channel-wipe"), ChannelAct(channel=channel, act="wipe"), "success"),
        ),
    )


def of_work(card: Card, offers: Sequence[tuple[ChannelView, Offer]], texts: Texts) -> Screen:
    """🔗 of a work: where it is offered, how much of it and at which price."""
    back = button(texts.plain("sell-back"), WorkOpen(product=card.product))
    if not offers:
        return Screen(
            texts("channels-none"),
            rows(button(texts.plain("channel-add"), ChannelNew(), "primary"), back),
            keep_photo=True,
        )
    chosen = [
        button(
            label("🔗", one.code, "" if offer.listed else "🙈"),
            WorkChannel(product=card.product, channel=one.id),
        )
        for one, offer in offers[:SHOWN]
    ]
    lines = [joined([texts("channel-offer", code=one.code), _terms(card, offer, texts)], " ") for one, offer in offers]
    return Screen(
        joined(
            [texts("channels-of-work-head", title=wording.quoted(cut(card.title, 100), texts.language)), *lines[:SHOWN]]
        ),
        rows(*grid(chosen, 2), back),
        keep_photo=True,
    )


def _terms(card: Card, offer: Offer, texts: Texts) -> Html:
    if not offer.listed:
        return texts("channel-offer-none")
    price = offer.price(card.price)
    parts = [
        texts("channel-offer-price", price=wording.money(price.minor, price.currency, texts.language)),
        texts("channel-offer-buffer", count=offer.buffer) if offer.buffer else "",
    ]
    return joined(parts, ", ")


def in_channel(card: Card, one: ChannelView, offer: Offer, available: int, texts: Texts) -> Screen:
    """A work in one channel. Buttons carry the number that will be, so that a tap twice is once."""

    def to(act: str, text: str, n: int = 0) -> InlineKeyboardButton:
        return button(text, WorkChannel(product=card.product, channel=one.id, act=act, n=n))

    text = joined(
        [
            texts("channel-work-head", title=wording.quoted(cut(card.title, 100), texts.language), code=one.code),
            _terms(card, offer, texts),
            texts("channel-work-now", count=offer.of(max(available, 0))),
        ]
    )
    fewer = to("buffer", texts.plain("channel-buffer-less"), offer.buffer - 1) if offer.buffer else None
    more = to("buffer", texts.plain("channel-buffer-more"), offer.buffer + 1)
    own = offer.price_minor is not None
    return Screen(
        text,
        rows(
            to("unlist", texts.plain("channel-unlist")) if offer.listed else to("list", texts.plain("channel-list")),
            [each for each in (fewer, more) if each] if offer.listed else None,
            to("price", texts.plain("channel-price")) if offer.listed else None,
            to("common", texts.plain("channel-price-common")) if own and offer.listed else None,
            button(texts.plain("sell-back"), WorkChannels(product=card.product)),
        ),
        keep_photo=True,
    )
