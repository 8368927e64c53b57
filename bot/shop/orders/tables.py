"""How are orders kept?"""

from datetime import datetime

from sqlalchemy import CheckConstraint, ForeignKey, Index, String, false, text
from sqlalchemy.orm import Mapped, mapped_column

from bot.storage.base import Base


class Order(Base):
    """What one buyer wants, from the first hold to the hand-over. Its number is its id (see rules.number)."""

    __tablename__ = "shop_order"
    __table_args__ = (
        CheckConstraint(
            "state IN ('draft','awaiting_payment','accepted','in_work','ready','handed_over','cancelled','expired')",
            name="state",
        ),
        CheckConstraint("total_minor >= 0", name="total"),
        # one open checkout a person: a second tap finds the first
        Index(
            "uq_order_draft",
            "customer_id",
            unique=True,
            sqlite_where=text("state = 'draft'"),
            postgresql_where=text("state = 'draft'"),
        ),
        Index(
            "uq_order_code",
            "code",
            unique=True,
            sqlite_where=text("state IN ('accepted','in_work','ready')"),
            postgresql_where=text("state IN ('accepted','in_work','ready')"),
        ),
        Index("ix_order_state", "state", "id"),
        Index("ix_order_customer", "customer_id", "id"),
        Index(
            "ix_order_held",
            "held_until",
            sqlite_where=text("state IN ('draft','awaiting_payment')"),
            postgresql_where=text("state IN ('draft','awaiting_payment')"),
        ),
    )

    id: Mapped[int] = mapped_column(primary_key=True)
    customer_id: Mapped[int] = mapped_column(ForeignKey("customer.id"))
    state: Mapped[str] = mapped_column(String(20), default="draft")
    from_cart: Mapped[bool] = mapped_column(default=False)
    pay_way: Mapped[str | None] = mapped_column(String(12))
    currency: Mapped[str] = mapped_column(String(3))
    total_minor: Mapped[int]
    location_id: Mapped[int | None] = mapped_column(ForeignKey("location.id"))
    slot_at: Mapped[datetime | None]
    contact_phone: Mapped[str | None] = mapped_column(String(20))
    wrap_minor: Mapped[int | None]
    """What gift wrapping costs, a line of its own within the total; none: not wrapped."""
    note: Mapped[str] = mapped_column(String(300), default="", server_default="")
    """A few words to the artist."""
    remember: Mapped[bool] = mapped_column(default=False, server_default=false())
    """The buyer wants to be asked less next time: what is chosen here is kept."""
    usual_way: Mapped[str | None] = mapped_column(String(12))
    """How he paid last time: offered first."""
    token: Mapped[str] = mapped_column(String(32), unique=True)
    hand_token: Mapped[str] = mapped_column(String(32), unique=True)
    code: Mapped[str] = mapped_column(String(6))
    held_until: Mapped[datetime | None]
    hold_limit: Mapped[datetime | None]
    keep_until: Mapped[datetime | None]
    chat_message_id: Mapped[int | None]
    """The message in the buyer's chat that shows this order."""
    shown_at: Mapped[datetime | None]
    """As of when that message says how it stands."""
    moved_at: Mapped[datetime | None]
    """When something changed that the message has to show."""
    source: Mapped[str | None] = mapped_column(String(64))
    """The link that had brought the buyer here last."""
    own: Mapped[bool] = mapped_column(default=False, server_default=false())
    """Somebody who works here ordered it, to see how it goes: no part of any figures."""
    created_at: Mapped[datetime]
    placed_at: Mapped[datetime | None]
    ready_at: Mapped[datetime | None]
    ended_at: Mapped[datetime | None]


class OrderLine(Base):
    """Title, SKU, price and quantity as they were agreed."""

    __tablename__ = "order_line"
    __table_args__ = (CheckConstraint("quantity > 0", name="quantity"),)

    order_id: Mapped[int] = mapped_column(ForeignKey("shop_order.id"), primary_key=True)
    variant_id: Mapped[int] = mapped_column(ForeignKey("variant.id"), primary_key=True)
    product_id: Mapped[int] = mapped_column(ForeignKey("product.id"))
    sku: Mapped[str] = mapped_column(String(64))
    title: Mapped[str] = mapped_column(String(200))
    price_minor: Mapped[int]
    quantity: Mapped[int]


class OrderEvent(Base):
    """One move: who, when, why."""

    __tablename__ = "order_event"
    __table_args__ = (
        Index("ix_order_event_feed", "feed", "id"),
        Index(
            "ix_order_event_accepted",
            "at",
            sqlite_where=text("to_state = 'accepted'"),
            postgresql_where=text("to_state = 'accepted'"),
        ),
    )

    id: Mapped[int] = mapped_column(primary_key=True)
    order_id: Mapped[int] = mapped_column(ForeignKey("shop_order.id"), index=True)
    from_state: Mapped[str | None] = mapped_column(String(20))
    to_state: Mapped[str] = mapped_column(String(20))
    actor: Mapped[int | None]
    why: Mapped[str] = mapped_column(String(60))
    at: Mapped[datetime]
    feed: Mapped[int] = mapped_column(default=0, server_default="0")
    """On PostgreSQL the id of the transaction, set by the database itself; on SQLite the id alone gives the order."""


class MoneyEntry(Base):
    """Money that came or went for one order. Append-only; a signed amount: refunds are negative."""

    __tablename__ = "money_entry"
    __table_args__ = (CheckConstraint("amount_minor <> 0", name="amount"), Index("ix_money_entry_at", "at"))

    id: Mapped[int] = mapped_column(primary_key=True)
    cause: Mapped[str] = mapped_column(String(80), unique=True)
    order_id: Mapped[int] = mapped_column(ForeignKey("shop_order.id"), index=True)
    attempt_id: Mapped[int | None] = mapped_column(ForeignKey("payment_attempt.id"))
    way: Mapped[str] = mapped_column(String(12))
    """yookassa, telegram, cash, transfer or card."""
    amount_minor: Mapped[int]
    currency: Mapped[str] = mapped_column(String(3))
    actor: Mapped[int | None]
    at: Mapped[datetime]
