"""Who works in the shop, by which invitation, and who changed what.

Revision ID: 20261128_10
Revises: 20261126_05
"""

import sqlalchemy as sa
from alembic import op

from bot.storage.base import BigId, UtcDateTime

revision = "20261128_10"
down_revision = "20261126_05"
branch_labels = None
depends_on = None


def upgrade() -> None:
    op.add_column("customer", sa.Column("role", sa.String(length=12), nullable=True))
    named = sa.text("role IS NOT NULL")
    op.create_index("ix_customer_role", "customer", ["role"], sqlite_where=named, postgresql_where=named)
    op.create_table(
        "staff_invitation",
        sa.Column("id", BigId, nullable=False),
        sa.Column("token_sha256", sa.String(length=64), nullable=False),
        sa.Column("role", sa.String(length=12), nullable=False),
        sa.Column("made_by", BigId, nullable=False),
        sa.Column("made_at", UtcDateTime(), nullable=False),
        sa.Column("ends_at", UtcDateTime(), nullable=False),
        sa.Column("used_by", BigId, nullable=True),
        sa.Column("used_at", UtcDateTime(), nullable=True),
        sa.ForeignKeyConstraint(["made_by"], ["customer.id"], name=op.f("fk_staff_invitation_made_by_customer")),
        sa.ForeignKeyConstraint(["used_by"], ["customer.id"], name=op.f("fk_staff_invitation_used_by_customer")),
        sa.PrimaryKeyConstraint("id", name=op.f("pk_staff_invitation")),
        sa.UniqueConstraint("token_sha256", name=op.f("uq_staff_invitation_token_sha256")),
    )
    op.create_table(
        "journal_entry",
        sa.Column("id", BigId, nullable=False),
        sa.Column("at", UtcDateTime(), nullable=False),
        sa.Column("actor_id", BigId, nullable=True),
        sa.Column("what", sa.String(length=24), nullable=False),
        sa.Column("subject", sa.String(length=200), nullable=False),
        sa.Column("before", sa.String(length=300), nullable=False),
        sa.Column("after", sa.String(length=300), nullable=False),
        sa.ForeignKeyConstraint(["actor_id"], ["customer.id"], name=op.f("fk_journal_entry_actor_id_customer")),
        sa.PrimaryKeyConstraint("id", name=op.f("pk_journal_entry")),
    )
    op.create_index("ix_journal_actor", "journal_entry", ["actor_id", "id"])
