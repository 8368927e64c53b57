"""Gift wrapping as a line of an order of its own, and a note to the artist.

Revision ID: 20261125_03
Revises: 20261125_06
"""

import sqlalchemy as sa
from alembic import op

from bot.storage.base import BigId

revision = "20261125_03"
down_revision = "20261125_06"
branch_labels = None
depends_on = None


def upgrade() -> None:
    op.add_column("shop_order", sa.Column("wrap_minor", BigId, nullable=True))
    op.add_column("shop_order", sa.Column("note", sa.String(length=300), nullable=False, server_default=""))


def downgrade() -> None:
    raise RuntimeError("A shop goes back to an earlier version by restoring the backup made before the upgrade.")
