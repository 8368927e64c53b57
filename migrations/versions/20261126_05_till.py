"""Sales over the counter.

Revision ID: 20261126_05
Revises: 20261126_04
"""

import sqlalchemy as sa
from alembic import op

from bot.storage.base import BigId, UtcDateTime

revision = "20261126_05"
down_revision = "20261126_04"
branch_labels = None
depends_on = None


def upgrade() -> None:
    op.create_table(
        "till_sale",
        sa.Column("id", BigId, nullable=False),
        sa.Column("cause", sa.String(length=80), nullable=False),
        sa.Column("location_id", BigId, nullable=False),
        sa.Column("variant_id", BigId, nullable=False),
        sa.Column("quantity", BigId, nullable=False),
        sa.Column("price_minor", BigId, nullable=False),
        sa.Column("full_minor", BigId, nullable=False),
        sa.Column("way", sa.String(length=12), nullable=True),
        sa.Column("state", sa.String(length=10), nullable=False),
        sa.Column("actor", BigId, nullable=True),
        sa.Column("created_at", UtcDateTime(), nullable=False),
        sa.Column("sold_at", UtcDateTime(), nullable=True),
        sa.Column("undone_at", UtcDateTime(), nullable=True),
        sa.CheckConstraint("state IN ('priced','sold','undone')", name=op.f("ck_till_sale_state")),
        sa.CheckConstraint("quantity > 0 AND price_minor >= 0 AND full_minor >= 0", name=op.f("ck_till_sale_numbers")),
        sa.ForeignKeyConstraint(["location_id"], ["location.id"], name=op.f("fk_till_sale_location_id_location")),
        sa.ForeignKeyConstraint(["variant_id"], ["variant.id"], name=op.f("fk_till_sale_variant_id_variant")),
        sa.PrimaryKeyConstraint("id", name=op.f("pk_till_sale")),
        sa.UniqueConstraint("cause", name=op.f("uq_till_sale_cause")),
    )
    op.create_index("ix_till_sale_day", "till_sale", ["location_id", "sold_at"])
