"""How are people kept?"""

from datetime import datetime

from sqlalchemy import ForeignKey, Index, String, UniqueConstraint, text
from sqlalchemy.orm import Mapped, mapped_column

from bot.storage.base import Base


class Customer(Base):
    """A person on one messenger: buyer or seller."""

    __tablename__ = "customer"
    __table_args__ = (
        UniqueConstraint("platform", "platform_id"),
        Index(
            "ix_customer_role",
            "role",
            sqlite_where=text("role IS NOT NULL"),
            postgresql_where=text("role IS NOT NULL"),
        ),
    )

    id: Mapped[int] = mapped_column(primary_key=True)
    platform: Mapped[str] = mapped_column(String(16), default="telegram")
    platform_id: Mapped[int]
    name: Mapped[str] = mapped_column(String(200))
    username: Mapped[str | None] = mapped_column(String(64))
    language: Mapped[str] = mapped_column(String(2))
    language_chosen: Mapped[bool] = mapped_column(default=False)
    phone: Mapped[str | None] = mapped_column(String(20))
    email: Mapped[str | None] = mapped_column(String(254))
    """Where receipts go."""
    blocked_at: Mapped[datetime | None]
    first_source: Mapped[str | None] = mapped_column(String(64))
    last_source: Mapped[str | None] = mapped_column(String(64))
    looks: Mapped[str | None] = mapped_column(String(12))
    """How the person likes to look through shelves, as `bot.shop.browsing` writes it."""
    role: Mapped[str | None] = mapped_column(String(12))
    """What somebody works here as: a StaffRole."""
    created_at: Mapped[datetime]


class Recommendation(Base):
    """Whose links brought a person here first and last, and the code of the person's own link."""

    __tablename__ = "recommendation"

    customer_id: Mapped[int] = mapped_column(ForeignKey("customer.id"), primary_key=True)
    code: Mapped[str | None] = mapped_column(String(32), unique=True)
    first_recommender_id: Mapped[int | None] = mapped_column(ForeignKey("customer.id"))
    last_recommender_id: Mapped[int | None] = mapped_column(ForeignKey("customer.id"))


class Consent(Base):
    """What somebody agreed to, or no longer does: the newest row of a kind counts. Never changed."""

    __tablename__ = "consent"
    __table_args__ = (Index("ix_consent_customer", "customer_id", "kind", "id"),)

    id: Mapped[int] = mapped_column(primary_key=True)
    customer_id: Mapped[int] = mapped_column(ForeignKey("customer.id"))
    kind: Mapped[str] = mapped_column(String(20))
    granted: Mapped[bool]
    version: Mapped[int]
    """Of the text that was shown."""
    text_key: Mapped[str] = mapped_column(String(60))
    update_id: Mapped[int | None]
    """By which update of the messenger it came."""
    at: Mapped[datetime]


class SavedChoice(Base):
    """What a person chose last time; there only because they asked for it to be kept."""

    __tablename__ = "saved_choice"

    customer_id: Mapped[int] = mapped_column(ForeignKey("customer.id"), primary_key=True)
    location_id: Mapped[int | None] = mapped_column(ForeignKey("location.id"))
    pay_way: Mapped[str | None] = mapped_column(String(12))
    phone: Mapped[str | None] = mapped_column(String(20))
    changed_at: Mapped[datetime]
