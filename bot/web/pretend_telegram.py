"""How is the pretend Telegram reached over HTTP, as a self-hosted Bot API server would be?"""

import json
from typing import Any

from fastapi import FastAPI, Request, Response
from starlette.datastructures import UploadFile
from starlette.types import Receive, Scope, Send

from bot.partners.pretend.telegram.refusals import ConnectionCut
from bot.partners.pretend.telegram.server import ApiAnswer, PretendTelegram


class _Cut(Response):
    """Promises more bytes than it sends: the web server closes the connection in the middle of the answer."""

    async def __call__(self, scope: Scope, receive: Receive, send: Send) -> None:  # noqa: ARG002 - as ASGI calls it
        await send({"type": "http.response.start", "status": 200, "headers": [(b"content-length", b"100")]})
        await send({"type": "http.response.body", "body": b"{", "more_body": True})


def pretend_telegram_app(server: PretendTelegram) -> FastAPI:
    """An app with `/bot<token>/<method>` (GET and POST; JSON, urlencoded, multipart) and `/file/bot<token>/<path>`."""
    app = FastAPI(title="Pretend Telegram", openapi_url=None)

    @app.api_route("/bot{token}/{method}", methods=["GET", "POST"])
    async def on_call(token: str, method: str, request: Request) -> Response:
        params, files = await _read(request)
        if params is None:
            refusal = {"ok": False, "error_code": 400, "description": "Bad Request: can't parse JSON object"}
            return _answer(ApiAnswer(400, refusal))
        try:
            return _answer(await server.call(token, method, params, files))
        except ConnectionCut:
            return _Cut()

    @app.get("/file/bot{token}/{path:path}")
    async def on_download(token: str, path: str) -> Response:
        data = server.download(token, path)
        if data is None:
            return _answer(ApiAnswer(404, {"ok": False, "error_code": 404, "description": "Not Found"}))
        return Response(data, media_type="application/octet-stream")

    @app.api_route("/{rest:path}", methods=["GET", "POST"])
    async def on_anything_else() -> Response:
        return _answer(ApiAnswer(404, {"ok": False, "error_code": 404, "description": "Not Found"}))

    return app


def _answer(answer: ApiAnswer) -> Response:
    kind = "text/html" if isinstance(answer.body, str) else "application/json"
    return Response(answer.text, status_code=answer.status, media_type=kind)


async def _read(request: Request) -> tuple[dict[str, Any] | None, dict[str, tuple[str, bytes]]]:
    """Parameters (None where the JSON is broken) and uploads of a request, from the address and the body."""
    params: dict[str, Any] = dict(request.query_params)
    files: dict[str, tuple[str, bytes]] = {}
    kind = request.headers.get("content-type", "")
    if kind.startswith("application/json"):
        try:
            params |= json.loads(await request.body() or b"{}")
        except (ValueError, TypeError):
            return None, files
    elif kind.startswith(("multipart/form-data", "application/x-www-form-urlencoded")):
        async with request.form(max_files=50, max_fields=200, max_part_size=60 * 1024 * 1024) as form:
            for name, value in form.items():
                if isinstance(value, UploadFile):
                    files[name] = (value.filename or name, await value.read())
                else:
                    params[name] = value
    return params, files
