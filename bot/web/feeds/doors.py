"""Under which addresses are the feeds, and who has to take them again?"""

import asyncio
import hashlib
import re
from collections import defaultdict
from collections.abc import AsyncIterator, Callable, Sequence
from datetime import datetime
from email.utils import format_datetime, parsedate_to_datetime
from functools import partial
from typing import Annotated, Any, Final
from zoneinfo import ZoneInfo

from fastapi import FastAPI, Query, Request, Response
from fastapi.responses import StreamingResponse

from bot.basics.clock import Clock
from bot.basics.languages import Language
from bot.shop.channels.values import ChannelView
from bot.shop.exchange.values import Offered
from bot.shop.shop import Shop
from bot.web.api_v1.keys import Pace
from bot.web.api_v1.keys import Seen as Here
from bot.web.api_v1.problems import Refused, problems
from bot.web.feeds import google, table, yml
from bot.web.feeds.head import FeedHead
from bot.web.feeds.kept import Seen, make

PAGE: Final = 200
BURST: Final = 12.0
PER_SECOND: Final = 0.2
"""Whole files are dear: a dozen at once, then one in five seconds."""

Word = Callable[[Language, str], str]
In = Annotated[Language | None, Query(description="Language of the texts; the shop's own without it")]


class Feeds:
    """Makes each file of a channel when it is asked for; one at a time for each channel."""

    def __init__(self, shop: Shop, clock: Clock, *, public_url: str, bot: str, language: Language, word: Word) -> None:
        self._shop, self._clock, self._public_url, self._bot = shop, clock, public_url, bot
        self._language, self._word = language, word
        self._pace = Pace(burst=BURST, per_second=PER_SECOND)
        self._turns: defaultdict[int, asyncio.Lock] = defaultdict(asyncio.Lock)
        self._seen = Seen()
        self._here = Here(shop.register)

    async def answer(
        self, request: Request, token: str, name: str, language: Language | None, *, excel: bool = False
    ) -> Response:
        """The file, or 304. Raises Refused."""
        channel = await self._shop.register.by_feed_token(token)
        if channel is None:
            raise Refused(404, "No such feed", "Ask the shop for the new address.")
        self._pace.take(channel.id)
        await self._here.note(channel)
        policies = await self._shop.policies.now()
        language = language or self._language
        head = FeedHead(
            name=policies.shop_name,
            company=policies.seller_name or policies.shop_name,
            base=self._public_url or str(request.base_url).rstrip("/"),
            bot=self._bot,
            currency=policies.currency,
            language=language,
            source=re.sub("[^a-z0-9]", "", channel.code),
            categories=await self._shop.offers.shelves(language),
            word=partial(self._word, language),
        )
        async with self._turns[channel.id]:
            made = await make(self._chunks(channel, name, head, excel=excel))
        version = f"{name}?{language}{'&excel' if excel else ''}"
        since = self._seen.since(channel.id, version, made.digest, self._clock.now())
        start = yml.opening(since.astimezone(ZoneInfo(policies.timezone))).encode() if name == "yml.xml" else b""
        tag = f'"{hashlib.sha256(start + made.digest.encode()).hexdigest()[:32]}"'
        headers = {
            "ETag": tag,
            "Last-Modified": format_datetime(since, usegmt=True),
            "Cache-Control": "private, no-cache",
            "X-Robots-Tag": "noindex",
        }
        if _has_it(request, tag, since):
            made.body.close()
            return Response(status_code=304, headers=headers)
        headers["Content-Length"] = str(len(start) + made.size)
        media = {"yml.xml": yml.TYPE, "google.xml": google.TYPE}.get(name, table.TYPE)
        if request.method == "HEAD":
            made.body.close()
            return Response(headers=headers, media_type=media)
        return StreamingResponse(made.pieces(start), headers=headers, media_type=media)

    async def _chunks(self, channel: ChannelView, name: str, head: FeedHead, *, excel: bool) -> AsyncIterator[str]:
        match name:
            case "yml.xml":
                yield yml.before(head)
                async for works in self._works(channel):
                    yield yml.offers(head, works)
                yield yml.after()
            case "google.xml":
                yield google.before(head)
                async for works in self._works(channel):
                    yield google.items(head, works)
                yield google.after()
            case _:
                yield table.before(excel=excel)
                async for works in self._works(channel):
                    counts = await self._shop.offers.counts(channel, [work.variant for work in works])
                    yield table.rows(works, counts, head.language, excel=excel)

    async def _works(self, channel: ChannelView) -> AsyncIterator[Sequence[Offered]]:
        """Everything on the books, page by page: memory stays flat however much there is."""
        cursor, more = "", True
        while more:
            page = await self._shop.offers.page(channel, cursor, PAGE)
            cursor, more = page.cursor, page.more
            yield page.works


def _has_it(request: Request, tag: str, since: datetime) -> bool:
    """Whoever asks holds this very file (RFC 9110, 13.1: a tag goes before a date)."""
    tags = request.headers.get("if-none-match")
    if tags is not None:
        return tags.strip() == "*" or tag in {each.strip().removeprefix("W/") for each in tags.split(",")}
    try:
        asked = parsedate_to_datetime(request.headers.get("if-modified-since", ""))
    except (TypeError, ValueError):
        return False
    return asked.tzinfo is not None and since <= asked


def add_feeds(app: FastAPI, feeds: Feeds) -> None:
    """Put the three files on the app."""
    kinds: Any = {"tags": ["feeds"], "response_class": Response, "methods": ["GET", "HEAD"]}

    def answers(media: str, example: str) -> Any:
        found = {"description": "The whole file", "content": {media.split(";")[0]: {"example": example}}}
        return problems(404, 422, 429) | {200: found, 304: {"description": "Not changed since that ETag or date"}}

    async def as_yml(token: str, request: Request, language: In = None) -> Response:
        """What this channel offers, for Yandex and everybody who reads YML."""
        return await feeds.answer(request, token, "yml.xml", language)

    async def as_google(token: str, request: Request, language: In = None) -> Response:
        """What this channel offers, for Google Merchant Center and everybody who reads its feeds."""
        return await feeds.answer(request, token, "google.xml", language)

    async def as_table(token: str, request: Request, language: In = None, excel: bool = False) -> Response:
        """Every SKU at every place. `excel`: semicolons and a mark of UTF-8."""
        return await feeds.answer(request, token, "stock.csv", language, excel=excel)

    for name, door, media, example in (
        ("yml.xml", as_yml, yml.TYPE, '<yml_catalog date="2026-11-21T15:00+03:00">…'),
        ("google.xml", as_google, google.TYPE, '<rss version="2.0" xmlns:g="http://base.google.com/ns/1.0">…'),
        ("stock.csv", as_table, table.TYPE, ",".join(table.COLUMNS)),
    ):
        documented = {"summary": name, "responses": answers(media, example)}
        for method, shown in (("GET", True), ("HEAD", False)):
            how = kinds | documented | {"methods": [method], "include_in_schema": shown}
            app.add_api_route(f"/feeds/{{token}}/{name}", door, **how)
