"""What channels are told: own prices, deliveries of webhooks, and when a channel was last seen.

Revision ID: 20261125_05
Revises: 20261125_01
"""

import sqlalchemy as sa
from alembic import op

from bot.storage.base import BigId, UtcDateTime

revision = "20261125_05"
down_revision = "20261125_01"
branch_labels = None
depends_on = None


def upgrade() -> None:
    with op.batch_alter_table("channel", schema=None) as table:
        table.add_column(sa.Column("hooks_local", sa.Boolean(), nullable=False, server_default=sa.false()))
        table.add_column(sa.Column("hooks_error", sa.String(length=200), nullable=True))
        table.add_column(sa.Column("hooks_taken_at", UtcDateTime(), nullable=True))
        table.add_column(sa.Column("seen_at", UtcDateTime(), nullable=True))
        table.add_column(sa.Column("read_stock", sa.String(length=64), nullable=False, server_default=""))
    with op.batch_alter_table("channel_listing", schema=None) as table:
        table.add_column(sa.Column("price_minor", BigId, nullable=True))
        table.create_check_constraint(op.f("ck_channel_listing_price"), "price_minor >= 0")
    op.create_table(
        "channel_delivery",
        sa.Column("id", sa.String(length=32), nullable=False),
        sa.Column("channel_id", BigId, nullable=False),
        sa.Column("event", sa.String(length=40), nullable=False),
        sa.Column("body", sa.Text(), nullable=False),
        sa.Column("since_stock", sa.String(length=64), nullable=False),
        sa.Column("since_orders", sa.String(length=64), nullable=False),
        sa.Column("state", sa.String(length=10), nullable=False),
        sa.Column("tries", sa.SmallInteger(), nullable=False),
        sa.Column("due_at", UtcDateTime(), nullable=False),
        sa.Column("leased_until", UtcDateTime(), nullable=True),
        sa.Column("created_at", UtcDateTime(), nullable=False),
        sa.Column("ended_at", UtcDateTime(), nullable=True),
        sa.CheckConstraint("state IN ('open','taken','given_up')", name=op.f("ck_channel_delivery_state")),
        sa.ForeignKeyConstraint(["channel_id"], ["channel.id"], name=op.f("fk_channel_delivery_channel_id")),
        sa.PrimaryKeyConstraint("id", name=op.f("pk_channel_delivery")),
    )
    op.create_index(
        "ix_channel_delivery_open",
        "channel_delivery",
        ["channel_id"],
        unique=True,
        sqlite_where=sa.text("state = 'open'"),
        postgresql_where=sa.text("state = 'open'"),
    )
    op.create_index(op.f("ix_channel_delivery_ended_at"), "channel_delivery", ["ended_at"])
    _number_shown_and_hidden()


def _number_shown_and_hidden() -> None:
    """A work that is hidden or shown again is news to the feed of stock, as a new price is."""
    touch = (
        "UPDATE stock_level SET version = version + 1 "
        "WHERE variant_id IN (SELECT id FROM variant WHERE product_id = NEW.id);"
    )
    if op.get_bind().dialect.name == "sqlite":
        op.execute(f"CREATE TRIGGER product_state_feed AFTER UPDATE OF state ON product BEGIN {touch} END")
        return
    op.execute(
        "CREATE FUNCTION product_shown_or_hidden() RETURNS trigger LANGUAGE plpgsql AS "
        f"$$ BEGIN {touch} RETURN NULL; END $$"
    )
    op.execute(
        "CREATE TRIGGER product_state_feed AFTER UPDATE OF state ON product "
        "FOR EACH ROW EXECUTE FUNCTION product_shown_or_hidden()"
    )


def downgrade() -> None:
    raise RuntimeError("A shop goes back to an earlier version by restoring the backup made before the upgrade.")
