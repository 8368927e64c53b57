"""What a person chose last time, kept because he asked for it.

Revision ID: 20261125_03b
Revises: 20261125_04
"""

import sqlalchemy as sa
from alembic import op

from bot.storage.base import BigId, UtcDateTime

revision = "20261125_03b"
down_revision = "20261125_04"
branch_labels = None
depends_on = None


def upgrade() -> None:
    op.create_table(
        "saved_choice",
        sa.Column("customer_id", BigId, nullable=False),
        sa.Column("location_id", BigId, nullable=True),
        sa.Column("pay_way", sa.String(length=12), nullable=True),
        sa.Column("phone", sa.String(length=20), nullable=True),
        sa.Column("changed_at", UtcDateTime(), nullable=False),
        sa.ForeignKeyConstraint(["customer_id"], ["customer.id"], name=op.f("fk_saved_choice_customer_id")),
        sa.ForeignKeyConstraint(["location_id"], ["location.id"], name=op.f("fk_saved_choice_location_id")),
        sa.PrimaryKeyConstraint("customer_id", name=op.f("pk_saved_choice")),
    )
    op.add_column("shop_order", sa.Column("remember", sa.Boolean(), nullable=False, server_default=sa.false()))
    op.add_column("shop_order", sa.Column("usual_way", sa.String(length=12), nullable=True))


def downgrade() -> None:
    raise RuntimeError("A shop goes back to an earlier version by restoring the backup made before the upgrade.")
