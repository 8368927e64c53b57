"""Posts that are planned, show several works, or stand beside an earlier one"""

import json

import sqlalchemy as sa
from alembic import op

from bot.storage.base import BigId, UtcDateTime

revision = "20261124_04"
down_revision = "20261124_03"
branch_labels = None
depends_on = None


def upgrade() -> None:
    with op.batch_alter_table("showcase_post") as batch:
        batch.alter_column("product_id", existing_type=BigId, nullable=True)
        batch.alter_column("chat_id", existing_type=BigId, nullable=True)
        batch.alter_column("message_id", existing_type=BigId, nullable=True)
        batch.alter_column("digest", existing_type=sa.String(length=64), nullable=True)
        batch.alter_column("posted_at", existing_type=UtcDateTime(), nullable=True)
        batch.add_column(sa.Column("form", sa.String(length=12), server_default="photo", nullable=False))
        batch.add_column(sa.Column("state", sa.String(length=12), server_default="posted", nullable=False))
        batch.add_column(sa.Column("due_at", UtcDateTime(), nullable=True))
        batch.add_column(sa.Column("takes_down", sa.Boolean(), server_default=sa.false(), nullable=False))
        batch.add_column(sa.Column("album", sa.JSON(none_as_null=True), nullable=True))
        batch.add_column(sa.Column("version", BigId, server_default="0", nullable=False))
        batch.add_column(sa.Column("stale_since", UtcDateTime(), nullable=True))
        batch.add_column(sa.Column("refresh_at", UtcDateTime(), nullable=True))
        batch.create_check_constraint(
            op.f("ck_showcase_post_form"), "form IN ('photo', 'album', 'collection', 'window')"
        )
        batch.create_check_constraint(
            op.f("ck_showcase_post_state"), "state IN ('composed', 'planned', 'posted', 'cancelled', 'skipped')"
        )
    op.create_index(
        "ix_showcase_post_refresh",
        "showcase_post",
        ["refresh_at"],
        sqlite_where=sa.text("refresh_at IS NOT NULL"),
        postgresql_where=sa.text("refresh_at IS NOT NULL"),
    )
    op.create_table(
        "showcase_item",
        sa.Column("post_id", BigId, nullable=False),
        sa.Column("product_id", BigId, nullable=False),
        sa.Column("position", sa.SmallInteger(), nullable=False),
        sa.ForeignKeyConstraint(["post_id"], ["showcase_post.id"], name=op.f("fk_showcase_item_post_id")),
        sa.ForeignKeyConstraint(["product_id"], ["product.id"], name=op.f("fk_showcase_item_product_id")),
        sa.PrimaryKeyConstraint("post_id", "product_id", name=op.f("pk_showcase_item")),
    )
    op.create_index(op.f("ix_showcase_item_product_id"), "showcase_item", ["product_id"])
    op.execute("INSERT INTO showcase_item (post_id, product_id, position) SELECT id, product_id, 0 FROM showcase_post")
    # a post that is gone leaves its work free for another one
    op.execute(sa.text("UPDATE showcase_post SET product_id = NULL WHERE gone"))
    _plan_what_is_owed()


def _plan_what_is_owed() -> None:
    """Posts that were owed by their work, and are not sent yet, become planned ones."""
    connection = op.get_bind()
    owed = connection.execute(
        sa.text("SELECT id, payload, due_at FROM outbox WHERE topic = 'showcase.post' AND open")
    ).all()
    for row, payload, due_at in owed:
        product = (json.loads(payload) if isinstance(payload, str) else payload)["product"]
        post = connection.scalar(
            sa.text(
                "INSERT INTO showcase_post (product_id, state, gone, due_at) VALUES (:product, 'planned', :no, :due_at)"
                " ON CONFLICT (product_id) DO NOTHING RETURNING id"
            ),
            {"product": product, "no": False, "due_at": due_at},
        )
        if post is None:
            connection.execute(
                sa.text("UPDATE outbox SET open = :no, payload = '{}' WHERE id = :row"), {"no": False, "row": row}
            )
            continue
        connection.execute(
            sa.text("INSERT INTO showcase_item (post_id, product_id, position) VALUES (:post, :product, 0)"),
            {"post": post, "product": product},
        )
        key = f"showcase.publish:{post}"
        connection.execute(
            sa.text(
                "UPDATE outbox SET topic = 'showcase.publish', key = :key, queue = :key, payload = :payload"
                " WHERE id = :row"
            ),
            {"key": key, "payload": json.dumps({"post": post}), "row": row},
        )
