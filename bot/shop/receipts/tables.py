"""How are receipts kept?"""

from datetime import datetime

from sqlalchemy import CheckConstraint, ForeignKey, Index, String, Text, UniqueConstraint, text
from sqlalchemy.orm import Mapped, mapped_column

from bot.storage.base import Base

_WATCHED = "next_check_at IS NOT NULL"


class ReceiptRow(Base):
    """One receipt: that of a payment, or the one after the hand-over of what was paid in advance."""

    __tablename__ = "receipt"
    __table_args__ = (
        CheckConstraint("kind IN ('payment','settlement')", name="kind"),
        CheckConstraint("state IN ('intent','unknown','pending','succeeded','canceled')", name="state"),
        UniqueConstraint("attempt_id", "kind"),
        Index("ix_receipt_due", "next_check_at", sqlite_where=text(_WATCHED), postgresql_where=text(_WATCHED)),
    )

    id: Mapped[int] = mapped_column(primary_key=True)
    order_id: Mapped[int] = mapped_column(ForeignKey("shop_order.id"), index=True)
    attempt_id: Mapped[int] = mapped_column(ForeignKey("payment_attempt.id"))
    payment_id: Mapped[str] = mapped_column(String(64))
    """The provider's id of the payment."""
    kind: Mapped[str] = mapped_column(String(12))
    key: Mapped[str] = mapped_column(String(64), unique=True)
    body: Mapped[str] = mapped_column(Text)
    """What it says, where it goes too; blanked when the order has long ended."""
    state: Mapped[str] = mapped_column(String(12))
    provider_id: Mapped[str | None] = mapped_column(String(64), unique=True)
    failure: Mapped[str | None] = mapped_column(String(60))
    checks: Mapped[int] = mapped_column(default=0)
    next_check_at: Mapped[datetime | None]
    created_at: Mapped[datetime]
    ended_at: Mapped[datetime | None]
