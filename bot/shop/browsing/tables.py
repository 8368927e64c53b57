"""How is it kept where each work stands?"""

from datetime import datetime

from sqlalchemy import ForeignKey, Index, SmallInteger
from sqlalchemy.orm import Mapped, mapped_column

from bot.storage.base import Base


class ShelfEntry(Base):
    """A listed work on a shelf, in all orders that one may ask for.

    The database keeps these rows true by itself, at every change of a work, its price, its pieces or a category: they
    are what its view `shelf_truth` says.
    """

    __tablename__ = "shelf_entry"
    __table_args__ = (
        Index("ix_shelf_entry_new", "shelf", "gone", "listed_at", "product_id"),
        Index("ix_shelf_entry_price", "shelf", "gone", "price_minor", "product_id"),
        Index("ix_shelf_entry_band", "shelf", "band", "gone", "listed_at", "product_id"),
        {"sqlite_with_rowid": False, "info": {"filled_by_triggers": True}},
    )

    product_id: Mapped[int] = mapped_column(ForeignKey("product.id", ondelete="CASCADE"), primary_key=True)
    shelf: Mapped[int] = mapped_column(primary_key=True, autoincrement=False)
    """A category; 0: everything; -1: what only one or two pieces are left of."""
    gone: Mapped[int] = mapped_column(SmallInteger)
    """1 once every piece has found its owner: such works stand at the end. What is only held may come back."""
    price_minor: Mapped[int]
    band: Mapped[int] = mapped_column(SmallInteger)
    listed_at: Mapped[datetime]


class ShelfAbove(Base):
    """A category stands on itself and on everything above it. Kept by the database too."""

    __tablename__ = "shelf_above"
    __table_args__ = ({"sqlite_with_rowid": False, "info": {"filled_by_triggers": True}},)

    category_id: Mapped[int] = mapped_column(ForeignKey("category.id"), primary_key=True, autoincrement=False)
    shelf: Mapped[int] = mapped_column(primary_key=True, autoincrement=False)
