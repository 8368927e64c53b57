"""How is the pretend Telegram reached over HTTP, as a self-hosted Bot API server would be?"""

import json
from typing import Any, Protocol

from fastapi import FastAPI, Request, Response
from fastapi.responses import JSONResponse
from starlette.datastructures import UploadFile
from starlette.types import Receive, Scope, Send


class Answer(Protocol):
    """A status, and a body that is JSON or, where something on the way broke, a page."""

    @property
    def status(self) -> int: ...
    @property
    def body(self) -> dict[str, Any] | str: ...
    @property
    def text(self) -> str: ...


class BotApi(Protocol):
    """A Bot API server within reach of a call, such as partners.pretend.telegram's."""

    async def call(
        self, token: str, method: str, params: dict[str, Any], files: dict[str, tuple[str, bytes]] | None = None
    ) -> Answer:
        """The answer to one call. Raises ConnectionError where none shall arrive."""
        ...

    def download(self, token: str, path: str) -> bytes | None:
        """The bytes of a file."""
        ...


class _Cut(Response):
    """Promises more bytes than it sends: the web server closes the connection in the middle of the answer."""

    async def __call__(self, scope: Scope, receive: Receive, send: Send) -> None:  # noqa: ARG002 - as ASGI calls it
        await send({"type": "http.response.start", "status": 200, "headers": [(b"content-length", b"100")]})
        await send({"type": "http.response.body", "body": b"{", "more_body": True})


def pretend_telegram_app(server: BotApi) -> FastAPI:
    """An app with `/bot<token>/<method>` (GET and POST; JSON, urlencoded, multipart) and `/file/bot<token>/<path>`."""
    app = FastAPI(title="Pretend Telegram", openapi_url=None)

    @app.api_route("/bot{token}/{method}", methods=["GET", "POST"])
    async def on_call(token: str, method: str, request: Request) -> Response:
        params, files = await _read(request)
        if params is None:
            return _refused(400, "Bad Request: can't parse JSON object")
        try:
            answer = await server.call(token, method, params, files)
        except ConnectionError:
            return _Cut()
        kind = "text/html" if isinstance(answer.body, str) else "application/json"
        return Response(answer.text, status_code=answer.status, media_type=kind)

    @app.get("/file/bot{token}/{path:path}")
    async def on_download(token: str, path: str) -> Response:
        data = server.download(token, path)
        if data is None:
            return _refused(404, "Not Found")
        return Response(data, media_type="application/octet-stream")

    @app.api_route("/{rest:path}", methods=["GET", "POST"])
    async def on_anything_else() -> Response:
        return _refused(404, "Not Found")

    return app


def _refused(status: int, description: str) -> Response:
    return JSONResponse({"ok": False, "error_code": status, "description": description}, status)


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
