"""Works found by words"""

import sqlalchemy as sa
from alembic import op

from bot.storage.base import BigId, UtcDateTime

revision = "20261124_01"
down_revision = "20261124_08"
branch_labels = None
depends_on = None


def upgrade() -> None:
    exact = sa.String(64).with_variant(sa.String(64, collation="C"), "postgresql")
    op.create_table(
        "search_entry",
        sa.Column("product_id", BigId, nullable=False),
        sa.Column("words", sa.Text(), nullable=False),
        sa.Column("wanted", BigId, nullable=False),
        sa.Column("made", BigId, nullable=False),
        sa.ForeignKeyConstraint(
            ["product_id"], ["product.id"], name=op.f("fk_search_entry_product_id"), ondelete="CASCADE"
        ),
        sa.PrimaryKeyConstraint("product_id", name=op.f("pk_search_entry")),
    )
    op.create_index(
        "ix_search_entry_behind",
        "search_entry",
        ["product_id"],
        sqlite_where=sa.text("wanted <> made"),
        postgresql_where=sa.text("wanted <> made"),
    )
    op.create_table(
        "search_spelling",
        sa.Column("spelling", exact, nullable=False),
        sa.Column("word", exact, nullable=False),
        sa.PrimaryKeyConstraint("spelling", "word", name=op.f("pk_search_spelling")),
        sqlite_with_rowid=False,
    )
    op.create_table(
        "saved_search",
        sa.Column("id", BigId, nullable=False),
        sa.Column("text", sa.String(400), nullable=False),
        sa.Column("asked_at", UtcDateTime(), nullable=False),
        sa.PrimaryKeyConstraint("id", name=op.f("pk_saved_search")),
        sa.UniqueConstraint("text", name=op.f("uq_saved_search_text")),
    )
    # a shop from before: its words are made while it runs
    op.execute("INSERT INTO search_entry (product_id, words, wanted, made) SELECT id, '', 1, 0 FROM product")
    if op.get_bind().dialect.name == "sqlite":
        _sqlite()
    else:
        _postgres()


def downgrade() -> None:
    raise RuntimeError("Restore a backup instead.")


_USED = (
    "(EXISTS (SELECT 1 FROM product WHERE category_id = {0}) OR EXISTS (SELECT 1 FROM category WHERE parent_id = {0}))"
)
_MARK = "UPDATE search_entry SET wanted = wanted + 1 WHERE product_id "
_SHELVED = "IN (SELECT id FROM product WHERE category_id IS NOT NULL)"


def _sqlite() -> None:
    # FTS5 reads the words in search_entry and keeps no second copy, and no positions. It is filled by bot.shop.search:
    # a trigger may not touch a virtual table where the schema is not trusted
    op.execute(
        "CREATE VIRTUAL TABLE search_index USING fts5(words, content='search_entry', content_rowid='product_id', "
        "tokenize=\"ascii tokenchars '_'\", detail=none, columnsize=0)"
    )
    for name, event, what in (
        ("product_search_new", "INSERT ON product", None),
        ("product_search", "UPDATE OF state, category_id, size, year ON product", "= NEW.id"),
        ("product_text_search_new", "INSERT ON product_text", "= NEW.product_id"),
        ("product_text_search", "UPDATE ON product_text", "= NEW.product_id"),
        ("product_text_search_gone", "DELETE ON product_text", "= OLD.product_id"),
        ("variant_search_new", "INSERT ON variant", "= NEW.product_id"),
        ("variant_search", "UPDATE OF sku, barcode, title ON variant", "= NEW.product_id"),
    ):
        body = _MARK + what if what else "INSERT INTO search_entry VALUES (NEW.id, '', 1, 0)"
        op.execute(f"CREATE TRIGGER {name} AFTER {event} BEGIN {body}; END")
    for name, event, column in (
        ("category_text_search_new", "INSERT ON category_text", "NEW.category_id"),
        ("category_text_search", "UPDATE ON category_text", "NEW.category_id"),
        ("category_search", "UPDATE OF parent_id ON category", "NEW.id"),
    ):
        op.execute(f"CREATE TRIGGER {name} AFTER {event} WHEN {_USED.format(column)} BEGIN {_MARK}{_SHELVED}; END")


def _postgres() -> None:
    op.execute(
        "ALTER TABLE search_entry ADD COLUMN lexemes tsvector "
        "GENERATED ALWAYS AS (array_to_tsvector(string_to_array(words, ' '))) STORED"
    )
    op.execute("CREATE INDEX ix_search_entry_lexemes ON search_entry USING gin (lexemes)")
    for name, body in (
        ("begin_search", "INSERT INTO search_entry (product_id, words, wanted, made) VALUES (NEW.id, '', 1, 0);"),
        ("mark_product", f"{_MARK}= NEW.id;"),
        ("mark_product_part", f"{_MARK}= coalesce(NEW.product_id, OLD.product_id);"),
        ("mark_category", f"IF {_USED.format('NEW.id')} THEN {_MARK}{_SHELVED}; END IF;"),
        ("mark_category_text", f"IF {_USED.format('NEW.category_id')} THEN {_MARK}{_SHELVED}; END IF;"),
    ):
        op.execute(f"CREATE FUNCTION {name}() RETURNS trigger LANGUAGE plpgsql AS $$ BEGIN {body} RETURN NULL; END $$")
    for name, event, function in (
        ("product_search_new", "INSERT ON product", "begin_search"),
        ("product_search", "UPDATE OF state, category_id, size, year ON product", "mark_product"),
        ("product_text_search", "INSERT OR UPDATE OR DELETE ON product_text", "mark_product_part"),
        ("variant_search", "INSERT OR UPDATE OF sku, barcode, title ON variant", "mark_product_part"),
        ("category_search", "UPDATE OF parent_id ON category", "mark_category"),
        ("category_text_search", "INSERT OR UPDATE ON category_text", "mark_category_text"),
    ):
        op.execute(f"CREATE TRIGGER {name} AFTER {event} FOR EACH ROW EXECUTE FUNCTION {function}()")
