"""Receipts of payments and after hand-overs, and the e-mail they go to.

Revision ID: 20261125_06
Revises: 20261125_05
"""

import sqlalchemy as sa
from alembic import op

from bot.storage.base import BigId, UtcDateTime

revision = "20261125_06"
down_revision = "20261125_05"
branch_labels = None
depends_on = None

_WATCHED = sa.text("next_check_at IS NOT NULL")


def upgrade() -> None:
    with op.batch_alter_table("customer", schema=None) as table:
        table.add_column(sa.Column("email", sa.String(length=254), nullable=True))
    op.create_table(
        "receipt",
        sa.Column("id", BigId, nullable=False),
        sa.Column("order_id", BigId, nullable=False),
        sa.Column("attempt_id", BigId, nullable=False),
        sa.Column("payment_id", sa.String(length=64), nullable=False),
        sa.Column("kind", sa.String(length=12), nullable=False),
        sa.Column("key", sa.String(length=64), nullable=False),
        sa.Column("body", sa.Text(), nullable=False),
        sa.Column("state", sa.String(length=12), nullable=False),
        sa.Column("provider_id", sa.String(length=64), nullable=True),
        sa.Column("failure", sa.String(length=60), nullable=True),
        sa.Column("checks", BigId, nullable=False),
        sa.Column("next_check_at", UtcDateTime(), nullable=True),
        sa.Column("created_at", UtcDateTime(), nullable=False),
        sa.Column("ended_at", UtcDateTime(), nullable=True),
        sa.CheckConstraint("kind IN ('payment','settlement')", name=op.f("ck_receipt_kind")),
        sa.CheckConstraint(
            "state IN ('intent','unknown','pending','succeeded','canceled')", name=op.f("ck_receipt_state")
        ),
        sa.ForeignKeyConstraint(["order_id"], ["shop_order.id"], name=op.f("fk_receipt_order_id")),
        sa.ForeignKeyConstraint(["attempt_id"], ["payment_attempt.id"], name=op.f("fk_receipt_attempt_id")),
        sa.PrimaryKeyConstraint("id", name=op.f("pk_receipt")),
        sa.UniqueConstraint("attempt_id", "kind", name=op.f("uq_receipt_attempt_id_kind")),
        sa.UniqueConstraint("key", name=op.f("uq_receipt_key")),
        sa.UniqueConstraint("provider_id", name=op.f("uq_receipt_provider_id")),
    )
    op.create_index(op.f("ix_receipt_order_id"), "receipt", ["order_id"])
    op.create_index("ix_receipt_due", "receipt", ["next_check_at"], sqlite_where=_WATCHED, postgresql_where=_WATCHED)
