"""How is it kept what a sale costs?"""

from sqlalchemy import CheckConstraint, String
from sqlalchemy.orm import Mapped, mapped_column

from bot.storage.base import Base


class SaleFee(Base):
    """What a bank takes of a payment, or a channel of a sale; no row: nothing."""

    __tablename__ = "sale_fee"
    __table_args__ = (
        CheckConstraint("kind IN ('way','channel')", name="kind"),
        CheckConstraint("hundredths BETWEEN 1 AND 10000", name="hundredths"),
    )

    kind: Mapped[str] = mapped_column(String(7), primary_key=True)
    name: Mapped[str] = mapped_column(String(40), primary_key=True)
    """A way of payment, as money entries call it, or the code of a channel."""
    hundredths: Mapped[int]
    """Of a percent: 350 are 3.5 %."""
