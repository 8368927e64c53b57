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
from typing import Any, Final
from urllib.parse import urlsplit

from aiohttp import (
    ClientConnectorCertificateError,
    ClientConnectorError,
    ClientConnectorSSLError,
    ClientError,
    ClientSession,
    DummyCookieJar,
    TCPConnector,
)
from aiohttp.abc import AbstractResolver

from bot.basics.clock import Clock, SystemClock
from bot.shop.hooks import rules
from bot.shop.hooks.errors import BadHookAddress, HookFailed
from bot.shop.hooks.values import HookAnswer
from bot.storage.database import forbid_open_transaction

TIMEOUT_S: Final = 5.0
Resolve = Callable[[str, int], Awaitable[Sequence[str]]]


async def resolve(host: str, port: int) -> list[str]:
    """The numbers that a name stands for. Raises OSError."""
    found = await asyncio.get_running_loop().getaddrinfo(host, port, type=socket.SOCK_STREAM)
    return [str(each[4][0]) for each in found]


class _Pinned(AbstractResolver):
    """Leads to the numbers that have been looked at, and to no others."""

    def __init__(self, numbers: Sequence[str]) -> None:
        self._numbers = numbers

    async def resolve(self, host: str, port: int = 0, family: object = None) -> list[Any]:  # noqa: ARG002 (not asked)
        return [
            {
                "hostname": host,
                "host": number,
                "port": port,
                "family": socket.AF_INET6 if ":" in number else socket.AF_INET,
                "proto": 0,
                "flags": socket.AI_NUMERICHOST,
            }
            for number in self._numbers
        ]

    async def close(self) -> None:
        """Nothing is kept."""


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
        except ClientConnectorCertificateError as trouble:
            raise HookFailed(f"bad certificate: {getattr(trouble.certificate_error, 'verify_message', '')}") from None
        except ClientConnectorSSLError:
            raise HookFailed("no TLS there") from None
        except socket.gaierror:
            raise HookFailed("the name is not known") from None
        except ClientConnectorError:
            raise HookFailed("cannot be reached") from None
        except (ClientError, ValueError):
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
        connector = TCPConnector(resolver=_Pinned(numbers), ssl=self._tls or True, force_close=True)
        async with (
            ClientSession(connector=connector, cookie_jar=DummyCookieJar(), auto_decompress=False) as session,
            session.post(url, data=body, headers=headers, allow_redirects=False) as answer,
        ):
            answer.close()  # its body is nobody's business
            return HookAnswer(answer.status, self._wait(answer.headers.get("Retry-After", "")))

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
