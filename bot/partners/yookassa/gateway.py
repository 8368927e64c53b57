"""How does the shop's payment port reach YooKassa? Calls run in a small pool of threads, each over within 13 s."""

import asyncio
import re
import threading
from collections.abc import Mapping, Sequence
from concurrent.futures import ThreadPoolExecutor
from datetime import UTC, datetime, timedelta
from typing import TYPE_CHECKING

from bot.partners.yookassa.answers import (
    JsonObject,
    converted,
    page_from,
    payment_from,
    receipt_from,
    refund_from,
)
from bot.partners.yookassa.calls import Call
from bot.shop.payments.errors import GatewayRefused, GatewayUnreachable
from bot.shop.payments.values import FetchedPayment, FetchedRefund
from bot.shop.receipts.values import FetchedReceipt
from bot.storage.database import forbid_open_transaction

if TYPE_CHECKING:
    from bot.partners.yookassa.client import ShopClient

THREADS = 8
CONNECT_S = 3.0
READ_S = 10.0
CALL_LIMIT_S = 12.5
"""Whatever happens on the wire, the caller has an answer by then; YooKassa itself may think for 30 s."""

PAGE = 100
"""Most objects on a page of a list (YooKassa API v3, lists)."""

PAGES_MAX = 1000

_KEY = re.compile(r"[0-9a-zA-Z+_.-]{1,64}", re.ASCII)
_ID = re.compile(r"[0-9a-zA-Z_-]{1,64}", re.ASCII)


class YooKassaGateway:
    """One YooKassa shop. Fulfils bot.shop.payments.ports.PaymentGateway.

    Own threads, so that calls that hang never starve others; giving up on a call breaks its connection off.
    """

    def __init__(
        self,
        shop_id: str,
        secret_key: str,
        api_url: str = "https://api.yookassa.ru/v3",
        *,
        connect_s: float = CONNECT_S,
        read_s: float = READ_S,
        call_limit_s: float = CALL_LIMIT_S,
    ) -> None:
        self._shop_id = shop_id
        self._secret_key = secret_key
        self._api_url = api_url
        self._connect_s, self._read_s, self._call_limit_s = connect_s, read_s, call_limit_s
        self._pool = ThreadPoolExecutor(THREADS, thread_name_prefix="yookassa")
        self._client: ShopClient | None = None
        self._client_lock = threading.Lock()
        self._under_way: set[Call] = set()
        self._closed = False

    def __repr__(self) -> str:
        return f"YooKassaGateway(shop {self._shop_id}, {'live' if self.live else 'test'})"

    @property
    def live(self) -> bool:
        """True with real money; keys of test shops begin with `test_`."""
        return not self._secret_key.startswith("test_")

    async def create(self, key: str, body: str) -> FetchedPayment:
        """Send the frozen JSON body, byte for byte, under its idempotence key. Twice is once, within 24 h."""
        forbid_open_transaction()
        answer = await self._ask("POST", "/payments", key=_checked(key), body=body)
        return converted("POST /payments", payment_from, answer)

    async def status(self, provider_id: str) -> FetchedPayment:
        """The truth about one payment."""
        forbid_open_transaction()
        path = _path("/payments/", provider_id)
        return converted(f"GET {path}", payment_from, await self._ask("GET", path))

    async def refund(self, key: str, body: str) -> FetchedRefund:
        """Send the frozen JSON body of a refund, byte for byte, under its key. Twice is once, within 24 h."""
        forbid_open_transaction()
        answer = await self._ask("POST", "/refunds", key=_checked(key), body=body)
        return converted("POST /refunds", refund_from, answer)

    async def refund_status(self, provider_id: str) -> FetchedRefund:
        """The truth about one refund."""
        forbid_open_transaction()
        path = _path("/refunds/", provider_id)
        return converted(f"GET {path}", refund_from, await self._ask("GET", path))

    async def payments(self, created_from: datetime, created_to: datetime) -> Sequence[FetchedPayment]:
        """All payments created in [from, to), aware times, every page, newest first.

        One unreadable object makes the whole list unreadable: nobody may conclude "never made" from a part of it.
        """
        forbid_open_transaction()
        # YooKassa counts in milliseconds: the upper bound is rounded up, and what is too much is left out below.
        query = {"created_at.gte": _moment(created_from), "created_at.lt": _moment(created_to, up=True)}
        found = [converted("GET /payments", payment_from, item) for item in await self._pages("/payments", query)]
        return [payment for payment in found if created_from <= payment.created_at < created_to]

    async def refunds_of(self, payment_id: str) -> Sequence[FetchedRefund]:
        """All refunds of one payment, those made in the merchant's cabinet too, newest first."""
        forbid_open_transaction()
        _path("/payments/", payment_id)
        found = await self._pages("/refunds", {"payment_id": payment_id})
        return [converted("GET /refunds", refund_from, item) for item in found]

    async def receipt(self, key: str, body: str) -> FetchedReceipt:
        """Send the frozen JSON body of a receipt, byte for byte, under its key. Twice is once, within 24 h."""
        forbid_open_transaction()
        answer = await self._ask("POST", "/receipts", key=_checked(key), body=body)
        return converted("POST /receipts", receipt_from, answer)

    async def receipt_status(self, provider_id: str) -> FetchedReceipt:
        """The truth about one receipt."""
        forbid_open_transaction()
        path = _path("/receipts/", provider_id)
        return converted(f"GET {path}", receipt_from, await self._ask("GET", path))

    async def receipts_of(self, payment_id: str) -> Sequence[FetchedReceipt]:
        """All receipts of one payment, newest first."""
        forbid_open_transaction()
        _path("/payments/", payment_id)
        found = await self._pages("/receipts", {"payment_id": payment_id})
        return [converted("GET /receipts", receipt_from, item) for item in found]

    def close(self) -> None:
        """Break off what is under way (its outcome stays unknown) and let the threads go. Twice is once."""
        self._closed = True
        self._pool.shutdown(wait=False, cancel_futures=True)
        for call in list(self._under_way):
            call.break_off()

    async def _pages(self, path: str, query: Mapping[str, str]) -> list[JsonObject]:
        """Every object of a list: the cursor is walked to its end."""
        found: dict[str, JsonObject] = {}
        cursor: str | None = None
        for _ in range(PAGES_MAX):
            asked = {**query, "limit": str(PAGE)} | ({"cursor": cursor} if cursor else {})
            items, next_cursor = converted(f"GET {path}", page_from, await self._ask("GET", path, query=asked))
            for item in items:
                # A page may move while it is walked: one object is one row.
                found.setdefault(str(item.get("id")), item)
            if next_cursor is None:
                return list(found.values())
            if next_cursor == cursor:
                break
            cursor = next_cursor
        raise GatewayUnreachable(f"GET {path}: a list without end")

    async def _ask(
        self,
        method: str,
        path: str,
        *,
        query: Mapping[str, str] | None = None,
        key: str | None = None,
        body: str | None = None,
    ) -> JsonObject:
        what = f"{method} {path}"
        if self._closed:
            raise GatewayUnreachable(f"{what}: closed")
        call = Call()
        waiting = self._pool.submit(self._in_thread, call, method, path, query, key, body)
        self._under_way.add(call)
        try:
            # Time spent in the queue counts; a call that never left the queue is cancelled there and not sent.
            return await asyncio.wait_for(asyncio.wrap_future(waiting), self._call_limit_s)
        except TimeoutError:
            raise GatewayUnreachable(f"{what}: no answer within {self._call_limit_s:g} s") from None
        except asyncio.CancelledError:
            if self._closed and not _cancelled_from_outside():
                raise GatewayUnreachable(f"{what}: closed") from None
            raise
        finally:
            self._under_way.discard(call)
            if not waiting.done() or waiting.cancelled():
                call.break_off()

    def _in_thread(
        self,
        call: Call,
        method: str,
        path: str,
        query: Mapping[str, str] | None,
        key: str | None,
        body: str | None,
    ) -> JsonObject:
        if call.broken:
            raise GatewayUnreachable(f"{method} {path}: given up before it was sent")
        return self._shop_client().ask(call, method, path, query, key, body)

    def _shop_client(self) -> "ShopClient":
        """The SDK is imported on first use and in a thread: it is slow to load and most commands never pay."""
        with self._client_lock:
            if self._client is None:
                from bot.partners.yookassa.client import ShopClient

                self._client = ShopClient(self._api_url, self._shop_id, self._secret_key, self._connect_s, self._read_s)
            return self._client


def _cancelled_from_outside() -> bool:
    task = asyncio.current_task()
    return task is not None and task.cancelling() > 0


def _checked(key: str) -> str:
    if not _KEY.fullmatch(key):
        raise ValueError("an idempotence key is 1 to 64 of [0-9a-zA-Z+-_.]")
    return key


def _path(folder: str, provider_id: str) -> str:
    """Ids come from notifications too: one of another shape names nothing at YooKassa and never becomes a path."""
    if not _ID.fullmatch(provider_id):
        raise GatewayRefused(404, "not_found", "an id of another shape")
    return folder + provider_id


def _moment(moment: datetime, *, up: bool = False) -> str:
    if moment.tzinfo is None:
        raise ValueError("times are aware")
    if up and moment.microsecond % 1000:
        moment += timedelta(milliseconds=1)
    return moment.astimezone(UTC).isoformat(timespec="milliseconds").replace("+00:00", "Z")
