"""Which doors does the shop open to the network, and who may come in?"""

import hmac
import re
from collections.abc import Awaitable, Callable, Sequence
from dataclasses import dataclass
from typing import Any, Final

import orjson
import structlog
from fastapi import FastAPI, Request, Response

from bot.basics.clock import Clock
from bot.basics.languages import Language
from bot.shop.shop import Shop
from bot.web.api_v1.api import add_api
from bot.web.feeds.doors import Feeds, add_feeds

log = structlog.get_logger(__name__)

UPDATE_LIMIT: Final = 1024 * 1024
NOTICE_LIMIT: Final = 64 * 1024
_PAYMENT_ID: Final = re.compile(r"[0-9a-zA-Z-]{1,64}")


@dataclass(frozen=True, slots=True)
class Doors:
    """What the web app hands on, as plain callables: it knows neither Telegram nor the payment provider."""

    accept_updates: Callable[[Sequence[dict[str, Any]]], Awaitable[None]] | None
    """Stores updates; None in polling mode."""
    webhook_secret: str
    note_payment: Callable[[str, str], Awaitable[bool]]
    """(payment or refund id, event) → known to us."""
    payment_secret: str
    ready: Callable[[], Awaitable[dict[str, bool]]]
    shop: Shop
    clock: Clock
    public_url: str = ""
    bot: str = ""
    """The bot's name in links."""
    language: Language = "ru"
    """The shop's own."""
    word: Callable[[Language, str], str] = lambda _language, key: key
    """A short text of the locales."""


def build_app(doors: Doors) -> FastAPI:
    """The HTTP side of the shop."""
    app = FastAPI(title="Vernissage", version="0.1.0", openapi_url="/openapi.json", docs_url="/docs", redoc_url=None)

    @app.get("/healthz", tags=["operation"], summary="Alive")
    async def healthz() -> dict[str, str]:
        return {"status": "ok"}

    @app.get(
        "/readyz", tags=["operation"], summary="Ready, part by part", responses={503: {"description": "Not ready"}}
    )
    async def readyz() -> Response:
        parts = await doors.ready()
        return Response(
            orjson.dumps(parts), media_type="application/json", status_code=200 if all(parts.values()) else 503
        )

    @app.post("/telegram/webhook", include_in_schema=False)
    async def telegram(request: Request) -> Response:
        if doors.accept_updates is None:
            return Response(status_code=404)
        given = request.headers.get("x-telegram-bot-api-secret-token", "")
        if not hmac.compare_digest(given.encode(), doors.webhook_secret.encode()):
            return Response(status_code=401)
        body = await _read(request, UPDATE_LIMIT)
        if body is None:
            return Response(status_code=413)
        try:
            update = orjson.loads(body)
            int(update["update_id"])
        except (ValueError, KeyError, TypeError):
            return Response(status_code=400)
        await doors.accept_updates([update])
        return Response(status_code=200)

    @app.post("/yookassa/{secret}", include_in_schema=False)
    async def yookassa(secret: str, request: Request) -> Response:
        """A hint to go and look (YooKassa signs nothing). Anything but 200 is sent again for 24 h."""
        if not hmac.compare_digest(secret.encode(), doors.payment_secret.encode()):
            return Response(status_code=404)
        body = await _read(request, NOTICE_LIMIT)
        if body is None:
            return Response(status_code=413)
        for known in _hints(body):
            await doors.note_payment(*known)
        return Response(status_code=200)

    add_api(app, doors.shop, doors.clock, doors.public_url)
    add_feeds(
        app,
        Feeds(
            doors.shop,
            doors.clock,
            public_url=doors.public_url,
            bot=doors.bot,
            language=doors.language,
            word=doors.word,
        ),
    )
    return app


async def _read(request: Request, limit: int) -> bytes | None:
    """The body, or None when it is larger than that; a larger one is not read to its end."""
    declared = request.headers.get("content-length", "0")
    if declared.isdigit() and int(declared) > limit:
        return None
    chunks, size = [], 0
    async for chunk in request.stream():
        size += len(chunk)
        if size > limit:
            return None
        chunks.append(chunk)
    return b"".join(chunks)


def _hints(body: bytes) -> list[tuple[str, str]]:
    """(id, event) pairs a notification may be about: the object itself, and the payment of a refund."""
    try:
        notice = orjson.loads(body)
        event, found = str(notice["event"]), notice["object"]
        ids = [found.get("id"), found.get("payment_id")]
    except (ValueError, KeyError, TypeError, AttributeError):
        log.info("notice_unreadable", size=len(body))
        return []
    return [(each, event) for each in ids if isinstance(each, str) and _PAYMENT_ID.fullmatch(each)]
