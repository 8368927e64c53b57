"""How are posts remembered?"""

from datetime import datetime

from sqlalchemy import ForeignKey, String
from sqlalchemy.orm import Mapped, mapped_column

from bot.storage.base import Base


class ShowcasePost(Base):
    """One post about one work, and a digest of what it shows."""

    __tablename__ = "showcase_post"

    id: Mapped[int] = mapped_column(primary_key=True)
    product_id: Mapped[int] = mapped_column(ForeignKey("product.id"), unique=True)
    chat_id: Mapped[int]
    message_id: Mapped[int]
    digest: Mapped[str] = mapped_column(String(64))
    gone: Mapped[bool] = mapped_column(default=False)
    posted_at: Mapped[datetime]
