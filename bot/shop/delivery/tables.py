"""How are ways of delivery and the deliveries of orders kept?"""

from datetime import datetime
from typing import Any

from sqlalchemy import JSON, CheckConstraint, ForeignKey, Index, String, text
from sqlalchemy.orm import Mapped, mapped_column

from bot.storage.base import Base

_ON_THE_WAY = "state IN ('asked','quoted','sent')"


class DeliveryWay(Base):
    """A way of delivery as the seller offers it; one that is given up stays for the orders that chose it."""

    __tablename__ = "delivery_way"
    __table_args__ = (
        CheckConstraint("kind IN ('courier','post')", name="kind"),
        CheckConstraint("price_minor >= 0", name="price"),
        CheckConstraint("free_from_minor > 0", name="free_from"),
    )

    id: Mapped[int] = mapped_column(primary_key=True)
    kind: Mapped[str] = mapped_column(String(10))
    title: Mapped[str] = mapped_column(String(60))
    price_minor: Mapped[int | None]
    free_from_minor: Mapped[int | None]
    area: Mapped[str] = mapped_column(String(200), default="")
    days: Mapped[str] = mapped_column(String(60), default="")
    language: Mapped[str | None] = mapped_column(String(2))
    """The language of these words; those in others stand in `texts`."""
    texts: Mapped[dict[str, Any] | None] = mapped_column(JSON)
    on_receipt: Mapped[bool] = mapped_column(default=False)
    enabled: Mapped[bool] = mapped_column(default=True)
    given_up: Mapped[bool] = mapped_column(default=False)


class OrderDelivery(Base):
    """How one order travels: the address, what it costs as it was agreed, and how far it is."""

    __tablename__ = "order_delivery"
    __table_args__ = (
        CheckConstraint("state IN ('chosen','asked','quoted','agreed','sent','received')", name="state"),
        CheckConstraint("price_minor >= 0", name="price"),
        Index(
            "ix_order_delivery_open",
            "state",
            sqlite_where=text(_ON_THE_WAY),
            postgresql_where=text(_ON_THE_WAY),
        ),
    )

    order_id: Mapped[int] = mapped_column(ForeignKey("shop_order.id"), primary_key=True)
    way_id: Mapped[int] = mapped_column(ForeignKey("delivery_way.id"))
    kind: Mapped[str] = mapped_column(String(10))
    title: Mapped[str] = mapped_column(String(60))
    price_minor: Mapped[int | None]
    days: Mapped[str] = mapped_column(String(60), default="")
    texts: Mapped[dict[str, Any] | None] = mapped_column(JSON)
    on_receipt: Mapped[bool] = mapped_column(default=False)
    address: Mapped[str] = mapped_column(String(300), default="")
    state: Mapped[str] = mapped_column(String(10), default="chosen")
    version: Mapped[int] = mapped_column(default=0)
    track: Mapped[str] = mapped_column(String(200), default="")
    asked_at: Mapped[datetime | None]
    quoted_at: Mapped[datetime | None]
    sent_at: Mapped[datetime | None]
    received_at: Mapped[datetime | None]
