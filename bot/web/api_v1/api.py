"""Which calls are there under `/api/v1`?"""

import re
from typing import Annotated, Any, Final

from fastapi import APIRouter, Depends, FastAPI, HTTPException, Response
from starlette.types import ASGIApp, Message, Receive, Scope, Send

from bot.basics.clock import Clock
from bot.shop.channels.values import ChannelView
from bot.shop.shop import Shop
from bot.web.api_v1.keys import Seen, caller
from bot.web.api_v1.problems import Problem, Refused, add_problems, problems
from bot.web.api_v1.shop import add_catalogue, add_sales
from bot.web.api_v1.stock import add_stock

BODY_LIMIT: Final = 1024 * 1024
_DIGEST: Final = re.compile(r"[0-9a-f]{64}")
_A_YEAR: Final = {"Cache-Control": "public, max-age=31536000, immutable"}


class SmallBodies:
    """No body of `/api` is read beyond the limit, whatever its length is said to be."""

    def __init__(self, app: ASGIApp) -> None:
        self._app = app

    async def __call__(self, scope: Scope, receive: Receive, send: Send) -> None:
        if scope["type"] != "http" or not scope["path"].startswith("/api/"):
            await self._app(scope, receive, send)
            return
        read = 0

        async def counted() -> Message:
            nonlocal read
            message = await receive()
            read += len(message.get("body", b""))
            if read > BODY_LIMIT:
                raise HTTPException(413, "The body is too large")
            return message

        await self._app(scope, counted, send)


def add_api(app: FastAPI, shop: Shop, clock: Clock, public_url: str) -> None:
    """Put `/api/v1` on the app, and the pictures its answers point to."""
    router = APIRouter(prefix="/api/v1", responses=problems(401, 413, 422, 429))
    who: Any = Annotated[ChannelView, Depends(caller(shop.register))]
    add_catalogue(router, who, shop.offers, lambda sha256: f"{public_url}/photos/{sha256}.jpg")
    add_stock(router, who, shop.exchange, clock, Seen(shop.register))
    add_sales(router, who, shop.channels, clock)
    app.include_router(router)
    add_problems(app)
    _describe(app)

    app.add_middleware(SmallBodies)

    @app.get("/photos/{name}", include_in_schema=False)
    async def photo(name: str) -> Response:
        sha256 = name.removesuffix(".jpg")
        body = await shop.offers.photo(sha256) if _DIGEST.fullmatch(sha256) else None
        if body is None:
            raise Refused(404, "No such picture")
        return Response(body, media_type="image/jpeg", headers=_A_YEAR)


def _describe(app: FastAPI) -> None:
    """The document names the problem documents instead of FastAPI's own error bodies."""
    made = app.openapi

    def openapi() -> dict[str, Any]:
        document = made()
        schemas = document.setdefault("components", {}).setdefault("schemas", {})
        schemas["Problem"] = Problem.model_json_schema()
        for unused in ("HTTPValidationError", "ValidationError"):
            schemas.pop(unused, None)
        return document

    app.openapi = openapi  # type: ignore[method-assign]
