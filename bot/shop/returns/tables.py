"""How are requests to give an order back kept?"""

from datetime import datetime

from sqlalchemy import CheckConstraint, ForeignKey, Index, String, Text, text
from sqlalchemy.orm import Mapped, mapped_column

from bot.storage.base import Base

_OPEN = "state IN ('asked','accepted')"


class ReturnRequest(Base):
    """One request; an order has at most one. The reason and the photos are words of the order's conversation."""

    __tablename__ = "return_request"
    __table_args__ = (
        CheckConstraint("state IN ('asked','accepted','declined','done')", name="state"),
        Index("ix_return_request_open", "asked_at", sqlite_where=text(_OPEN), postgresql_where=text(_OPEN)),
    )

    id: Mapped[int] = mapped_column(primary_key=True)
    order_id: Mapped[int] = mapped_column(ForeignKey("shop_order.id"), unique=True)
    customer_id: Mapped[int] = mapped_column(ForeignKey("customer.id"), index=True)
    conversation_id: Mapped[int] = mapped_column(ForeignKey("conversation.id"))
    state: Mapped[str] = mapped_column(String(10), default="asked")
    words: Mapped[str] = mapped_column(Text, default="")
    restocked: Mapped[bool | None]
    asked_at: Mapped[datetime]
    decided_at: Mapped[datetime | None]
    closed_at: Mapped[datetime | None]


class ReturnEvent(Base):
    """One move: who, when."""

    __tablename__ = "return_event"

    id: Mapped[int] = mapped_column(primary_key=True)
    return_id: Mapped[int] = mapped_column(ForeignKey("return_request.id"), index=True)
    to_state: Mapped[str] = mapped_column(String(10))
    actor: Mapped[int | None]
    at: Mapped[datetime]
