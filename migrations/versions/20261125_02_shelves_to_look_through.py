"""Shelves to look through: works in the order of each shelf, how each person looks, care and certificates

Revision ID: 20261125_02
Revises: 20261125_03b
"""

import sqlalchemy as sa
from alembic import op

from bot.storage.base import BigId, UtcDateTime

revision = "20261125_02"
down_revision = "20261125_03b"
branch_labels = None
depends_on = None

_ENTRY = "shelf, product_id, gone, price_minor, band, listed_at"
_BOUNDS = (1_000, 3_000, 10_000, 30_000, 100_000, 300_000, 1_000_000, 3_000_000, 10_000_000, 30_000_000, 100_000_000)
"""In minor units; `bot.shop.browsing.rules.BOUNDS` says the same."""
_WORK = """
    CREATE VIEW shelf_work AS
    SELECT product.id AS product_id, product.category_id, product.kind, product.listed_at, variant.price_minor,
        coalesce((SELECT sum(stock_level.on_hand - stock_level.unavailable - stock_level.allocated)
            FROM stock_level WHERE stock_level.variant_id = variant.id), 0) AS pieces
    FROM product JOIN variant ON variant.product_id = product.id
    WHERE product.state = 'listed' AND product.listed_at IS NOT NULL AND NOT EXISTS (
        SELECT 1 FROM variant AS earlier WHERE earlier.product_id = product.id AND earlier.id < variant.id)
"""
_ABOVE = """
    CREATE VIEW shelf_above_truth AS
    WITH RECURSIVE up (category_id, shelf) AS (
        SELECT id, id FROM category
        UNION
        SELECT up.category_id, category.parent_id FROM up JOIN category ON category.id = up.shelf
            WHERE category.parent_id IS NOT NULL
    )
    SELECT category_id, shelf FROM up
"""
_REFRESH = (
    f"DELETE FROM shelf_entry WHERE product_id = {{0}} AND NOT EXISTS (SELECT 1 FROM shelf_truth WHERE"  # noqa: S608
    " shelf_truth.product_id = {0} AND shelf_truth.shelf = shelf_entry.shelf AND shelf_truth.gone = shelf_entry.gone"
    " AND shelf_truth.price_minor = shelf_entry.price_minor AND shelf_truth.listed_at = shelf_entry.listed_at);"
    f" INSERT INTO shelf_entry ({_ENTRY}) SELECT {_ENTRY} FROM shelf_truth WHERE product_id = {{0}}"
    " ON CONFLICT DO NOTHING;"
)
_REBUILD = (
    "DELETE FROM shelf_above; INSERT INTO shelf_above (category_id, shelf)"  # noqa: S608
    " SELECT category_id, shelf FROM shelf_above_truth;"
    f" DELETE FROM shelf_entry WHERE shelf > 0; INSERT INTO shelf_entry ({_ENTRY})"
    f" SELECT {_ENTRY} FROM shelf_truth WHERE shelf > 0;"
)
_STAND = (
    "INSERT INTO shelf_above (category_id, shelf) SELECT NEW.id, NEW.id"
    " UNION SELECT NEW.id, shelf FROM shelf_above WHERE category_id = NEW.parent_id;"
)


def upgrade() -> None:
    op.create_table(
        "shelf_entry",
        sa.Column("shelf", BigId, nullable=False),
        sa.Column("product_id", BigId, nullable=False),
        sa.Column("gone", sa.SmallInteger(), nullable=False),
        sa.Column("price_minor", BigId, nullable=False),
        sa.Column("band", sa.SmallInteger(), nullable=False),
        sa.Column("listed_at", UtcDateTime(), nullable=False),
        sa.ForeignKeyConstraint(
            ["product_id"], ["product.id"], name=op.f("fk_shelf_entry_product_id"), ondelete="CASCADE"
        ),
        sa.PrimaryKeyConstraint("product_id", "shelf", name=op.f("pk_shelf_entry")),
        sqlite_with_rowid=False,
    )
    op.create_index("ix_shelf_entry_new", "shelf_entry", ["shelf", "gone", "listed_at", "product_id"])
    op.create_index("ix_shelf_entry_price", "shelf_entry", ["shelf", "gone", "price_minor", "product_id"])
    op.create_index("ix_shelf_entry_band", "shelf_entry", ["shelf", "band", "gone", "listed_at", "product_id"])
    op.create_table(
        "shelf_above",
        sa.Column("category_id", BigId, nullable=False),
        sa.Column("shelf", BigId, nullable=False),
        sa.ForeignKeyConstraint(["category_id"], ["category.id"], name=op.f("fk_shelf_above_category_id")),
        sa.PrimaryKeyConstraint("category_id", "shelf", name=op.f("pk_shelf_above")),
        sqlite_with_rowid=False,
    )
    op.add_column("customer", sa.Column("looks", sa.String(length=12), nullable=True))
    op.add_column("product", sa.Column("certificate", sa.Boolean(), nullable=False, server_default=sa.false()))
    op.add_column("product_text", sa.Column("care", sa.String(length=300), nullable=True))
    op.execute(_WORK)
    op.execute(_ABOVE)
    op.execute("INSERT INTO shelf_above (category_id, shelf) SELECT category_id, shelf FROM shelf_above_truth")
    op.execute(_truth())
    op.execute(f"INSERT INTO shelf_entry ({_ENTRY}) SELECT {_ENTRY} FROM shelf_truth")  # noqa: S608
    if op.get_bind().dialect.name == "sqlite":
        _sqlite()
    else:
        _postgres()


def downgrade() -> None:
    raise RuntimeError("Restore a backup instead.")


def _truth() -> str:
    """Where each work stands: 0 everything, -1 last pieces, and its category with all those above it."""
    band = " ".join(f"WHEN price_minor < {bound} THEN {number}" for number, bound in enumerate(_BOUNDS))
    stands = (
        "product_id, CASE WHEN pieces > 0 THEN 0 ELSE 1 END AS gone, price_minor, "
        f"CASE {band} ELSE {len(_BOUNDS)} END AS band, listed_at FROM shelf_work"
    )
    return (
        f"CREATE VIEW shelf_truth AS SELECT 0 AS shelf, {stands}"
        f" UNION ALL SELECT -1 AS shelf, {stands} WHERE kind <> 'one_of_a_kind' AND pieces BETWEEN 1 AND 2"
        f" UNION ALL SELECT shelf_above.shelf AS shelf, {stands}"
        " JOIN shelf_above ON shelf_above.category_id = shelf_work.category_id"
    )


_PIECES = "{0}.on_hand - {0}.unavailable - {0}.allocated"
_OWNER = "(SELECT product_id FROM variant WHERE id = NEW.variant_id)"


def _sqlite() -> None:
    for name, event, changed, work in (
        ("product", "UPDATE OF state, category_id, kind, listed_at ON product", None, "NEW.id"),
        ("variant_new", "INSERT ON variant", None, "NEW.product_id"),
        ("variant", "UPDATE OF price_minor ON variant", "NEW.price_minor <> OLD.price_minor", "NEW.product_id"),
        ("stock_new", "INSERT ON stock_level", _PIECES.format("NEW") + " <> 0", _OWNER),
        (
            "stock",
            "UPDATE OF on_hand, unavailable, allocated ON stock_level",
            f"{_PIECES.format('NEW')} <> {_PIECES.format('OLD')}",
            _OWNER,
        ),
    ):
        when = f" WHEN {changed}" if changed else ""
        op.execute(f"CREATE TRIGGER shelf_{name} AFTER {event}{when} BEGIN {_REFRESH.format(work)} END")
    op.execute(f"CREATE TRIGGER shelf_category_new AFTER INSERT ON category BEGIN {_STAND} END")
    op.execute(f"CREATE TRIGGER shelf_category AFTER UPDATE OF parent_id ON category BEGIN {_REBUILD} END")


def _postgres() -> None:
    for name, body in (
        ("shelve_product", _REFRESH.format("NEW.id")),
        ("shelve_variant", _REFRESH.format("NEW.product_id")),
        ("shelve_stock", _REFRESH.format(_OWNER)),
        ("shelve_everything", _REBUILD),
        ("shelve_category", _STAND),
    ):
        op.execute(f"CREATE FUNCTION {name}() RETURNS trigger LANGUAGE plpgsql AS $$ BEGIN {body} RETURN NULL; END $$")
    for name, event, changed, function in (
        ("product", "UPDATE OF state, category_id, kind, listed_at ON product", None, "shelve_product"),
        ("variant_new", "INSERT ON variant", None, "shelve_variant"),
        ("variant", "UPDATE OF price_minor ON variant", "NEW.price_minor <> OLD.price_minor", "shelve_variant"),
        ("stock_new", "INSERT ON stock_level", _PIECES.format("NEW") + " <> 0", "shelve_stock"),
        (
            "stock",
            "UPDATE OF on_hand, unavailable, allocated ON stock_level",
            f"{_PIECES.format('NEW')} <> {_PIECES.format('OLD')}",
            "shelve_stock",
        ),
    ):
        when = f" WHEN ({changed})" if changed else ""
        op.execute(f"CREATE TRIGGER shelf_{name} AFTER {event} FOR EACH ROW{when} EXECUTE FUNCTION {function}()")
    op.execute(
        "CREATE TRIGGER shelf_category_new AFTER INSERT ON category FOR EACH ROW EXECUTE FUNCTION shelve_category()"
    )
    op.execute(
        "CREATE TRIGGER shelf_category AFTER UPDATE OF parent_id ON category "
        "FOR EACH ROW EXECUTE FUNCTION shelve_everything()"
    )
