"""Trips to fairs: what was ticked, taken, and came back.

Revision ID: 20261129_30
Revises: 20261129_10
"""

import sqlalchemy as sa
from alembic import op

from bot.storage.base import BigId, UtcDateTime

revision = "20261129_30"
down_revision = "20261129_10"
branch_labels = None
depends_on = None


def upgrade() -> None:
    op.create_table(
        "trip",
        sa.Column("id", BigId, nullable=False),
        sa.Column("location_id", BigId, nullable=False),
        sa.Column("home_id", BigId, nullable=False),
        sa.Column("state", sa.String(length=10), nullable=False),
        sa.Column("rounds", BigId, nullable=False),
        sa.Column("began_at", UtcDateTime(), nullable=True),
        sa.Column("ended_at", UtcDateTime(), nullable=True),
        sa.CheckConstraint("state IN ('packing','there','home')", name=op.f("ck_trip_state")),
        sa.ForeignKeyConstraint(["location_id"], ["location.id"], name=op.f("fk_trip_location_id_location")),
        sa.ForeignKeyConstraint(["home_id"], ["location.id"], name=op.f("fk_trip_home_id_location")),
        sa.PrimaryKeyConstraint("id", name=op.f("pk_trip")),
    )
    not_over = sa.text("state <> 'home'")
    op.create_index(
        "uq_trip_open", "trip", ["location_id"], unique=True, sqlite_where=not_over, postgresql_where=not_over
    )
    op.create_table(
        "trip_line",
        sa.Column("trip_id", BigId, nullable=False),
        sa.Column("variant_id", BigId, nullable=False),
        sa.Column("packed", BigId, nullable=False),
        sa.Column("taken", BigId, nullable=False),
        sa.Column("returned", BigId, nullable=False),
        sa.Column("stayed", BigId, nullable=False),
        sa.CheckConstraint(
            "packed >= 0 AND taken >= 0 AND returned >= 0 AND stayed >= 0", name=op.f("ck_trip_line_numbers")
        ),
        sa.ForeignKeyConstraint(["trip_id"], ["trip.id"], name=op.f("fk_trip_line_trip_id_trip")),
        sa.ForeignKeyConstraint(["variant_id"], ["variant.id"], name=op.f("fk_trip_line_variant_id_variant")),
        sa.PrimaryKeyConstraint("trip_id", "variant_id", name=op.f("pk_trip_line")),
    )
