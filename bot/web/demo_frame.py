"""How does the pretend payment page stand inside the demo's messenger, and how does one get back from it?"""

import re
from collections.abc import Iterable

from starlette.types import ASGIApp, Message, Receive, Scope, Send

Header = tuple[bytes, bytes]


def within_demo(app: ASGIApp, username: str) -> ASGIApp:
    """The same pages, which the demo page may frame, and whose way back to t.me/<bot> leads into the demo."""
    way_back = re.compile(rb"https://t\.me/" + re.escape(username.encode()) + rb"(?=[?\"'\s]|$)", re.IGNORECASE)

    def led(value: bytes) -> bytes:
        return way_back.sub(b"/demo/return", value)

    def headers(given: Iterable[Header], length: int | None) -> list[Header]:
        changed = []
        for name, value in given:
            match name.lower():
                case b"content-security-policy":
                    changed.append((name, value.replace(b"frame-ancestors 'none'", b"frame-ancestors 'self'")))
                case b"location":
                    changed.append((name, led(value)))
                case b"content-length" if length is not None:
                    changed.append((name, str(length).encode()))
                case _:
                    changed.append((name, value))
        return changed

    async def framed(scope: Scope, receive: Receive, send: Send) -> None:
        start: Message | None = None
        body = b""

        async def changed(message: Message) -> None:
            nonlocal start, body
            if message["type"] == "http.response.start" and _is_page(message["headers"]):
                start = message
            elif message["type"] == "http.response.start":
                await send({**message, "headers": headers(message["headers"], None)})
            elif message["type"] == "http.response.body" and start is not None:
                body += message.get("body", b"")
                if not message.get("more_body"):
                    page = led(body)
                    await send({**start, "headers": headers(start["headers"], len(page))})
                    start = None
                    await send({**message, "body": page})
            else:
                await send(message)

        await app(scope, receive, changed)

    return framed


def _is_page(headers: Iterable[Header]) -> bool:
    return any(name.lower() == b"content-type" and value.startswith(b"text/html") for name, value in headers)
