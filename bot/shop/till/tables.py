"""How are sales over the counter kept?"""

from datetime import datetime

from sqlalchemy import CheckConstraint, ForeignKey, Index, String
from sqlalchemy.orm import Mapped, mapped_column

from bot.storage.base import Base


class TillSaleRow(Base):
    """One sale over the counter. Pieces are moved by movements whose cause names it."""

    __tablename__ = "till_sale"
    __table_args__ = (
        CheckConstraint("state IN ('priced','sold','undone')", name="state"),
        CheckConstraint("quantity > 0 AND price_minor >= 0 AND full_minor >= 0", name="numbers"),
        Index("ix_till_sale_day", "location_id", "sold_at"),
    )

    id: Mapped[int] = mapped_column(primary_key=True)
    cause: Mapped[str] = mapped_column(String(80), unique=True)
    location_id: Mapped[int] = mapped_column(ForeignKey("location.id"))
    variant_id: Mapped[int] = mapped_column(ForeignKey("variant.id"))
    quantity: Mapped[int]
    price_minor: Mapped[int]
    full_minor: Mapped[int]
    way: Mapped[str | None] = mapped_column(String(12))
    state: Mapped[str] = mapped_column(String(10))
    actor: Mapped[int | None]
    created_at: Mapped[datetime]
    sold_at: Mapped[datetime | None]
    undone_at: Mapped[datetime | None]
