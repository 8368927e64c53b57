"""How many of the pieces sold elsewhere have never been here.

Revision ID: 20261129_10
Revises: 20261128_30
"""

import sqlalchemy as sa
from alembic import op

from bot.storage.base import BigId

revision = "20261129_10"
down_revision = "20261128_30"
branch_labels = None
depends_on = None


def upgrade() -> None:
    op.add_column("stock_conflict", sa.Column("absent_quantity", BigId, nullable=False, server_default="0"))
