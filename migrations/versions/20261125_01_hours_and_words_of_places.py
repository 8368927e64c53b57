"""Opening hours that are understood, words of a place in other languages, and how long a work is on its way there.

Revision ID: 20261125_01
Revises: 20261124_01
"""

import sqlalchemy as sa
from alembic import op

revision = "20261125_01"
down_revision = "20261124_01"
branch_labels = None
depends_on = None


def upgrade() -> None:
    with op.batch_alter_table("location", schema=None) as table:
        table.add_column(sa.Column("how", sa.String(length=300), nullable=False, server_default=""))
        table.add_column(sa.Column("opening", sa.JSON(), nullable=True))
        table.add_column(sa.Column("texts", sa.JSON(), nullable=True))
        table.add_column(sa.Column("bring_least", sa.SmallInteger(), nullable=False, server_default="2"))
        table.add_column(sa.Column("bring_most", sa.SmallInteger(), nullable=False, server_default="3"))


def downgrade() -> None:
    raise RuntimeError("A shop goes back to an earlier version by restoring the backup made before the upgrade.")
