"""Payments by Telegram's own form: who takes the money of a try to pay, and its number in the provider's cabinet.

Revision ID: 20261126_01
Revises: 20261125_02
"""

import sqlalchemy as sa
from alembic import op

revision = "20261126_01"
down_revision = "20261125_02"
branch_labels = None
depends_on = None


def upgrade() -> None:
    with op.batch_alter_table("payment_attempt", schema=None) as table:
        table.add_column(sa.Column("provider", sa.String(length=12), nullable=False, server_default="yookassa"))
        table.add_column(sa.Column("cabinet_id", sa.String(length=128), nullable=True))
