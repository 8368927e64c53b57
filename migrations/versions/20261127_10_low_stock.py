"""From how many pieces on a work is about to run out, and indexes for what waits on the desk.

Revision ID: 20261127_10
Revises: 20261126_02
"""

import sqlalchemy as sa
from alembic import op

from bot.storage.base import BigId, UtcDateTime

revision = "20261127_10"
down_revision = "20261126_02"
branch_labels = None
depends_on = None

_PARTIAL = {
    ("ix_attempt_doubted", "payment_attempt"): "state = 'mismatch'",
    ("ix_refund_open", "refund_attempt"): "state IN ('intent','unknown','pending')",
    ("ix_stock_conflict_open", "stock_conflict"): "state = 'open'",
}


def upgrade() -> None:
    op.create_table(
        "low_stock",
        sa.Column("variant_id", BigId, nullable=False),
        sa.Column("low_at", BigId, nullable=False),
        sa.Column("told_at", UtcDateTime(), nullable=True),
        sa.CheckConstraint("low_at >= 0", name=op.f("ck_low_stock_low_at")),
        sa.ForeignKeyConstraint(["variant_id"], ["variant.id"], name=op.f("fk_low_stock_variant_id")),
        sa.PrimaryKeyConstraint("variant_id", name=op.f("pk_low_stock")),
    )
    op.create_index("ix_money_entry_at", "money_entry", ["at"])
    for (name, table), where in _PARTIAL.items():
        op.create_index(name, table, ["id"], sqlite_where=sa.text(where), postgresql_where=sa.text(where))
