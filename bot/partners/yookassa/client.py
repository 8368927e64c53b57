"""How does one request travel to YooKassa and back? The official SDK's client, tamed; runs in threads only.

What is different from the SDK (3.13): no process-wide Configuration, a time limit on every step, no environment
proxies, no redirects, no logger (it would be handed the Authorization header), and a frozen body leaves byte for byte
as it was frozen, where the SDK would rebuild it and add a `cms_name` of its own.
"""

import socket
import threading
import time
from collections.abc import Mapping
from typing import Any

import requests
from requests.adapters import HTTPAdapter
from urllib3 import HTTPConnectionPool, HTTPSConnectionPool
from urllib3.connection import HTTPConnection, HTTPSConnection
from urllib3.exceptions import HTTPError, MaxRetryError, NewConnectionError
from yookassa.client import ApiClient
from yookassa.domain.common import UserAgent

from bot.partners.yookassa.answers import JsonObject, sort_answer
from bot.partners.yookassa.calls import Call
from bot.shop.payments.errors import GatewayUnreachable

ANSWER_MAX_BYTES = 8 * 1024 * 1024
"""A page of a hundred payments is some 300 KB; more than this is not YooKassa."""

REFUSED_PAUSE_S = 0.2
"""Before the one second try when no connection came about, so that certainly nothing was sent."""

_running = threading.local()


def _watch(connection: HTTPConnection) -> None:
    call = getattr(_running, "call", None)
    if call is not None and isinstance(connection.sock, socket.socket):
        call.joined(connection.sock)


class _PlainConnection(HTTPConnection):
    def connect(self) -> None:
        super().connect()
        _watch(self)


class _SecureConnection(HTTPSConnection):
    def connect(self) -> None:
        super().connect()
        _watch(self)


class _PlainPool(HTTPConnectionPool):
    ConnectionCls = _PlainConnection


class _SecurePool(HTTPSConnectionPool):
    ConnectionCls = _SecureConnection


class _WatchedAdapter(HTTPAdapter):
    """Connections of this adapter can be broken off by the call they belong to."""

    def init_poolmanager(self, *args: Any, **kwargs: Any) -> None:
        super().init_poolmanager(*args, **kwargs)
        self.poolmanager.pool_classes_by_scheme = {"http": _PlainPool, "https": _SecurePool}


class ShopClient(ApiClient):  # type: ignore[misc]
    """The SDK's client bound to one shop, so that two shops in one process never share keys."""

    def __init__(self, api_url: str, shop_id: str, secret_key: str, connect_s: float, read_s: float) -> None:
        # ApiClient.__init__ is left out on purpose: it reads the process-wide Configuration.
        self.endpoint = api_url.rstrip("/")
        self.shop_id = shop_id
        self.shop_password = secret_key
        self.auth_token = None
        self.user_agent = UserAgent()
        self._time_limits = (connect_s, read_s)

    def __repr__(self) -> str:
        return f"ShopClient(shop {self.shop_id})"

    def ask(
        self,
        call: Call,
        method: str,
        path: str,
        query: Mapping[str, str] | None = None,
        key: str | None = None,
        body: str | None = None,
    ) -> JsonObject:
        """One exchange. Raises GatewayRefused (certainly not done) or GatewayUnreachable (outcome unknown)."""
        what = f"{method} {path}"
        trouble: str | None = None
        answer: tuple[int, Mapping[str, str], bytes] = (0, {}, b"")
        _running.call = call
        try:
            answer = self._exchange(call, method, path, query, key, body)
        except (requests.RequestException, HTTPError, OSError, ValueError) as error:
            trouble = _trouble(error)
        finally:
            _running.call = None
        if trouble is not None:
            # Raised out here, so that neither the request nor its headers hang on the error as context.
            raise GatewayUnreachable(f"{what}: {trouble}")
        return sort_answer(what, *answer)

    def _exchange(
        self,
        call: Call,
        method: str,
        path: str,
        query: Mapping[str, str] | None,
        key: str | None,
        body: str | None,
    ) -> tuple[int, Mapping[str, str], bytes]:
        headers = self.prepare_request_headers({"Idempotence-Key": key} if key is not None else None)
        data = body.encode() if body is not None else None
        with requests.Session() as session:
            session.trust_env = False
            session.mount("http://", _WatchedAdapter())
            session.mount("https://", _WatchedAdapter())

            def send() -> tuple[int, Mapping[str, str], bytes]:
                with session.request(
                    method,
                    self.endpoint + path,
                    params=query,
                    headers=headers,
                    data=data,
                    timeout=self._time_limits,
                    allow_redirects=False,
                    stream=True,
                ) as response:
                    return response.status_code, response.headers, _read(response)

            try:
                return send()
            except requests.ConnectionError as error:
                if not _never_sent(error) or call.broken:
                    raise
            time.sleep(REFUSED_PAUSE_S)
            return send()


def _read(response: requests.Response) -> bytes:
    raw = bytearray()
    for chunk in response.iter_content(64 * 1024):
        raw += chunk
        if len(raw) > ANSWER_MAX_BYTES:
            raise ValueError("an answer without end")
    return bytes(raw)


def _never_sent(error: requests.ConnectionError) -> bool:
    cause = error.args[0] if error.args else None
    return isinstance(cause, MaxRetryError) and isinstance(cause.reason, NewConnectionError)


def _trouble(error: Exception) -> str:
    """Kinds of trouble only: the text of a network error may quote the address with everything in it."""
    cause = error.args[0] if error.args else None
    if isinstance(cause, MaxRetryError) and cause.reason is not None:
        cause = cause.reason
    inner = f" ({type(cause).__name__})" if isinstance(cause, Exception) else ""
    return type(error).__name__ + inner
