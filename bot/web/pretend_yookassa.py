"""How is the pretend YooKassa reached over HTTP? Its API under /v3 and the buyer's page under /pay/{payment_id}.

Only for the demo and the tests. The server behind it speaks plain dicts; what can only go wrong on a real wire
(an answer that never comes, a reset, a body cut off) is done here.
"""

import asyncio
from collections.abc import Mapping
from typing import Any, Protocol
from urllib.parse import quote

from fastapi import FastAPI
from fastapi.responses import HTMLResponse, RedirectResponse
from starlette.background import BackgroundTask
from starlette.requests import Request
from starlette.responses import Response
from starlette.types import Receive, Scope, Send

from bot.basics.languages import Language, is_language, pick_language
from bot.web.pretend_yookassa_page import render_missing, render_page, usable_address

WIRE_HEADER = "x-pretend-wire"
"""The server's wish for the wire: `reset`, `cut` or `hang;<seconds>`. Never sent on."""

_METHODS = ["GET", "POST", "PUT", "PATCH", "DELETE"]
_PAGE_HEADERS = {
    "Cache-Control": "no-store",
    "Content-Security-Policy": "default-src 'none'; style-src 'unsafe-inline'; base-uri 'none'; frame-ancestors 'none'",
    "Referrer-Policy": "no-referrer",
}


class PretendServer(Protocol):
    """What the pages need of the pretend YooKassa."""

    def handle(
        self, method: str, path: str, headers: Mapping[str, str], query: Mapping[str, str], body: bytes
    ) -> tuple[int, dict[str, str], bytes]: ...

    def page(self, payment_id: str) -> dict[str, Any] | None: ...

    def pay(self, payment_id: str) -> None: ...

    def decline(self, payment_id: str) -> None: ...

    def close(self, payment_id: str) -> str | None: ...

    async def deliver(self) -> int: ...


def pretend_yookassa_app(server: PretendServer, *, language: Language = "ru") -> FastAPI:
    """The pretend YooKassa as a web application; `language` is shown to browsers that speak none of ours.

    May be mounted under any path. Notifications that a request causes are sent after its answer; the late ones need
    somebody who calls `server.deliver()` now and then.
    """
    app = FastAPI(openapi_url=None, docs_url=None, redoc_url=None)

    async def api(request: Request) -> Response:
        status, headers, body = server.handle(
            request.method,
            "/v3/" + request.path_params["rest"],
            dict(request.headers),
            dict(request.query_params),
            await request.body(),
        )
        wish, _, hang_s = headers.pop(WIRE_HEADER, "").partition(";")
        afterwards = BackgroundTask(server.deliver)
        if wish:
            return _SpoiltWire(wish, float(hang_s or 0), status, headers, body, afterwards)
        return Response(body, status, headers, background=afterwards)

    async def page(request: Request) -> Response:
        words = _language(request, language)
        shown = server.page(request.path_params["payment_id"])
        if shown is None:
            return HTMLResponse(render_missing(words), 404, _PAGE_HEADERS)
        return HTMLResponse(render_page(shown, words), 200, _PAGE_HEADERS)

    async def act(request: Request) -> Response:
        payment_id, action = request.path_params["payment_id"], request.path_params["action"]
        words = _language(request, language)
        shown = server.page(payment_id)
        if shown is None or action not in {"pay", "decline", "close"}:
            return HTMLResponse(render_missing(words), 404, _PAGE_HEADERS)
        back = f"../{quote(payment_id, safe='')}?lang={words}"
        if action == "close":
            back = usable_address(server.close(payment_id)) or back
        elif shown["status"] == "pending":
            # A second tap finds the payment over and only shows the result.
            (server.pay if action == "pay" else server.decline)(payment_id)
        return RedirectResponse(back, 303, _PAGE_HEADERS, background=BackgroundTask(server.deliver))

    app.add_api_route("/v3/{rest:path}", api, methods=_METHODS)
    app.add_api_route("/pay/{payment_id}", page, methods=["GET"])
    app.add_api_route("/pay/{payment_id}/{action}", act, methods=["POST"])
    return app


def _language(request: Request, default: Language) -> Language:
    asked = request.query_params.get("lang")
    if is_language(asked):
        return asked
    for tag in request.headers.get("accept-language", "").split(","):
        code = tag.partition(";")[0].strip().lower().partition("-")[0]
        if is_language(code):
            return pick_language(code, default)
    return default


class _SpoiltWire(Response):
    """An answer that does not arrive whole."""

    def __init__(
        self,
        wish: str,
        hang_s: float,
        status: int,
        headers: Mapping[str, str],
        body: bytes,
        background: BackgroundTask,
    ) -> None:
        super().__init__(body, status, dict(headers), background=background)
        self._wish, self._hang_s = wish, hang_s

    async def __call__(self, _scope: Scope, receive: Receive, send: Send) -> None:
        if self._wish == "hang":
            await _until_gone(receive, self._hang_s)
        if self._wish == "cut":
            await send({"type": "http.response.start", "status": self.status_code, "headers": self.raw_headers})
            half = bytes(self.body)[: len(self.body) // 2]
            await send({"type": "http.response.body", "body": half, "more_body": True})
            # Let what was sent leave before the connection goes.
            await asyncio.sleep(0.02)
        _abort(receive)
        # The server notices the lost connection in its next turn; until then it would add an error page of its own.
        await asyncio.sleep(0.02)
        if self.background is not None:
            await self.background()


async def _until_gone(receive: Receive, longest_s: float) -> None:
    try:
        async with asyncio.timeout(longest_s):
            while (await receive())["type"] != "http.disconnect":
                pass
    except TimeoutError:
        pass


def _abort(receive: Receive) -> None:
    """Reset the connection. ASGI has no word for it, but uvicorn's `receive` belongs to an object that holds it."""
    transport = getattr(getattr(receive, "__self__", None), "transport", None)
    if transport is None:
        raise ConnectionResetError("a reset on demand")
    transport.abort()
