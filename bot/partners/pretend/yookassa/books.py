"""What does the pretend YooKassa remember? Payments, refunds, receipts and idempotence keys, as plain data."""

import json
from dataclasses import dataclass, field, fields
from datetime import datetime, timedelta

from bot.partners.pretend.yookassa.life import Record
from bot.partners.pretend.yookassa.words import Answer, JsonObject, copied, invalid, minor_of, moment_of, moment_text

KEY_KEPT_S = 24 * 3600.0
"""An idempotence key is kept for 24 h from its first request (YooKassa API v3, "Idempotence")."""


@dataclass(slots=True)
class Books:
    """Everything that survives a restart, in the order it was made."""

    payments: dict[str, Record] = field(default_factory=dict)
    refunds: dict[str, Record] = field(default_factory=dict)
    receipts: dict[str, Record] = field(default_factory=dict)
    keys: dict[str, JsonObject] = field(default_factory=dict)
    patches: dict[str, JsonObject] = field(default_factory=dict)

    def dump(self) -> JsonObject:
        return copied({part.name: getattr(self, part.name) for part in fields(self)})

    @classmethod
    def load(cls, state: JsonObject) -> "Books":
        return cls(**{part.name: copied(state.get(part.name, {})) for part in fields(cls)})

    def refundable_minor(self, payment_id: str) -> int:
        """What is left of a payment to give back; refunds under way count as given."""
        taken = sum(
            minor_of(row["object"]["amount"])
            for row in self.refunds.values()
            if row["object"]["payment_id"] == payment_id and row["object"]["status"] != "canceled"
        )
        return minor_of(self.payments[payment_id]["object"]["amount"]) - taken

    def shown(self, record: Record) -> JsonObject:
        """The object as the API shows it, with what a test has patched."""
        return copied(record["object"] | self.patches.get(record["object"]["id"], {}))

    def answered_before(self, shop: str, key: str, call: str, body: JsonObject, now: datetime) -> Answer | None:
        """The answer this key has had within 24 h. Raises Refusal when it belonged to another request."""
        kept = self.keys.get(f"{shop} {key}")
        if kept is None or now >= moment_of(kept["until"]):
            return None
        if kept["call"] != call or kept["body"] != _canonical(body):
            raise invalid("Idempotence-Key", "Idempotence key duplicated")
        return Answer(kept["status"], dict(kept["headers"]), kept["answer"].encode())

    def remember(self, shop: str, key: str, call: str, body: JsonObject, answer: Answer, now: datetime) -> None:
        """Keep the answer for whoever repeats this request. Forgets what is older than 24 h."""
        self.keys = {name: kept for name, kept in self.keys.items() if now < moment_of(kept["until"])}
        self.keys[f"{shop} {key}"] = {
            "call": call,
            "body": _canonical(body),
            "status": answer.status,
            "headers": answer.headers,
            "answer": answer.body.decode(),
            "until": moment_text(now + timedelta(seconds=KEY_KEPT_S)),
        }


def _canonical(body: JsonObject) -> str:
    return json.dumps(body, sort_keys=True, ensure_ascii=False)
