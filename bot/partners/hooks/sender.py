"""How is a message posted to an address that somebody else chose, without being led astray by it?

The name is resolved once, every number it stands for has to be public, and the connection goes to one of just these
numbers: a name that changes its mind afterwards changes nothing (DNS rebinding). No redirect is followed, no proxy is
used, and not more than the head of the answer is read.
"""

import asyncio
import ipaddress
import socket
import ssl
from collections.abc import Awaitable, Callable, Mapping, Sequence
from datetime import UTC
from email.utils import parsedate_to_datetime
from typing import Final
from urllib.parse import urlsplit

from bot.basics.clock import Clock, SystemClock
from bot.shop.hooks import rules
from bot.shop.hooks.errors import BadHookAddress, HookFailed
from bot.shop.hooks.values import HookAnswer
from bot.storage.database import forbid_open_transaction

TIMEOUT_S: Final = 5.0
HEAD_LIMIT: Final = 16 * 1024
Resolve = Callable[[str, int], Awaitable[Sequence[str]]]


async def resolve(host: str, port: int) -> list[str]:
    """The numbers that a name stands for. Raises OSError."""
    found = await asyncio.get_running_loop().getaddrinfo(host, port, type=socket.SOCK_STREAM)
    return [str(each[4][0]) for each in found]


class HttpHooks:
    """Fulfils bot.shop.hooks.ports.HookSender."""

    def __init__(
        self,
        *,
        clock: Clock | None = None,
        resolver: Resolve = resolve,
        tls: ssl.SSLContext | None = None,
        timeout_s: float = TIMEOUT_S,
    ) -> None:
        self._clock, self._resolve, self._tls = clock or SystemClock(), resolver, tls
        self._timeout_s = timeout_s

    async def post(self, url: str, headers: Mapping[str, str], body: bytes, *, local: bool) -> HookAnswer:
        forbid_open_transaction()
        try:
            url, here = rules.address(url, local=local)
        except BadHookAddress:
            raise HookFailed("not an address that may be told") from None
        try:
            async with asyncio.timeout(self._timeout_s):
                return await self._post(url, headers, body, here=here)
        except TimeoutError:
            raise HookFailed(f"no answer within {self._timeout_s:g} s") from None
        except ssl.SSLCertVerificationError as trouble:
            raise HookFailed(f"bad certificate: {trouble.verify_message}") from None
        except ssl.SSLError:
            raise HookFailed("no TLS there") from None
        except socket.gaierror:
            raise HookFailed("the name is not known") from None
        except OSError:
            raise HookFailed("cannot be reached") from None
        except (asyncio.IncompleteReadError, asyncio.LimitOverrunError, ValueError):
            raise HookFailed("the answer is not HTTP") from None

    async def _post(self, url: str, headers: Mapping[str, str], body: bytes, *, here: bool) -> HookAnswer:
        parts = urlsplit(url)
        secure, host = parts.scheme == "https", parts.hostname or ""
        port = parts.port or (443 if secure else 80)
        numbers = await self._resolve(host, port)
        for number in numbers:
            found = ipaddress.ip_address(number.partition("%")[0])
            if not (found.is_loopback if here else rules.is_public(found)):
                raise HookFailed("the name leads to an address that is not public")
        if not numbers:
            raise HookFailed("the name is not known")
        if secure and self._tls is None:
            self._tls = await asyncio.to_thread(ssl.create_default_context)
        reader, writer = await asyncio.open_connection(
            numbers[0],
            port,
            ssl=self._tls if secure else None,
            server_hostname=host if secure else None,
            limit=HEAD_LIMIT,
        )
        try:
            target = (parts.path or "/") + (f"?{parts.query}" if parts.query else "")
            head = {"Host": parts.netloc, "Content-Length": str(len(body)), "Connection": "close", **headers}
            lines = [f"POST {target} HTTP/1.1", *(f"{name}: {value}" for name, value in head.items()), "", ""]
            writer.write("\r\n".join(lines).encode("ascii") + body)
            await writer.drain()
            return self._read(await reader.readuntil(b"\r\n\r\n"))
        finally:
            writer.transport.abort()

    def _read(self, head: bytes) -> HookAnswer:
        """Status and Retry-After. Raises ValueError for what is not HTTP."""
        first, *lines = head.decode("latin-1").split("\r\n")
        version, status, *_ = first.split(" ", 2)
        if not version.startswith("HTTP/1.") or not 100 <= int(status) <= 599:
            raise ValueError(first)
        fields = {name.strip().lower(): value.strip() for name, _, value in (line.partition(":") for line in lines)}
        return HookAnswer(int(status), self._wait(fields.get("retry-after", "")))

    def _wait(self, said: str) -> float | None:
        """Seconds, or a date (RFC 9110, 10.2.3)."""
        if said.isascii() and said.isdigit() and len(said) < 10:
            return float(said)
        try:
            at = parsedate_to_datetime(said)
        except (TypeError, ValueError):
            return None
        at = at if at.tzinfo is not None else at.replace(tzinfo=UTC)
        return max((at - self._clock.now()).total_seconds(), 0.0)
