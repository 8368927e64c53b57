"""Conversations between buyers and the shop, and requests to give an order back"""

import sqlalchemy as sa
from alembic import op

from bot.storage.base import BigId, UtcDateTime

revision = "20261124_07"
down_revision = "20261122_01"
branch_labels = None
depends_on = None

_WAITS = "waiting_since IS NOT NULL"
_OPEN = "state IN ('asked','accepted')"


def upgrade() -> None:
    with op.batch_alter_table("shop_order") as order:
        order.add_column(sa.Column("shown_at", UtcDateTime(), nullable=True))
        order.add_column(sa.Column("moved_at", UtcDateTime(), nullable=True))
    op.create_table(
        "conversation",
        sa.Column("id", BigId, nullable=False),
        sa.Column("customer_id", BigId, nullable=False),
        sa.Column("subject", sa.String(length=30), nullable=False),
        sa.Column("order_id", BigId, nullable=True),
        sa.Column("product_id", BigId, nullable=True),
        sa.Column("title", sa.String(length=200), nullable=False),
        sa.Column("waiting_since", UtcDateTime(), nullable=True),
        sa.Column("undecided", sa.Boolean(), nullable=False),
        sa.Column("settled_by", BigId, nullable=True),
        sa.Column("settled_at", UtcDateTime(), nullable=True),
        sa.Column("answered", sa.Boolean(), nullable=False),
        sa.Column("created_at", UtcDateTime(), nullable=False),
        sa.Column("last_at", UtcDateTime(), nullable=False),
        sa.ForeignKeyConstraint(["customer_id"], ["customer.id"], name=op.f("fk_conversation_customer_id")),
        sa.ForeignKeyConstraint(["order_id"], ["shop_order.id"], name=op.f("fk_conversation_order_id")),
        sa.ForeignKeyConstraint(["product_id"], ["product.id"], name=op.f("fk_conversation_product_id")),
        sa.ForeignKeyConstraint(["settled_by"], ["customer.id"], name=op.f("fk_conversation_settled_by")),
        sa.PrimaryKeyConstraint("id", name=op.f("pk_conversation")),
        sa.UniqueConstraint("customer_id", "subject", name=op.f("uq_conversation_customer_id_subject")),
    )
    op.create_index(
        "ix_conversation_waiting",
        "conversation",
        ["waiting_since", "id"],
        unique=False,
        sqlite_where=sa.text(_WAITS),
        postgresql_where=sa.text(_WAITS),
    )
    op.create_index(op.f("ix_conversation_last_at"), "conversation", ["last_at"], unique=False)
    op.create_table(
        "conversation_message",
        sa.Column("id", BigId, nullable=False),
        sa.Column("conversation_id", BigId, nullable=False),
        sa.Column("author_id", BigId, nullable=False),
        sa.Column("from_shop", sa.Boolean(), nullable=False),
        sa.Column("topic", sa.String(length=10), nullable=False),
        sa.Column("body", sa.Text(), nullable=False),
        sa.Column("file_kind", sa.String(length=10), nullable=True),
        sa.Column("file_id", sa.String(length=255), nullable=True),
        sa.Column("file_name", sa.String(length=255), nullable=False),
        sa.Column("album", sa.String(length=40), nullable=True),
        sa.Column("chat_id", BigId, nullable=False),
        sa.Column("message_id", BigId, nullable=False),
        sa.Column("held", sa.Boolean(), nullable=False),
        sa.Column("at", UtcDateTime(), nullable=False),
        sa.Column("blanked_at", UtcDateTime(), nullable=True),
        sa.CheckConstraint("file_kind IN ('photo','document')", name=op.f("ck_conversation_message_file_kind")),
        sa.CheckConstraint("topic IN ('words','return')", name=op.f("ck_conversation_message_topic")),
        sa.ForeignKeyConstraint(
            ["conversation_id"], ["conversation.id"], name=op.f("fk_conversation_message_conversation_id")
        ),
        sa.ForeignKeyConstraint(["author_id"], ["customer.id"], name=op.f("fk_conversation_message_author_id")),
        sa.PrimaryKeyConstraint("id", name=op.f("pk_conversation_message")),
        sa.UniqueConstraint("chat_id", "message_id", name=op.f("uq_conversation_message_chat_id_message_id")),
    )
    op.create_index("ix_conversation_message_talk", "conversation_message", ["conversation_id", "id"], unique=False)
    op.create_index("ix_conversation_message_author", "conversation_message", ["author_id", "at"], unique=False)
    op.create_table(
        "conversation_copy",
        sa.Column("chat_id", BigId, autoincrement=False, nullable=False),
        sa.Column("message_id", BigId, autoincrement=False, nullable=False),
        sa.Column("conversation_id", BigId, nullable=False),
        sa.Column("words_id", BigId, nullable=False),
        sa.Column("to_shop", sa.Boolean(), nullable=False),
        sa.Column("pressable", sa.Boolean(), nullable=False),
        sa.ForeignKeyConstraint(
            ["conversation_id"], ["conversation.id"], name=op.f("fk_conversation_copy_conversation_id")
        ),
        sa.ForeignKeyConstraint(["words_id"], ["conversation_message.id"], name=op.f("fk_conversation_copy_words_id")),
        sa.PrimaryKeyConstraint("chat_id", "message_id", name=op.f("pk_conversation_copy")),
    )
    op.create_index(
        "ix_conversation_copy_talk", "conversation_copy", ["conversation_id", "chat_id", "message_id"], unique=False
    )
    op.create_index(op.f("ix_conversation_copy_words_id"), "conversation_copy", ["words_id"], unique=False)
    op.create_table(
        "return_request",
        sa.Column("id", BigId, nullable=False),
        sa.Column("order_id", BigId, nullable=False),
        sa.Column("customer_id", BigId, nullable=False),
        sa.Column("conversation_id", BigId, nullable=False),
        sa.Column("state", sa.String(length=10), nullable=False),
        sa.Column("words", sa.Text(), nullable=False),
        sa.Column("restocked", sa.Boolean(), nullable=True),
        sa.Column("asked_at", UtcDateTime(), nullable=False),
        sa.Column("decided_at", UtcDateTime(), nullable=True),
        sa.Column("closed_at", UtcDateTime(), nullable=True),
        sa.CheckConstraint("state IN ('asked','accepted','declined','done')", name=op.f("ck_return_request_state")),
        sa.ForeignKeyConstraint(["order_id"], ["shop_order.id"], name=op.f("fk_return_request_order_id")),
        sa.ForeignKeyConstraint(["customer_id"], ["customer.id"], name=op.f("fk_return_request_customer_id")),
        sa.ForeignKeyConstraint(
            ["conversation_id"], ["conversation.id"], name=op.f("fk_return_request_conversation_id")
        ),
        sa.PrimaryKeyConstraint("id", name=op.f("pk_return_request")),
        sa.UniqueConstraint("order_id", name=op.f("uq_return_request_order_id")),
    )
    op.create_index(
        "ix_return_request_open",
        "return_request",
        ["asked_at"],
        unique=False,
        sqlite_where=sa.text(_OPEN),
        postgresql_where=sa.text(_OPEN),
    )
    op.create_index(op.f("ix_return_request_customer_id"), "return_request", ["customer_id"], unique=False)
    op.create_table(
        "return_event",
        sa.Column("id", BigId, nullable=False),
        sa.Column("return_id", BigId, nullable=False),
        sa.Column("to_state", sa.String(length=10), nullable=False),
        sa.Column("actor", BigId, nullable=True),
        sa.Column("at", UtcDateTime(), nullable=False),
        sa.ForeignKeyConstraint(["return_id"], ["return_request.id"], name=op.f("fk_return_event_return_id")),
        sa.PrimaryKeyConstraint("id", name=op.f("pk_return_event")),
    )
    op.create_index(op.f("ix_return_event_return_id"), "return_event", ["return_id"], unique=False)


def downgrade() -> None:
    for table in ("return_event", "return_request", "conversation_copy", "conversation_message", "conversation"):
        op.drop_table(table)
    with op.batch_alter_table("shop_order") as order:
        order.drop_column("moved_at")
        order.drop_column("shown_at")
