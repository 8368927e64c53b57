"""How does the shop reach the pretend YooKassa without a wire? The payment port over plain calls, with its troubles."""

from base64 import b64encode
from collections.abc import Mapping, Sequence
from datetime import UTC, datetime
from typing import Any

from bot.partners.pretend.yookassa.server import PretendYooKassa
from bot.partners.yookassa.answers import converted, page_from, payment_from, receipt_from, refund_from, sort_answer
from bot.shop.payments.errors import GatewayRefused, GatewayUnreachable
from bot.shop.payments.values import FetchedPayment, FetchedRefund
from bot.shop.receipts.values import FetchedReceipt
from bot.storage.database import forbid_open_transaction

SHOP, SECRET = "100500", "test_direct"


class DirectGateway:
    """One test shop at a pretend YooKassa. `down` makes every call unreachable, `refusing` makes it refused (401)."""

    def __init__(self, yookassa: PretendYooKassa) -> None:
        self.yookassa = yookassa
        self.down = False
        self.refusing = False
        self.calls = 0

    @property
    def live(self) -> bool:
        return False

    async def create(self, key: str, body: str) -> FetchedPayment:
        return converted("direct", payment_from, self._ask("POST", "/payments", key=key, body=body))

    async def status(self, provider_id: str) -> FetchedPayment:
        return converted("direct", payment_from, self._ask("GET", f"/payments/{provider_id}"))

    async def refund(self, key: str, body: str) -> FetchedRefund:
        return converted("direct", refund_from, self._ask("POST", "/refunds", key=key, body=body))

    async def refund_status(self, provider_id: str) -> FetchedRefund:
        return converted("direct", refund_from, self._ask("GET", f"/refunds/{provider_id}"))

    async def payments(self, created_from: datetime, created_to: datetime) -> Sequence[FetchedPayment]:
        query = {"created_at.gte": _text(created_from), "created_at.lt": _text(created_to)}
        return [converted("direct", payment_from, item) for item in self._all("/payments", query)]

    async def refunds_of(self, payment_id: str) -> Sequence[FetchedRefund]:
        return [converted("direct", refund_from, item) for item in self._all("/refunds", {"payment_id": payment_id})]

    async def receipt(self, key: str, body: str) -> FetchedReceipt:
        return converted("direct", receipt_from, self._ask("POST", "/receipts", key=key, body=body))

    async def receipt_status(self, provider_id: str) -> FetchedReceipt:
        return converted("direct", receipt_from, self._ask("GET", f"/receipts/{provider_id}"))

    async def receipts_of(self, payment_id: str) -> Sequence[FetchedReceipt]:
        return [converted("direct", receipt_from, item) for item in self._all("/receipts", {"payment_id": payment_id})]

    def _all(self, path: str, query: Mapping[str, str]) -> list[dict[str, Any]]:
        found: list[dict[str, Any]] = []
        cursor: dict[str, str] = {}
        while True:
            items, after = page_from(self._ask("GET", path, query={**query, "limit": "100", **cursor}))
            found += items
            if after is None:
                return found
            cursor = {"cursor": after}

    def _ask(
        self, method: str, path: str, *, query: Mapping[str, str] | None = None, key: str = "", body: str = ""
    ) -> dict[str, Any]:
        forbid_open_transaction()
        self.calls += 1
        if self.down:
            raise GatewayUnreachable("down")
        if self.refusing:
            raise GatewayRefused(401, "invalid_credentials", "Error in shopId or secret key")
        headers = {
            "Authorization": "Basic " + b64encode(f"{SHOP}:{SECRET}".encode()).decode(),
            "Content-Type": "application/json",
            **({"Idempotence-Key": key} if key else {}),
        }
        answer = self.yookassa.handle(method, f"/v3{path}", headers, query or {}, body.encode())
        if "x-pretend-wire" in answer.headers:
            raise GatewayUnreachable(answer.headers["x-pretend-wire"])
        return sort_answer(f"{method} {path}", answer.status, answer.headers, answer.body)


def _text(moment: datetime) -> str:
    return moment.astimezone(UTC).isoformat(timespec="milliseconds").replace("+00:00", "Z")
