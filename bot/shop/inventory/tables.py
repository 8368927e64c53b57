"""From how many pieces on is a work about to run out?"""

from datetime import datetime

from sqlalchemy import CheckConstraint, ForeignKey
from sqlalchemy.orm import Mapped, mapped_column

from bot.storage.base import Base


class LowStock(Base):
    """So many or fewer that can be bought: the seller is told once, and again only after there were more."""

    __tablename__ = "low_stock"
    __table_args__ = (CheckConstraint("low_at >= 0", name="low_at"),)

    variant_id: Mapped[int] = mapped_column(ForeignKey("variant.id"), primary_key=True)
    low_at: Mapped[int]
    told_at: Mapped[datetime | None]
