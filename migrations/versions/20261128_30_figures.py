"""How often works are looked at, where orders came from, what a piece cost.

Revision ID: 20261128_30
Revises: 20261128_10b
"""

import sqlalchemy as sa
from alembic import op

from bot.storage.base import BigId

revision = "20261128_30"
down_revision = "20261128_10b"
branch_labels = None
depends_on = None


def upgrade() -> None:
    op.add_column("shop_order", sa.Column("source", sa.String(length=64), nullable=True))
    op.add_column("shop_order", sa.Column("own", sa.Boolean(), nullable=False, server_default=sa.false()))
    op.add_column("variant", sa.Column("cost_minor", BigId, nullable=True))
    accepted = sa.text("to_state = 'accepted'")
    op.create_index("ix_order_event_accepted", "order_event", ["at"], sqlite_where=accepted, postgresql_where=accepted)
    op.create_table(
        "look_count",
        sa.Column("day", sa.Date(), nullable=False),
        sa.Column("product_id", BigId, autoincrement=False, nullable=False),
        sa.Column("step", sa.String(length=4), nullable=False),
        sa.Column("source", sa.String(length=64), nullable=False),
        sa.Column("times", BigId, nullable=False),
        sa.CheckConstraint("step IN ('view','cart')", name=op.f("ck_look_count_step")),
        sa.PrimaryKeyConstraint("day", "product_id", "step", "source", name=op.f("pk_look_count")),
        sqlite_with_rowid=False,
    )
    op.create_index("ix_look_count_sums", "look_count", ["day", "step", "source", "times"])
