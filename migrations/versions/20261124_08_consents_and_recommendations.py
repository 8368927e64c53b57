"""Consents, and who recommended whom"""

import sqlalchemy as sa
from alembic import op

from bot.storage.base import BigId, UtcDateTime

revision = "20261124_08"
down_revision = "20261124_04"
branch_labels = None
depends_on = None


def upgrade() -> None:
    op.create_table(
        "consent",
        sa.Column("id", BigId, nullable=False),
        sa.Column("customer_id", BigId, nullable=False),
        sa.Column("kind", sa.String(length=20), nullable=False),
        sa.Column("granted", sa.Boolean(), nullable=False),
        sa.Column("version", BigId, nullable=False),
        sa.Column("text_key", sa.String(length=60), nullable=False),
        sa.Column("update_id", BigId, nullable=True),
        sa.Column("at", UtcDateTime(), nullable=False),
        sa.ForeignKeyConstraint(["customer_id"], ["customer.id"], name=op.f("fk_consent_customer_id")),
        sa.PrimaryKeyConstraint("id", name=op.f("pk_consent")),
    )
    op.create_index("ix_consent_customer", "consent", ["customer_id", "kind", "id"])
    op.create_table(
        "recommendation",
        sa.Column("customer_id", BigId, nullable=False),
        sa.Column("code", sa.String(length=32), nullable=True),
        sa.Column("first_recommender_id", BigId, nullable=True),
        sa.Column("last_recommender_id", BigId, nullable=True),
        sa.ForeignKeyConstraint(["customer_id"], ["customer.id"], name=op.f("fk_recommendation_customer_id")),
        sa.ForeignKeyConstraint(
            ["first_recommender_id"], ["customer.id"], name=op.f("fk_recommendation_first_recommender_id")
        ),
        sa.ForeignKeyConstraint(
            ["last_recommender_id"], ["customer.id"], name=op.f("fk_recommendation_last_recommender_id")
        ),
        sa.PrimaryKeyConstraint("customer_id", name=op.f("pk_recommendation")),
        sa.UniqueConstraint("code", name=op.f("uq_recommendation_code")),
    )
    _forbid_rewriting()


def _forbid_rewriting() -> None:
    """What somebody agreed to is never rewritten; it goes only with everything else that names them."""
    if op.get_bind().dialect.name == "sqlite":
        op.execute(
            "CREATE TRIGGER consent_no_update BEFORE UPDATE ON consent "
            "BEGIN SELECT RAISE(ABORT, 'consent is append-only'); END"
        )
        return
    op.execute(
        "CREATE TRIGGER consent_append_only BEFORE UPDATE ON consent FOR EACH ROW EXECUTE FUNCTION forbid_changes()"
    )


def downgrade() -> None:
    raise RuntimeError("Consents are not thrown away: restore a backup instead.")
