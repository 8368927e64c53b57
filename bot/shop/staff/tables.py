"""How are invitations kept? What somebody works as stands with the person, `customer.role`."""

from datetime import datetime

from sqlalchemy import ForeignKey, String
from sqlalchemy.orm import Mapped, mapped_column

from bot.storage.base import Base


class StaffInvitation(Base):
    """A link for one person. Only its hash is kept: who reads the database cannot join by it."""

    __tablename__ = "staff_invitation"

    id: Mapped[int] = mapped_column(primary_key=True)
    token_sha256: Mapped[str] = mapped_column(String(64), unique=True)
    role: Mapped[str] = mapped_column(String(12))
    made_by: Mapped[int] = mapped_column(ForeignKey("customer.id"))
    made_at: Mapped[datetime]
    ends_at: Mapped[datetime]
    used_by: Mapped[int | None] = mapped_column(ForeignKey("customer.id"))
    used_at: Mapped[datetime | None]
