"""How are works, their texts, pictures and categories kept?"""

from datetime import datetime

from sqlalchemy import (
    CheckConstraint,
    ForeignKey,
    Index,
    LargeBinary,
    SmallInteger,
    String,
    Text,
    UniqueConstraint,
    false,
)
from sqlalchemy import text as sql
from sqlalchemy.orm import Mapped, mapped_column

from bot.storage.base import Base


class Category(Base):
    """A shelf; shelves stand in shelves."""

    __tablename__ = "category"

    id: Mapped[int] = mapped_column(primary_key=True)
    parent_id: Mapped[int | None] = mapped_column(ForeignKey("category.id"))
    position: Mapped[int] = mapped_column(default=0)
    hidden: Mapped[bool] = mapped_column(default=False)


class CategoryText(Base):
    __tablename__ = "category_text"

    category_id: Mapped[int] = mapped_column(ForeignKey("category.id"), primary_key=True)
    language: Mapped[str] = mapped_column(String(2), primary_key=True)
    title: Mapped[str] = mapped_column(String(100))


class Product(Base):
    """A work, whatever its variants."""

    __tablename__ = "product"
    __table_args__ = (
        CheckConstraint("kind IN ('one_of_a_kind', 'edition', 'ordinary')", name="kind"),
        CheckConstraint("state IN ('draft', 'listed', 'hidden', 'dropped')", name="state"),
        Index(
            "ix_product_shelf",
            "category_id",
            "listed_at",
            "id",
            sqlite_where=sql("state = 'listed'"),
            postgresql_where=sql("state = 'listed'"),
        ),
        Index(
            "ix_product_new",
            "listed_at",
            "id",
            sqlite_where=sql("state = 'listed'"),
            postgresql_where=sql("state = 'listed'"),
        ),
    )

    id: Mapped[int] = mapped_column(primary_key=True)
    kind: Mapped[str] = mapped_column(String(16))
    state: Mapped[str] = mapped_column(String(10), default="draft")
    category_id: Mapped[int | None] = mapped_column(ForeignKey("category.id"), index=True)
    size: Mapped[str | None] = mapped_column(String(60))
    year: Mapped[int | None] = mapped_column(SmallInteger)
    edition_number: Mapped[int | None]
    edition_size: Mapped[int | None]
    certificate: Mapped[bool] = mapped_column(default=False, server_default=false())
    """It comes with a certificate of authenticity."""
    draft_quantity: Mapped[int] = mapped_column(default=1)
    """How many pieces there will be once it is listed."""
    price_choices: Mapped[str | None] = mapped_column(String(60))
    """Two readings of a price that only the seller can tell apart, minor units with a comma."""
    album: Mapped[str | None] = mapped_column(String(64), index=True)
    """Telegram's media group while the photos of one album come in."""
    language: Mapped[str] = mapped_column(String(2))
    """The language it was first described in: what is shown where a text in the reader's own is missing."""
    author_id: Mapped[int | None] = mapped_column(ForeignKey("customer.id"))
    created_at: Mapped[datetime]
    listed_at: Mapped[datetime | None]


class ProductText(Base):
    __tablename__ = "product_text"

    product_id: Mapped[int] = mapped_column(ForeignKey("product.id"), primary_key=True)
    language: Mapped[str] = mapped_column(String(2), primary_key=True)
    title: Mapped[str] = mapped_column(String(200))
    technique: Mapped[str | None] = mapped_column(String(200))
    description: Mapped[str | None] = mapped_column(Text)
    care: Mapped[str | None] = mapped_column(String(300))


class Variant(Base):
    """What is counted, priced and sold."""

    __tablename__ = "variant"
    __table_args__ = (CheckConstraint("price_minor >= 0", name="price"),)

    id: Mapped[int] = mapped_column(primary_key=True)
    product_id: Mapped[int] = mapped_column(ForeignKey("product.id"), index=True)
    sku: Mapped[str] = mapped_column(String(64), unique=True)
    barcode: Mapped[str | None] = mapped_column(String(64))
    title: Mapped[str | None] = mapped_column(String(100))
    exclusive: Mapped[bool] = mapped_column(default=False)
    price_minor: Mapped[int]
    old_price_minor: Mapped[int | None]
    cost_minor: Mapped[int | None]
    """What one piece cost the seller to make or buy; None: not said."""
    currency: Mapped[str] = mapped_column(String(3))


class Photo(Base):
    """A picture of a work, re-encoded without its metadata. Kept whole: a file_id belongs to one bot only."""

    __tablename__ = "photo"
    __table_args__ = (UniqueConstraint("product_id", "sha256"),)

    id: Mapped[int] = mapped_column(primary_key=True)
    product_id: Mapped[int] = mapped_column(ForeignKey("product.id"), index=True)
    position: Mapped[int] = mapped_column(default=0)
    sha256: Mapped[str] = mapped_column(String(64), index=True)
    width: Mapped[int]
    height: Mapped[int]


class PhotoBody(Base):
    """The bytes, apart, so that reading about a photo never reads them."""

    __tablename__ = "photo_body"

    photo_id: Mapped[int] = mapped_column(ForeignKey("photo.id"), primary_key=True)
    jpeg: Mapped[bytes] = mapped_column(LargeBinary)


class PhotoFile(Base):
    """What a messenger calls a photo that it already has."""

    __tablename__ = "photo_file"

    photo_id: Mapped[int] = mapped_column(ForeignKey("photo.id"), primary_key=True)
    bot_id: Mapped[int] = mapped_column(primary_key=True)
    file_id: Mapped[str] = mapped_column(String(255))
