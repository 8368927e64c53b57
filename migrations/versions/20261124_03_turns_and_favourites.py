"""Turns and favourites"""

import sqlalchemy as sa
from alembic import op

from bot.storage.base import BigId, UtcDateTime

revision = "20261124_03"
down_revision = "20261124_09"
branch_labels = None
depends_on = None


def upgrade() -> None:
    op.create_table(
        "favourite",
        sa.Column("customer_id", BigId, nullable=False),
        sa.Column("variant_id", BigId, nullable=False),
        sa.Column("added_at", UtcDateTime(), nullable=False),
        sa.ForeignKeyConstraint(["customer_id"], ["customer.id"], name=op.f("fk_favourite_customer_id")),
        sa.ForeignKeyConstraint(["variant_id"], ["variant.id"], name=op.f("fk_favourite_variant_id")),
        sa.PrimaryKeyConstraint("customer_id", "variant_id", name=op.f("pk_favourite")),
    )
    with op.batch_alter_table("favourite", schema=None) as batch_op:
        batch_op.create_index("ix_favourite_shelf", ["customer_id", "added_at", "variant_id"], unique=False)
        batch_op.create_index(batch_op.f("ix_favourite_variant_id"), ["variant_id"], unique=False)

    op.create_table(
        "waiting_turn",
        sa.Column("id", BigId, nullable=False),
        sa.Column("customer_id", BigId, nullable=False),
        sa.Column("variant_id", BigId, nullable=False),
        sa.Column("state", sa.String(length=10), nullable=False),
        sa.Column("rank", sa.SmallInteger(), nullable=False),
        sa.Column("asked_at", UtcDateTime(), nullable=False),
        sa.Column("wave", BigId, nullable=False),
        sa.Column("told_at", UtcDateTime(), nullable=True),
        sa.Column("until", UtcDateTime(), nullable=True),
        sa.Column("hold_cause", sa.String(length=80), nullable=True),
        sa.CheckConstraint(
            "state IN ('waiting','told','holding','served','lapsed','left')", name=op.f("ck_waiting_turn_state")
        ),
        sa.ForeignKeyConstraint(["customer_id"], ["customer.id"], name=op.f("fk_waiting_turn_customer_id")),
        sa.ForeignKeyConstraint(["variant_id"], ["variant.id"], name=op.f("fk_waiting_turn_variant_id")),
        sa.PrimaryKeyConstraint("id", name=op.f("pk_waiting_turn")),
    )
    with op.batch_alter_table("waiting_turn", schema=None) as batch_op:
        batch_op.create_index("ix_waiting_turn_customer", ["customer_id", "variant_id"], unique=False)
        batch_op.create_index(batch_op.f("ix_waiting_turn_hold_cause"), ["hold_cause"], unique=False)
        batch_op.create_index("ix_waiting_turn_line", ["variant_id", "state", "rank", "asked_at", "id"], unique=False)
        batch_op.create_index(
            "uq_waiting_turn_open",
            ["customer_id", "variant_id"],
            unique=True,
            sqlite_where=sa.text("state IN ('waiting','holding')"),
            postgresql_where=sa.text("state IN ('waiting','holding')"),
        )

    op.create_table(
        "price_request",
        sa.Column("id", BigId, nullable=False),
        sa.Column("customer_id", BigId, nullable=False),
        sa.Column("wanted", sa.Boolean(), nullable=False),
        sa.Column("text_version", sa.String(length=20), nullable=False),
        sa.Column("at", UtcDateTime(), nullable=False),
        sa.ForeignKeyConstraint(["customer_id"], ["customer.id"], name=op.f("fk_price_request_customer_id")),
        sa.PrimaryKeyConstraint("id", name=op.f("pk_price_request")),
    )
    with op.batch_alter_table("price_request", schema=None) as batch_op:
        batch_op.create_index("ix_price_request_customer", ["customer_id", "id"], unique=False)

    op.create_table(
        "price_fall",
        sa.Column("id", BigId, nullable=False),
        sa.Column("variant_id", BigId, nullable=False),
        sa.Column("before_minor", BigId, nullable=False),
        sa.Column("after_minor", BigId, nullable=False),
        sa.Column("at", UtcDateTime(), nullable=False),
        sa.ForeignKeyConstraint(["variant_id"], ["variant.id"], name=op.f("fk_price_fall_variant_id")),
        sa.PrimaryKeyConstraint("id", name=op.f("pk_price_fall")),
    )
    with op.batch_alter_table("price_fall", schema=None) as batch_op:
        batch_op.create_index("ix_price_fall_variant", ["variant_id", "id"], unique=False)

    op.create_table(
        "price_told",
        sa.Column("customer_id", BigId, nullable=False),
        sa.Column("fall_id", BigId, nullable=False),
        sa.Column("at", UtcDateTime(), nullable=False),
        sa.ForeignKeyConstraint(["customer_id"], ["customer.id"], name=op.f("fk_price_told_customer_id")),
        sa.ForeignKeyConstraint(["fall_id"], ["price_fall.id"], name=op.f("fk_price_told_fall_id")),
        sa.PrimaryKeyConstraint("customer_id", "fall_id", name=op.f("pk_price_told")),
    )
    with op.batch_alter_table("price_told", schema=None) as batch_op:
        batch_op.create_index("ix_price_told_customer", ["customer_id", "at"], unique=False)

    _forbid_changes("price_request")


def downgrade() -> None:
    raise RuntimeError("What people have asked for would be lost: restore a backup instead.")


def _forbid_changes(table: str) -> None:
    """A consent is proven by rows that nobody can rewrite. On PostgreSQL the function is there since the first day."""
    if op.get_bind().dialect.name == "sqlite":
        for event in ("UPDATE", "DELETE"):
            op.execute(
                f"CREATE TRIGGER {table}_no_{event.lower()} BEFORE {event} ON {table} "
                f"BEGIN SELECT RAISE(ABORT, '{table} is append-only'); END"
            )
        return
    op.execute(
        f"CREATE TRIGGER {table}_append_only BEFORE UPDATE OR DELETE ON {table} "
        "FOR EACH ROW EXECUTE FUNCTION forbid_changes()"
    )
