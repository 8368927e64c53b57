"""What other channels may do: offers, holds, answers that are kept, webhooks, and a feed of orders.

Revision ID: 20261124_09
Revises: 20261124_07
"""

import sqlalchemy as sa
from alembic import op

from bot.storage.base import BigId, UtcDateTime

revision = "20261124_09"
down_revision = "20261124_07"
branch_labels = None
depends_on = None


def upgrade() -> None:
    with op.batch_alter_table("channel", schema=None) as table:
        table.add_column(sa.Column("personal_data", sa.Boolean(), nullable=False, server_default=sa.false()))
        table.add_column(sa.Column("hooks_stock", sa.String(length=64), nullable=False, server_default=""))
        table.add_column(sa.Column("hooks_orders", sa.String(length=64), nullable=False, server_default=""))
        table.add_column(sa.Column("hooks_failed", sa.SmallInteger(), nullable=False, server_default="0"))
        table.add_column(sa.Column("hooks_paused_at", UtcDateTime(), nullable=True))
    op.create_table(
        "channel_listing",
        sa.Column("channel_id", BigId, nullable=False),
        sa.Column("variant_id", BigId, nullable=False),
        sa.Column("external_sku", sa.String(length=255), nullable=True),
        sa.Column("listed", sa.Boolean(), nullable=False),
        sa.Column("buffer", BigId, nullable=False),
        sa.Column("floor", BigId, nullable=False),
        sa.Column("max_quantity", BigId, nullable=True),
        sa.CheckConstraint("buffer >= 0", name=op.f("ck_channel_listing_buffer")),
        sa.CheckConstraint("floor >= 0", name=op.f("ck_channel_listing_floor")),
        sa.CheckConstraint("max_quantity >= 0", name=op.f("ck_channel_listing_max_quantity")),
        sa.ForeignKeyConstraint(["channel_id"], ["channel.id"], name=op.f("fk_channel_listing_channel_id")),
        sa.ForeignKeyConstraint(["variant_id"], ["variant.id"], name=op.f("fk_channel_listing_variant_id")),
        sa.PrimaryKeyConstraint("channel_id", "variant_id", name=op.f("pk_channel_listing")),
    )
    op.create_index(op.f("ix_channel_listing_variant_id"), "channel_listing", ["variant_id"])
    op.create_table(
        "channel_hold",
        sa.Column("id", sa.String(length=32), nullable=False),
        sa.Column("channel_id", BigId, nullable=False),
        sa.Column("sku", sa.String(length=64), nullable=False),
        sa.Column("variant_id", BigId, nullable=False),
        sa.Column("quantity", BigId, nullable=False),
        sa.Column("reference", sa.String(length=100), nullable=False),
        sa.Column("state", sa.String(length=10), nullable=False),
        sa.Column("expires_at", UtcDateTime(), nullable=False),
        sa.Column("created_at", UtcDateTime(), nullable=False),
        sa.CheckConstraint("state IN ('held','committed','released')", name=op.f("ck_channel_hold_state")),
        sa.ForeignKeyConstraint(["channel_id"], ["channel.id"], name=op.f("fk_channel_hold_channel_id")),
        sa.ForeignKeyConstraint(["variant_id"], ["variant.id"], name=op.f("fk_channel_hold_variant_id")),
        sa.PrimaryKeyConstraint("id", name=op.f("pk_channel_hold")),
    )
    op.create_index(op.f("ix_channel_hold_channel_id"), "channel_hold", ["channel_id"])
    op.create_table(
        "channel_answer",
        sa.Column("channel_id", BigId, nullable=False),
        sa.Column("key", sa.String(length=140), nullable=False),
        sa.Column("body_hash", sa.String(length=64), nullable=False),
        sa.Column("answer", sa.JSON(), nullable=False),
        sa.Column("created_at", UtcDateTime(), nullable=False),
        sa.ForeignKeyConstraint(["channel_id"], ["channel.id"], name=op.f("fk_channel_answer_channel_id")),
        sa.PrimaryKeyConstraint("channel_id", "key", name=op.f("pk_channel_answer")),
    )
    op.create_index(op.f("ix_channel_answer_created_at"), "channel_answer", ["created_at"])
    _number_events()


def downgrade() -> None:
    raise RuntimeError("A shop goes back to an earlier version by restoring the backup made before the upgrade.")


def _number_events() -> None:
    """As with stock: on PostgreSQL an event carries the id of its transaction, so that a feed never skips one."""
    op.add_column("order_event", sa.Column("feed", BigId, nullable=False, server_default="0"))
    op.create_index(op.f("ix_order_event_feed"), "order_event", ["feed", "id"])
    if op.get_bind().dialect.name == "postgresql":
        op.execute(
            "CREATE TRIGGER order_event_feed BEFORE INSERT ON order_event FOR EACH ROW EXECUTE FUNCTION number_change()"
        )
