"""Which words does the pretend YooKassa speak? Answers, refusals, money and moments on the wire."""

import json
import re
import uuid
from datetime import UTC, datetime
from typing import Any, NamedTuple

JsonObject = dict[str, Any]

_AMOUNT = re.compile(r"(0|[1-9]\d{0,9})\.(\d{2})", re.ASCII)


class Answer(NamedTuple):
    """What goes back. A header `x-pretend-wire` (hang, reset, cut) asks the caller to spoil the wire itself."""

    status: int
    headers: dict[str, str]
    body: bytes


class Refusal(Exception):
    """A documented error of the API: status, code, English description, the parameter at fault."""

    def __init__(self, status: int, code: str, description: str, parameter: str | None = None) -> None:
        super().__init__(f"{status} {code}: {description} ({parameter})")
        self.status, self.code, self.description, self.parameter = status, code, description, parameter

    def answer(self) -> Answer:
        body = {"type": "error", "id": str(uuid.uuid4()), "code": self.code, "description": self.description}
        if self.parameter is not None:
            body["parameter"] = self.parameter
        return as_json(self.status, body)


def invalid(parameter: str, description: str) -> Refusal:
    """400: certainly not done."""
    return Refusal(400, "invalid_request", description, parameter)


def not_found(parameter: str, what: str) -> Refusal:
    """404: unknown, or another shop's."""
    return Refusal(404, "not_found", f"{what} doesn't exist or access denied. Specify the {what} ID", parameter)


def as_json(status: int, body: JsonObject) -> Answer:
    return Answer(status, {"content-type": "application/json"}, json.dumps(body, ensure_ascii=False).encode())


def one_of(names: str) -> frozenset[str]:
    """The names between spaces, as a set to look values up in."""
    return frozenset(names.split())


def known(value: object, names: frozenset[str]) -> bool:
    """Is this one of the names? Anything may come: lists and dicts cannot be looked up in a set."""
    return isinstance(value, str) and value in names


def copied(value: JsonObject) -> JsonObject:
    """A deep copy of plain data."""
    copy: JsonObject = json.loads(json.dumps(value))
    return copy


def money_text(minor: int) -> str:
    """Minor units as "12.50"."""
    return f"{minor // 100}.{minor % 100:02d}"


def money(minor: int, currency: str) -> JsonObject:
    return {"value": money_text(minor), "currency": currency}


def minor_of(amount: JsonObject) -> int:
    """Minor units of an amount that has been checked."""
    return int(str(amount["value"]).replace(".", ""))


def checked_amount(amount: object, parameter: str, currency: str) -> int:
    """Minor units of {"value": "12.50", "currency": …}: a string, a dot, two decimals. Raises Refusal."""
    if not isinstance(amount, dict) or set(amount) != {"value", "currency"}:
        raise invalid(parameter, "An amount has a value and a currency")
    value = amount["value"]
    digits = _AMOUNT.fullmatch(value) if isinstance(value, str) else None
    if digits is None:
        raise invalid(f"{parameter}.value", "Incorrect amount format: a string with two decimals")
    if amount["currency"] != currency:
        raise invalid(f"{parameter}.currency", f"The currency of this shop is {currency}")
    return int(digits[1] + digits[2])


def moment_text(moment: datetime) -> str:
    """UTC with milliseconds, as in `2018-07-18T10:51:18.139Z`."""
    return moment.astimezone(UTC).isoformat(timespec="milliseconds").replace("+00:00", "Z")


def moment_of(text: str) -> datetime:
    """An aware UTC moment; a text without a zone counts as UTC. Raises ValueError, OverflowError."""
    moment = datetime.fromisoformat(text)
    return moment.replace(tzinfo=UTC) if moment.tzinfo is None else moment.astimezone(UTC)
