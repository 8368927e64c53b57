"""How does YooKassa answer, to the letter of its documentation? A strict pretend one: plain dicts in, bytes out."""

import json
import threading
from base64 import b64decode
from collections import deque
from collections.abc import Callable, Mapping
from dataclasses import dataclass
from datetime import datetime
from hmac import compare_digest
from typing import Any

from bot.partners.pretend.yookassa import life
from bot.partners.pretend.yookassa.books import Books
from bot.partners.pretend.yookassa.checks import METHODS_OF_TEST_SHOPS, check_capture, check_key, check_payment
from bot.partners.pretend.yookassa.faults import WIRE_HEADER, Fault, FaultKind, When
from bot.partners.pretend.yookassa.lists import page
from bot.partners.pretend.yookassa.notifications import Notifications, Notify
from bot.partners.pretend.yookassa.receipts import ReceiptMode
from bot.partners.pretend.yookassa.refunds import new_receipt, new_refund, receipt_of_payment, settle_refund
from bot.partners.pretend.yookassa.words import (
    Answer,
    JsonObject,
    Refusal,
    as_json,
    copied,
    money_text,
    not_found,
)

ROOT = "/v3"
BODY_MAX_BYTES = 1024 * 1024
JOURNAL_MAX = 20_000

_SUCCESSES = {"waiting_for_capture": "payment.waiting_for_capture", "succeeded": "payment.succeeded"}


@dataclass(frozen=True, slots=True)
class Seen:
    """One call as it came and as it was answered (`status` 0: the wire was spoilt). Never the secret key."""

    at: datetime
    shop: str
    method: str
    path: str
    query: dict[str, str]
    key: str | None
    body: bytes
    status: int
    fault: FaultKind | None


class PretendYooKassa:
    """A pretend YooKassa with one or more shops. Safe to call from several threads.

    `shops` maps shop ids to secret keys; `pay_url` is the buyer's page with {payment_id} in it. Settings may change
    at any time: `receipts`, `refund_outcome` ("succeeded", "pending" or "canceled"), `receipt_outcome`,
    `replay_current` (a replayed key shows the object as it is now, not as it was), `faults`, `notifications`.
    """

    def __init__(
        self,
        shops: Mapping[str, str],
        now: Callable[[], datetime],
        *,
        pay_url: str = "http://127.0.0.1/pay/{payment_id}",
        currency: str = "RUB",
        notify: Notify | None = None,
        notification_url: str | None = None,
        link_s: float = life.LINK_S,
    ) -> None:
        self._shops = dict(shops)
        self._now = now
        self.pay_url = pay_url
        self.currency = currency
        self.link_s = link_s
        self.receipts = ReceiptMode.OFF
        self.refund_outcome = "succeeded"
        self.receipt_outcome = "succeeded"
        self.replay_current = False
        self.faults: list[Fault] = []
        self.journal: deque[Seen] = deque(maxlen=JOURNAL_MAX)
        self.notifications = Notifications(now, notify)
        self.notifications.url = notification_url
        self._books = Books()
        self._lock = threading.RLock()

    def __repr__(self) -> str:
        return f"PretendYooKassa(shops {', '.join(self._shops)})"

    # The API side.

    def handle(
        self, method: str, path: str, headers: Mapping[str, str], query: Mapping[str, str], body: bytes
    ) -> Answer:
        """Answer one HTTP request. `path` begins with /v3. A fault on the wire is asked for by WIRE_HEADER."""
        with self._lock:
            self.expire_due()
            sent = {name.lower(): value for name, value in headers.items()}
            inner = path.removeprefix(ROOT) if path.startswith(ROOT + "/") else ""
            fault = next((fault for fault in self.faults if fault.fits(method, inner)), None)
            shop, secret_key = _credentials(sent.get("authorization", ""))

            def carried_out() -> Answer:
                try:
                    self._check(shop, secret_key)
                    return self._answer(shop, method, inner, sent, dict(query), body)
                except Refusal as refusal:
                    return refusal.answer()

            if fault is None:
                answer = carried_out()
            else:
                fault.times -= 1
                answer = fault.spoil(carried_out() if fault.when is When.AFTER else None)
            status = 0 if WIRE_HEADER in answer.headers else answer.status
            self.journal.append(
                Seen(
                    self._now(), shop, method, path, dict(query), sent.get("idempotence-key"), body, status,
                    fault.kind if fault is not None else None,
                )
            )  # fmt: skip
            return answer

    def fail(
        self,
        kind: FaultKind | str,
        times: int = 1,
        *,
        when: When | str = When.BEFORE,
        method: str | None = None,
        path: str = "",
        hang_s: float = 60.0,
    ) -> None:
        """The next `times` calls (of this method, under this path without /v3) go wrong."""
        self.faults.append(Fault(FaultKind(kind), times, When(when), method, path, hang_s))

    def patch(self, object_id: str, **shown: Any) -> None:
        """From now on show other values of an object: amount="1.00", currency="USD", test=True, metadata={…}, …"""
        with self._lock:
            record = self._books.payments.get(object_id) or self._books.refunds[object_id]
            amount = dict(self._books.shown(record)["amount"])
            for name, part in (("amount", "value"), ("currency", "currency")):
                if name in shown:
                    amount[part] = shown.pop(name)
            self._books.patches[object_id] = copied(self._books.patches.get(object_id, {}) | shown | {"amount": amount})

    # The buyer's side and the merchant's cabinet.

    def pay(self, payment_id: str, method: str = "bank_card") -> None:
        """The buyer pays. Raises KeyError, NotPayable."""
        with self._lock:
            self.expire_due()
            record = self._books.payments[payment_id]
            life.pay(record, self._now(), method)
            self._after_success(record)

    def decline(self, payment_id: str, reason: str = "general_decline", *, final: bool = False) -> None:
        """The bank refuses. Not final: the buyer may try again on the same page. Raises KeyError, NotPayable."""
        with self._lock:
            self.expire_due()
            record = self._books.payments[payment_id]
            life.decline(record, reason, final=final)
            if final:
                self._tell("payment.canceled", record)

    def close(self, payment_id: str) -> str | None:
        """The buyer leaves the page without paying: nothing changes. The address to go back to. Raises KeyError."""
        with self._lock:
            return_url: str | None = self._books.payments[payment_id]["return_url"]
            return return_url

    def cabinet_refund(self, payment_id: str, amount: str | None = None) -> str:
        """A refund of "12.50", or of all that is left, in the cabinet. Returns its id. Raises KeyError, Refusal."""
        with self._lock:
            record = self._books.payments[payment_id]
            value = amount or money_text(self._books.refundable_minor(payment_id))
            body = {"payment_id": payment_id, "amount": {"value": value, "currency": self.currency}}
            refund = new_refund(self._books, record["shop"], body, self._now(), ReceiptMode.OFF, self.refund_outcome)
            self._after_refund(refund)
            return str(refund["object"]["id"])

    def settle_refund(self, refund_id: str, *, succeeded: bool = True, reason: str = "insufficient_funds") -> None:
        """End a pending refund. Raises KeyError, ValueError when it has ended before."""
        with self._lock:
            refund = self._books.refunds[refund_id]
            settle_refund(self._books, refund, None if succeeded else reason)
            self._after_refund(refund)

    def page(self, payment_id: str) -> JsonObject | None:
        """What the buyer's page shows: status, amount, description, test, return_url, refusal, reason, link_until."""
        with self._lock:
            self.expire_due()
            record = self._books.payments.get(payment_id)
            if record is None:
                return None
            shown = self._books.shown(record)
            return {
                "id": payment_id,
                "status": shown["status"],
                "amount": shown["amount"],
                "description": shown.get("description", ""),
                "test": shown["test"],
                "return_url": record["return_url"],
                "refusal": record["refusal"],
                "reason": shown.get("cancellation_details", {}).get("reason"),
                "link_until": record["link_until"],
            }

    def payments(self) -> list[JsonObject]:
        """Every payment as the API shows it, in the order they were made."""
        with self._lock:
            return [self._books.shown(record) for record in self._books.payments.values()]

    def refunds(self) -> list[JsonObject]:
        """Every refund as the API shows it, in the order they were made."""
        with self._lock:
            return [self._books.shown(record) for record in self._books.refunds.values()]

    def expire_due(self) -> None:
        """End what nobody paid or captured in time by the clock."""
        with self._lock:
            for record in self._books.payments.values():
                if record["object"]["status"] not in life.FINAL and life.expire(record, self._now()):
                    self._tell("payment.canceled", record)

    async def deliver(self) -> int:
        """Send the notifications that are due now; the number of those that arrived. Call it often."""
        self.expire_due()
        return await self.notifications.deliver()

    # Memory.

    def dump(self) -> JsonObject:
        """Everything worth keeping over a restart, as plain JSON-able data; no secret keys."""
        with self._lock:
            return self._books.dump() | {"owed": copied({"owed": self.notifications.owed})["owed"]}

    def load(self, state: JsonObject) -> None:
        """Go on from a dump."""
        with self._lock:
            self._books = Books.load(state)
            self.notifications.owed = copied({"owed": state.get("owed", [])})["owed"]

    # Inside.

    def _check(self, shop: str, secret_key: str) -> None:
        expected = self._shops.get(shop)
        if expected is None or not compare_digest(secret_key.encode(), expected.encode()):
            text = "Error in shopId or secret key. Check their validity."
            raise Refusal(401, "invalid_credentials", text, "Authorization")

    def _answer(
        self, shop: str, method: str, path: str, headers: Mapping[str, str], query: dict[str, str], body: bytes
    ) -> Answer:
        parts = path.strip("/").split("/")
        match (method, *parts):
            case ("GET", "me"):
                return as_json(200, self._me(shop))
            case ("GET", "payments" | "refunds" | "receipts" as kind):
                rows = [self._books.shown(row) for row in self._table(kind).values() if row["shop"] == shop]
                return as_json(200, page(kind, rows, query))
            case ("GET", "payments" | "refunds" | "receipts" as kind, object_id):
                return as_json(200, self._books.shown(self._find(kind, shop, object_id)))
            case ("POST", "payments" | "refunds" | "receipts"):
                pass
            case ("POST", "payments", _, "capture" | "cancel"):
                pass
            case (_, "me" | "payments" | "refunds" | "receipts", *_):
                raise Refusal(405, "method_not_allowed", "Method is not allowed")
            case _:
                raise Refusal(404, "not_found", "Unknown path")
        if not headers.get("content-type", "").lower().startswith("application/json"):
            raise Refusal(415, "unsupported_media_type", "Content-Type: application/json is expected")
        asked = _parsed(body, empty_is_fine=len(parts) == 3)
        key, now = check_key(headers.get("idempotence-key")), self._now()
        before = self._books.answered_before(shop, key, path, asked, now)
        if before is not None:
            return self._replayed(before)
        answer = as_json(200, self._books.shown(self._carry_out(shop, parts, asked, now)))
        self._books.remember(shop, key, path, asked, answer, now)
        return answer

    def _carry_out(self, shop: str, parts: list[str], asked: JsonObject, now: datetime) -> life.Record:
        """Do what a POST asks; the object it made or changed. Raises Refusal."""
        books, test = self._books, self._shops[shop].startswith("test_")
        match parts:
            case ["payments"]:
                check_payment(asked, self.currency, self.receipts, test=test)
                record = life.opened(asked, shop, now, self.pay_url, self.link_s, test=test)
                books.payments[record["object"]["id"]] = record
                return record
            case ["payments", payment_id, "capture"]:
                record = self._find("payments", shop, payment_id)
                life.must_be_held(record)
                life.capture(record, check_capture(asked, record["object"], self.receipts), now)
                record["receipt"] = asked.get("receipt") or record["receipt"]
                self._after_success(record)
                return record
            case ["payments", payment_id, "cancel"]:
                record = self._find("payments", shop, payment_id)
                life.cancel(record)
                self._tell("payment.canceled", record)
                return record
            case ["refunds"]:
                self._find("payments", shop, asked.get("payment_id"))
                refund = new_refund(books, shop, asked, now, self.receipts, self.refund_outcome)
                self._after_refund(refund)
                return refund
            case _:
                self._find("payments", shop, asked.get("payment_id"))
                return new_receipt(books, shop, asked, now, self.receipts, self.receipt_outcome, self.currency)

    def _replayed(self, before: Answer) -> Answer:
        if not self.replay_current:
            return before
        object_id = json.loads(before.body)["id"]
        for kind in ("payments", "refunds", "receipts"):
            if object_id in self._table(kind):
                return as_json(200, self._books.shown(self._table(kind)[object_id]))
        return before

    def _table(self, kind: str) -> dict[str, life.Record]:
        table: dict[str, life.Record] = getattr(self._books, kind)
        return table

    def _find(self, kind: str, shop: str, object_id: object) -> life.Record:
        record = self._table(kind).get(object_id) if isinstance(object_id, str) else None
        if record is None or record["shop"] != shop:
            raise not_found(f"{kind[:-1]}_id", kind[:-1].capitalize())
        return record

    def _me(self, shop: str) -> JsonObject:
        test = self._shops[shop].startswith("test_")
        return {
            "account_id": shop,
            "status": "enabled",
            "test": test,
            "fiscalization": {"enabled": self.receipts is not ReceiptMode.OFF},
            "payment_methods": sorted(METHODS_OF_TEST_SHOPS) if test else ["bank_card", "sbp", "yoo_money"],
        }

    def _after_success(self, record: life.Record) -> None:
        status = record["object"]["status"]
        if status == "succeeded" and record["receipt"] is not None:
            receipt_of_payment(self._books, record, self._now(), self.receipt_outcome)
        self._tell(_SUCCESSES[status], record)

    def _after_refund(self, refund: life.Record) -> None:
        if refund["object"]["status"] == "succeeded":
            self._tell("refund.succeeded", refund)

    def _tell(self, event: str, record: life.Record) -> None:
        self.notifications.event(event, self._books.shown(record))


def _credentials(authorization: str) -> tuple[str, str]:
    kind, _, token = authorization.partition(" ")
    try:
        pair = b64decode(token, validate=True).decode() if kind == "Basic" else ""
    except ValueError:
        pair = ""
    shop, _, secret_key = pair.partition(":")
    return shop, secret_key


def _parsed(body: bytes, *, empty_is_fine: bool) -> JsonObject:
    if not body.strip() and empty_is_fine:
        return {}
    try:
        asked = json.loads(body) if len(body) <= BODY_MAX_BYTES else None
        # Half of a surrogate pair is lawful in JSON's escapes and in no answer.
        json.dumps(asked, ensure_ascii=False).encode()
    except (ValueError, RecursionError):
        asked = None
    if not isinstance(asked, dict):
        raise Refusal(400, "invalid_request", "The body is not a JSON object")
    return asked
