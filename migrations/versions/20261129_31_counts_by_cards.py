"""Counts of a place, work by work.

Revision ID: 20261129_31
Revises: 20261129_30
"""

import sqlalchemy as sa
from alembic import op

from bot.storage.base import BigId, UtcDateTime

revision = "20261129_31"
down_revision = "20261129_30"
branch_labels = None
depends_on = None


def upgrade() -> None:
    op.create_table(
        "count_round",
        sa.Column("id", BigId, nullable=False),
        sa.Column("location_id", BigId, nullable=False),
        sa.Column("state", sa.String(length=10), nullable=False),
        sa.Column("began_at", UtcDateTime(), nullable=False),
        sa.Column("ended_at", UtcDateTime(), nullable=True),
        sa.CheckConstraint("state IN ('open','applied','dropped')", name=op.f("ck_count_round_state")),
        sa.ForeignKeyConstraint(["location_id"], ["location.id"], name=op.f("fk_count_round_location_id_location")),
        sa.PrimaryKeyConstraint("id", name=op.f("pk_count_round")),
    )
    is_open = sa.text("state = 'open'")
    op.create_index(
        "uq_count_round_open", "count_round", ["location_id"], unique=True, sqlite_where=is_open,
        postgresql_where=is_open,
    )  # fmt: skip
    op.create_table(
        "count_card",
        sa.Column("round_id", BigId, nullable=False),
        sa.Column("variant_id", BigId, nullable=False),
        sa.Column("counted", BigId, nullable=True),
        sa.Column("counted_at", UtcDateTime(), nullable=True),
        sa.CheckConstraint("counted >= 0", name=op.f("ck_count_card_counted")),
        sa.ForeignKeyConstraint(["round_id"], ["count_round.id"], name=op.f("fk_count_card_round_id_count_round")),
        sa.ForeignKeyConstraint(["variant_id"], ["variant.id"], name=op.f("fk_count_card_variant_id_variant")),
        sa.PrimaryKeyConstraint("round_id", "variant_id", name=op.f("pk_count_card")),
    )
