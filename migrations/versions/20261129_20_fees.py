"""What banks and channels take of a sale.

Revision ID: 20261129_20
Revises: 20261129_31
"""

import sqlalchemy as sa
from alembic import op

from bot.storage.base import BigId

revision = "20261129_20"
down_revision = "20261129_31"
branch_labels = None
depends_on = None


def upgrade() -> None:
    op.create_table(
        "sale_fee",
        sa.Column("kind", sa.String(length=7), nullable=False),
        sa.Column("name", sa.String(length=40), nullable=False),
        sa.Column("hundredths", BigId, nullable=False),
        sa.CheckConstraint("kind IN ('way','channel')", name=op.f("ck_sale_fee_kind")),
        sa.CheckConstraint("hundredths BETWEEN 1 AND 10000", name=op.f("ck_sale_fee_hundredths")),
        sa.PrimaryKeyConstraint("kind", "name", name=op.f("pk_sale_fee")),
    )


def downgrade() -> None:
    op.drop_table("sale_fee")
