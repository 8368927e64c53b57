"""What is kept about people, who may see it, and what goes when they ask? One line for each table; the only place.

A table that refers to a person and has no line here fails tests/shop/privacy: whoever adds one says in its line how its
rows are found, what of them is shown to the person, and what of them is erased.
"""

from collections.abc import Callable, Mapping
from dataclasses import dataclass, field
from typing import Any, Final

from sqlalchemy import ColumnElement, Table, or_, select

from bot.storage.base import Base


@dataclass(frozen=True, slots=True)
class Subject:
    """The person: our id, and the messenger's."""

    customer: int
    platform_id: int


Whose = Callable[[Table, Subject], ColumnElement[bool]]


@dataclass(frozen=True, slots=True)
class Kept:
    """What one table knows of a person.

    `shown`: columns of the export, `column` or `column:label`. `gone`: the rows are deleted. `blank`: otherwise what
    is put in place of what names the person (a callable gets the table). `stays`: columns that say nothing any more
    once the customer row has no name: ids of whoever acted, states, reasons that the shop itself wrote.
    """

    table: str
    whose: Whose
    shown: tuple[str, ...] = ()
    gone: bool = False
    blank: Mapping[str, Any] = field(default_factory=dict)
    stays: tuple[str, ...] = ()

    @property
    def columns(self) -> dict[str, str]:
        """Column → label in the export."""
        pairs = (each.partition(":") for each in self.shown)
        return {column: label or column for column, _, label in pairs}


def mine(*columns: str) -> Whose:
    """Rows that name the customer in one of these columns."""
    return lambda table, who: or_(*(table.c[column] == who.customer for column in columns))


def through(column: str, parent: str, whose: Whose) -> Whose:
    """Rows of a parent row that is the person's: lines of an order, messages of a conversation."""

    def condition(table: Table, who: Subject) -> ColumnElement[bool]:
        above = Base.metadata.tables[parent]
        return table.c[column].in_(select(above.c.id).where(whose(above, who)))

    return condition


of_order: Final = through("order_id", "shop_order", mine("customer_id"))
"""Rows that belong to one of the person's orders."""


def _dialog(table: Table, who: Subject) -> ColumnElement[bool]:
    condition: ColumnElement[bool] = table.c.key.like(f"%:{who.platform_id}:%")
    return condition


def _queue(table: Table, who: Subject) -> ColumnElement[bool]:
    condition: ColumnElement[bool] = table.c.queue == f"customer:{who.customer}"
    return condition


KEPT: Final[tuple[Kept, ...]] = (
    Kept("stored_dialog", _dialog, shown=("data:typed", "changed_at"), gone=True),
    Kept("cart_line", mine("customer_id"), shown=("variant_id:work", "quantity", "added_at"), gone=True),
    Kept("consent", mine("customer_id"), shown=("kind", "granted", "version", "text_key", "at"), gone=True),
    Kept(
        "recommendation",
        mine("customer_id"),
        shown=("code",),
        gone=True,
        stays=("first_recommender_id", "last_recommender_id"),
    ),
    Kept(
        "saved_choice",
        mine("customer_id"),
        shown=("location_id:place", "pay_way", "phone", "changed_at"),
        gone=True,
    ),
    Kept("favourite", mine("customer_id"), shown=("variant_id:work", "added_at"), gone=True),
    Kept("waiting_turn", mine("customer_id"), shown=("variant_id:work", "state", "asked_at:created_at"), gone=True),
    Kept("price_told", mine("customer_id"), shown=("at",), gone=True),
    Kept("price_request", mine("customer_id"), shown=("wanted:granted", "at"), stays=("customer_id", "text_version")),
    Kept(
        "conversation_message",
        through("conversation_id", "conversation", mine("customer_id")),
        shown=("body:words", "at"),
        blank={"body": "", "file_id": None, "file_name": ""},
        stays=("author_id", "message_id"),
    ),
    Kept(
        "conversation",
        mine("customer_id"),
        shown=("title:work", "created_at"),
        stays=("customer_id", "order_id", "settled_by"),
    ),
    Kept(
        "return_event",
        through("return_id", "return_request", mine("customer_id")),
        shown=("to_state:state", "at"),
        stays=("actor",),
    ),
    Kept(
        "return_request",
        mine("customer_id"),
        shown=("order_id:order", "state", "words", "asked_at:created_at"),
        blank={"words": ""},
        stays=("customer_id",),
    ),
    Kept(
        "shop_order",
        mine("customer_id"),
        shown=(
            "id:order",
            "state",
            "total_minor",
            "currency",
            "pay_way",
            "location_id:place",
            "contact_phone:phone",
            "note:words",
            "source:last_source",
            "slot_at",
            "created_at",
            "placed_at",
            "ready_at",
            "ended_at",
        ),
        blank={"contact_phone": None, "note": "", "chat_message_id": None, "source": None},
        stays=("customer_id",),
    ),
    Kept("order_line", of_order, shown=("order_id:order", "title:work", "sku", "quantity", "price_minor")),
    Kept(
        "order_delivery",
        of_order,
        shown=("order_id:order", "title:delivery", "address", "track", "sent_at", "received_at"),
        blank={"address": "", "track": ""},
    ),
    Kept("order_event", of_order, shown=("order_id:order", "to_state:state", "at"), stays=("actor",)),
    Kept("money_entry", of_order, shown=("order_id:order", "amount_minor", "currency", "way", "at"), stays=("actor",)),
    Kept(
        "payment_attempt",
        of_order,
        shown=("order_id:order", "amount_minor", "currency", "state", "created_at"),
        stays=("body", "reason"),  # the body is blanked a day after the attempt has ended: `Privacy.forget`
    ),
    Kept(
        "receipt",
        of_order,
        shown=("order_id:order", "kind", "state", "created_at"),
        blank={"body": ""},
        stays=("failure",),
    ),
    Kept(
        "refund_attempt",
        of_order,
        shown=("order_id:order", "amount_minor", "currency", "state", "created_at"),
        stays=("body", "reason"),
    ),
    Kept(
        "reservation",
        mine("customer_id"),
        shown=("variant_id:work", "quantity", "created_at"),
        stays=("customer_id", "order_id"),
    ),
    Kept(
        "stock_movement",
        mine("actor"),
        shown=("variant_id:work", "kind", "reason", "occurred_at"),
        stays=("actor", "order_id", "reason"),
    ),
    Kept("product", mine("author_id"), shown=("id:work", "created_at"), stays=("author_id",)),
    Kept("import_file", mine("actor"), shown=("name:kind", "received_at:created_at"), stays=("name", "actor")),
    Kept("till_sale", mine("actor"), shown=("variant_id:work", "quantity", "sold_at:created_at"), stays=("actor",)),
    Kept(
        "staff_invitation",
        mine("made_by", "used_by"),
        shown=("role:kind", "made_at:created_at"),
        stays=("made_by", "used_by"),
    ),
    # what somebody did in the shop is the shop's own book; the name goes with the customer row
    Kept(
        "journal_entry",
        mine("actor_id"),
        shown=("what:kind", "at"),
        stays=("actor_id", "subject", "before", "after", "about"),
    ),
    Kept("policy", mine("changed_by"), shown=("name:kind", "changed_at"), stays=("name", "changed_by")),
    # what was owed to the person is owed no more; the key stays, so that nothing is owed twice
    Kept("outbox", _queue, blank={"payload": {}, "open": False, "leased_until": None, "error": None}),
    # last: the lines above find their rows by this one
    Kept(
        "customer",
        mine("id"),
        shown=(
            "name",
            "username",
            "platform_id:account",
            "phone",
            "email",
            "language",
            "first_source",
            "last_source",
            "blocked_at",
            "created_at",
        ),
        blank={
            "name": "",
            "username": None,
            "phone": None,
            "email": None,
            "first_source": None,
            "last_source": None,
            "language_chosen": False,
            "looks": None,
            "role": None,
            # the messenger's id names a person too; ours, which nobody else knows, takes its place
            "platform": "erased",
            "platform_id": lambda table: table.c.id,
        },
    ),
)

ABOUT_NOBODY: Final[Mapping[str, str]] = {
    "stored_update": "raw updates: the body is blanked when the update has been handled",
    "payment_notice": "the provider's id of a payment and the kind of news, nothing of the buyer",
    "location": "addresses of the shop's own places",
    "channel_sale": "what another channel sold: SKU, price and that channel's number, no buyer",
    "stock_conflict": "a work and the number another channel gave its order",
    "showcase_post": "posts of works in the shop's own Telegram channel",
    "category_text": "titles of shelves",
    "sale_fee": "what a way of payment or a channel takes of a sale, in percent",
    "channel": "a place where the shop sells, and what its key may read",
    "channel_delivery": "news for another channel: SKU, numbers, and the number and state of an order, no buyer",
    "channel_answer": "what another channel's request was answered: SKU and numbers",
    "conversation_copy": "which message of a chat is which part of a conversation; the words stand elsewhere",
    "saved_search": "what was looked for, by nobody in particular",
    "search_entry": "the words of a work",
    "product_text": "what the shop says of a work",
}
"""Tables that look as if they named somebody, and why they do not."""
