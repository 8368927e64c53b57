"""How is a cart kept?"""

from datetime import datetime

from sqlalchemy import CheckConstraint, ForeignKey
from sqlalchemy.orm import Mapped, mapped_column

from bot.storage.base import Base


class CartLine(Base):
    """A work somebody wants; holds nothing."""

    __tablename__ = "cart_line"
    __table_args__ = (CheckConstraint("quantity > 0", name="quantity"),)

    customer_id: Mapped[int] = mapped_column(ForeignKey("customer.id"), primary_key=True)
    variant_id: Mapped[int] = mapped_column(ForeignKey("variant.id"), primary_key=True)
    quantity: Mapped[int]
    price_seen_minor: Mapped[int]
    added_at: Mapped[datetime]
