"""How are payments, refunds and the money itself kept?"""

from datetime import datetime

from sqlalchemy import CheckConstraint, ForeignKey, Index, String, Text, text
from sqlalchemy.orm import Mapped, mapped_column

from bot.storage.base import Base

_WATCHED = "next_check_at IS NOT NULL"
_DOUBTED = "state = 'mismatch'"
_ON_ITS_WAY = "state IN ('intent','unknown','pending')"


class PaymentAttempt(Base):
    """One try to pay an order: key and body are committed before the provider hears of it."""

    __tablename__ = "payment_attempt"
    __table_args__ = (
        CheckConstraint(
            "state IN ('intent','unknown','pending','held','succeeded','canceled','mismatch')", name="state"
        ),
        CheckConstraint("refunding_minor >= 0 AND refunding_minor <= amount_minor", name="refunding"),
        Index("ix_attempt_due", "next_check_at", sqlite_where=text(_WATCHED), postgresql_where=text(_WATCHED)),
        Index("ix_attempt_doubted", "id", sqlite_where=text(_DOUBTED), postgresql_where=text(_DOUBTED)),
    )

    id: Mapped[int] = mapped_column(primary_key=True)
    order_id: Mapped[int] = mapped_column(ForeignKey("shop_order.id"), index=True)
    provider: Mapped[str] = mapped_column(String(12), default="yookassa", server_default="yookassa")
    """Who takes the money: yookassa, or telegram for its invoices."""
    key: Mapped[str] = mapped_column(String(64), unique=True)
    body: Mapped[str] = mapped_column(Text)
    amount_minor: Mapped[int]
    currency: Mapped[str] = mapped_column(String(3))
    live: Mapped[bool]
    state: Mapped[str] = mapped_column(String(12), default="intent")
    provider_id: Mapped[str | None] = mapped_column(String(64), unique=True)
    cabinet_id: Mapped[str | None] = mapped_column(String(128))
    """Under which number the seller finds an invoice's payment in the provider's cabinet."""
    confirmation_url: Mapped[str | None] = mapped_column(Text)
    reason: Mapped[str | None] = mapped_column(String(60))
    refunding_minor: Mapped[int] = mapped_column(default=0)
    """What has been promised back; never more than was captured."""
    checks: Mapped[int] = mapped_column(default=0)
    next_check_at: Mapped[datetime | None]
    created_at: Mapped[datetime]
    ended_at: Mapped[datetime | None]


class RefundAttempt(Base):
    """One try to give money back."""

    __tablename__ = "refund_attempt"
    __table_args__ = (
        CheckConstraint("state IN ('intent','unknown','pending','succeeded','canceled')", name="state"),
        CheckConstraint("amount_minor > 0", name="amount"),
        Index("ix_refund_open", "id", sqlite_where=text(_ON_ITS_WAY), postgresql_where=text(_ON_ITS_WAY)),
    )

    id: Mapped[int] = mapped_column(primary_key=True)
    attempt_id: Mapped[int] = mapped_column(ForeignKey("payment_attempt.id"), index=True)
    order_id: Mapped[int] = mapped_column(ForeignKey("shop_order.id"), index=True)
    cause: Mapped[str] = mapped_column(String(80), unique=True)
    key: Mapped[str] = mapped_column(String(64), unique=True)
    body: Mapped[str] = mapped_column(Text)
    amount_minor: Mapped[int]
    currency: Mapped[str] = mapped_column(String(3))
    state: Mapped[str] = mapped_column(String(12), default="intent")
    provider_id: Mapped[str | None] = mapped_column(String(64), unique=True)
    reason: Mapped[str] = mapped_column(String(40))
    failure: Mapped[str | None] = mapped_column(String(60))
    checks: Mapped[int] = mapped_column(default=0)
    next_check_at: Mapped[datetime | None]
    created_at: Mapped[datetime]
    ended_at: Mapped[datetime | None]


class PaymentNotice(Base):
    """A hint from the provider to go and look: only the id is believed."""

    __tablename__ = "payment_notice"

    id: Mapped[int] = mapped_column(primary_key=True)
    provider_id: Mapped[str] = mapped_column(String(64), index=True)
    event: Mapped[str] = mapped_column(String(60))
    received_at: Mapped[datetime]
