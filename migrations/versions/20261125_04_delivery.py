"""How purchases travel: ways of delivery, and the delivery of an order.

Revision ID: 20261125_04
Revises: 20261125_03
"""

import sqlalchemy as sa
from alembic import op

from bot.storage.base import BigId, UtcDateTime

revision = "20261125_04"
down_revision = "20261125_03"
branch_labels = None
depends_on = None

_OPEN = "state IN ('asked','quoted','sent')"


def upgrade() -> None:
    op.create_table(
        "delivery_way",
        sa.Column("id", BigId, nullable=False),
        sa.Column("kind", sa.String(length=10), nullable=False),
        sa.Column("title", sa.String(length=60), nullable=False),
        sa.Column("price_minor", BigId, nullable=True),
        sa.Column("free_from_minor", BigId, nullable=True),
        sa.Column("area", sa.String(length=200), nullable=False),
        sa.Column("days", sa.String(length=60), nullable=False),
        sa.Column("on_receipt", sa.Boolean(), nullable=False),
        sa.Column("enabled", sa.Boolean(), nullable=False),
        sa.Column("given_up", sa.Boolean(), nullable=False),
        sa.CheckConstraint("kind IN ('courier','post')", name=op.f("ck_delivery_way_kind")),
        sa.CheckConstraint("price_minor >= 0", name=op.f("ck_delivery_way_price")),
        sa.CheckConstraint("free_from_minor > 0", name=op.f("ck_delivery_way_free_from")),
        sa.PrimaryKeyConstraint("id", name=op.f("pk_delivery_way")),
    )
    op.create_table(
        "order_delivery",
        sa.Column("order_id", BigId, nullable=False),
        sa.Column("way_id", BigId, nullable=False),
        sa.Column("kind", sa.String(length=10), nullable=False),
        sa.Column("title", sa.String(length=60), nullable=False),
        sa.Column("price_minor", BigId, nullable=True),
        sa.Column("days", sa.String(length=60), nullable=False),
        sa.Column("on_receipt", sa.Boolean(), nullable=False),
        sa.Column("address", sa.String(length=300), nullable=False),
        sa.Column("state", sa.String(length=10), nullable=False),
        sa.Column("version", BigId, nullable=False),
        sa.Column("track", sa.String(length=200), nullable=False),
        sa.Column("asked_at", UtcDateTime(), nullable=True),
        sa.Column("quoted_at", UtcDateTime(), nullable=True),
        sa.Column("sent_at", UtcDateTime(), nullable=True),
        sa.Column("received_at", UtcDateTime(), nullable=True),
        sa.CheckConstraint(
            "state IN ('chosen','asked','quoted','agreed','sent','received')", name=op.f("ck_order_delivery_state")
        ),
        sa.CheckConstraint("price_minor >= 0", name=op.f("ck_order_delivery_price")),
        sa.ForeignKeyConstraint(["order_id"], ["shop_order.id"], name=op.f("fk_order_delivery_order_id")),
        sa.ForeignKeyConstraint(["way_id"], ["delivery_way.id"], name=op.f("fk_order_delivery_way_id")),
        sa.PrimaryKeyConstraint("order_id", name=op.f("pk_order_delivery")),
    )
    op.create_index(
        "ix_order_delivery_open",
        "order_delivery",
        ["state"],
        sqlite_where=sa.text(_OPEN),
        postgresql_where=sa.text(_OPEN),
    )


def downgrade() -> None:
    raise RuntimeError("A shop goes back to an earlier version by restoring the backup made before the upgrade.")
