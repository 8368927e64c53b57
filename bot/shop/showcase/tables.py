"""How are posts remembered?"""

from datetime import datetime

from sqlalchemy import JSON, CheckConstraint, ForeignKey, Index, SmallInteger, String, false, text
from sqlalchemy.orm import Mapped, mapped_column

from bot.storage.base import Base


class ShowcasePost(Base):
    """One post: planned, standing, or gone; with a digest of what it shows."""

    __tablename__ = "showcase_post"
    __table_args__ = (
        CheckConstraint("form IN ('photo', 'album', 'collection', 'window')", name="form"),
        CheckConstraint("state IN ('composed', 'planned', 'posted', 'cancelled', 'skipped')", name="state"),
        Index(
            "ix_showcase_post_refresh",
            "refresh_at",
            sqlite_where=text("refresh_at IS NOT NULL"),
            postgresql_where=text("refresh_at IS NOT NULL"),
        ),
    )

    id: Mapped[int] = mapped_column(primary_key=True)
    product_id: Mapped[int | None] = mapped_column(ForeignKey("product.id"), unique=True)
    """The work whose one present post this is, planned or standing; earlier posts have it among their items only."""
    form: Mapped[str] = mapped_column(String(12), server_default="photo")
    state: Mapped[str] = mapped_column(String(12), server_default="posted")
    gone: Mapped[bool] = mapped_column(default=False)
    """Deleted, by us or by hand: left alone from now on."""
    due_at: Mapped[datetime | None]
    takes_down: Mapped[bool] = mapped_column(default=False, server_default=false())
    chat_id: Mapped[int | None]
    message_id: Mapped[int | None]
    album: Mapped[list[int] | None] = mapped_column(JSON(none_as_null=True))
    digest: Mapped[str | None] = mapped_column(String(64))
    posted_at: Mapped[datetime | None]
    version: Mapped[int] = mapped_column(default=0, server_default="0")
    """Counts the changes of what it shows: an edit made for an older one is not the end of it."""
    stale_since: Mapped[datetime | None]
    refresh_at: Mapped[datetime | None]


class ShowcaseItem(Base):
    """A work in a post."""

    __tablename__ = "showcase_item"

    post_id: Mapped[int] = mapped_column(ForeignKey("showcase_post.id"), primary_key=True)
    product_id: Mapped[int] = mapped_column(ForeignKey("product.id"), primary_key=True, index=True)
    position: Mapped[int] = mapped_column(SmallInteger)
