"""Files that were taken in, and what each of them has changed.

Revision ID: 20261126_02
Revises: 20261126_01
"""

import sqlalchemy as sa
from alembic import op

from bot.storage.base import BigId, UtcDateTime

revision = "20261126_02"
down_revision = "20261126_01"
branch_labels = None
depends_on = None


def upgrade() -> None:
    op.create_table(
        "import_file",
        sa.Column("id", BigId, nullable=False),
        sa.Column("name", sa.String(length=200), nullable=False),
        sa.Column("digest", sa.String(length=64), nullable=False),
        sa.Column("state", sa.String(length=10), nullable=False),
        sa.Column("rows", sa.LargeBinary(), nullable=True),
        sa.Column("actor", BigId, nullable=True),
        sa.Column("received_at", UtcDateTime(), nullable=False),
        sa.Column("applied_at", UtcDateTime(), nullable=True),
        sa.Column("ended_at", UtcDateTime(), nullable=True),
        sa.CheckConstraint("state IN ('planned','applied','undone','dropped')", name=op.f("ck_import_file_state")),
        sa.PrimaryKeyConstraint("id", name=op.f("pk_import_file")),
    )
    op.create_index(op.f("ix_import_file_digest"), "import_file", ["digest"])
    op.create_table(
        "import_change",
        sa.Column("id", BigId, nullable=False),
        sa.Column("import_id", BigId, nullable=False),
        sa.Column("variant_id", BigId, nullable=False),
        sa.Column("location_id", BigId, nullable=True),
        sa.Column("what", sa.String(length=20), nullable=False),
        sa.Column("before", sa.Text(), nullable=True),
        sa.Column("after", sa.Text(), nullable=True),
        sa.ForeignKeyConstraint(["import_id"], ["import_file.id"], name=op.f("fk_import_change_import_id_import_file")),
        sa.ForeignKeyConstraint(["variant_id"], ["variant.id"], name=op.f("fk_import_change_variant_id_variant")),
        sa.ForeignKeyConstraint(["location_id"], ["location.id"], name=op.f("fk_import_change_location_id_location")),
        sa.PrimaryKeyConstraint("id", name=op.f("pk_import_change")),
    )
    op.create_index("ix_import_change_file", "import_change", ["import_id", "id"])
