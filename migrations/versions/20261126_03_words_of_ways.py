"""Ways of delivery in several languages.

Revision ID: 20261126_03
Revises: 20261127_10
"""

import sqlalchemy as sa
from alembic import op

revision = "20261126_03"
down_revision = "20261127_10"
branch_labels = None
depends_on = None


def upgrade() -> None:
    op.add_column("delivery_way", sa.Column("language", sa.String(length=2), nullable=True))
    op.add_column("delivery_way", sa.Column("texts", sa.JSON(), nullable=True))
    op.add_column("order_delivery", sa.Column("texts", sa.JSON(), nullable=True))
