"""How are conversations kept?"""

from datetime import datetime

from sqlalchemy import CheckConstraint, ForeignKey, Index, String, Text, UniqueConstraint, text
from sqlalchemy.orm import Mapped, mapped_column

from bot.storage.base import Base

_WAITS = "waiting_since IS NOT NULL"


class Conversation(Base):
    """What one buyer and the shop say to each other about one thing."""

    __tablename__ = "conversation"
    __table_args__ = (
        UniqueConstraint("customer_id", "subject"),
        Index(
            "ix_conversation_waiting",
            "waiting_since",
            "id",
            sqlite_where=text(_WAITS),
            postgresql_where=text(_WAITS),
        ),
    )

    id: Mapped[int] = mapped_column(primary_key=True)
    customer_id: Mapped[int] = mapped_column(ForeignKey("customer.id"))
    subject: Mapped[str] = mapped_column(String(30))
    order_id: Mapped[int | None] = mapped_column(ForeignKey("shop_order.id"))
    product_id: Mapped[int | None] = mapped_column(ForeignKey("product.id"))
    title: Mapped[str] = mapped_column(String(200), default="")
    waiting_since: Mapped[datetime | None]
    undecided: Mapped[bool] = mapped_column(default=False)
    """An answer alone does not end the waiting: something has to be decided."""
    settled_by: Mapped[int | None] = mapped_column(ForeignKey("customer.id"))
    settled_at: Mapped[datetime | None]
    answered: Mapped[bool] = mapped_column(default=False)
    created_at: Mapped[datetime]
    last_at: Mapped[datetime] = mapped_column(index=True)


class ConversationMessage(Base):
    """One message. Kept before it is sent anywhere; its words are blanked when they have done their work."""

    __tablename__ = "conversation_message"
    __table_args__ = (
        UniqueConstraint("chat_id", "message_id"),
        CheckConstraint("file_kind IN ('photo','document')", name="file_kind"),
        CheckConstraint("topic IN ('words','return')", name="topic"),
        Index("ix_conversation_message_talk", "conversation_id", "id"),
        Index("ix_conversation_message_author", "author_id", "at"),
    )

    id: Mapped[int] = mapped_column(primary_key=True)
    conversation_id: Mapped[int] = mapped_column(ForeignKey("conversation.id"))
    author_id: Mapped[int] = mapped_column(ForeignKey("customer.id"))
    from_shop: Mapped[bool]
    topic: Mapped[str] = mapped_column(String(10), default="words")
    body: Mapped[str] = mapped_column(Text)
    file_kind: Mapped[str | None] = mapped_column(String(10))
    file_id: Mapped[str | None] = mapped_column(String(255))
    file_name: Mapped[str] = mapped_column(String(255), default="")
    album: Mapped[str | None] = mapped_column(String(40))
    chat_id: Mapped[int]
    message_id: Mapped[int]
    held: Mapped[bool] = mapped_column(default=False)
    at: Mapped[datetime]
    blanked_at: Mapped[datetime | None]


class ConversationCopy(Base):
    """Which message of the bot, in whose chat, carries it: so that an answer to that message finds its way."""

    __tablename__ = "conversation_copy"
    __table_args__ = (Index("ix_conversation_copy_talk", "conversation_id", "chat_id", "message_id"),)

    chat_id: Mapped[int] = mapped_column(primary_key=True, autoincrement=False)
    message_id: Mapped[int] = mapped_column(primary_key=True, autoincrement=False)
    conversation_id: Mapped[int] = mapped_column(ForeignKey("conversation.id"))
    words_id: Mapped[int] = mapped_column(ForeignKey("conversation_message.id"), index=True)
    to_shop: Mapped[bool]
    pressable: Mapped[bool] = mapped_column(default=True)
    """It carries the buttons of its conversation; of one chat only the newest does."""
