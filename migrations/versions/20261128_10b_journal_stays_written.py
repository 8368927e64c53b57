"""The journal says what each line is about, and stays written: nobody changes it.

Revision ID: 20261128_10b
Revises: 20261128_10
"""

import sqlalchemy as sa
from alembic import op

from bot.storage.base import BigId

revision = "20261128_10b"
down_revision = "20261128_10"
branch_labels = None
depends_on = None


def upgrade() -> None:
    op.add_column("journal_entry", sa.Column("about", sa.String(12), nullable=False, server_default=""))
    op.add_column("journal_entry", sa.Column("about_id", BigId, nullable=True))
    op.create_index("ix_journal_about", "journal_entry", ["about", "about_id", "id"])
    if op.get_bind().dialect.name == "sqlite":
        for event in ("UPDATE", "DELETE"):
            op.execute(
                f"CREATE TRIGGER journal_entry_no_{event.lower()} BEFORE {event} ON journal_entry "
                "BEGIN SELECT RAISE(ABORT, 'journal_entry is append-only'); END"
            )
        return
    op.execute(
        "CREATE TRIGGER journal_entry_append_only BEFORE UPDATE OR DELETE ON journal_entry "
        "FOR EACH ROW EXECUTE FUNCTION forbid_changes()"
    )


def downgrade() -> None:
    if op.get_bind().dialect.name == "sqlite":
        op.execute("DROP TRIGGER journal_entry_no_update")
        op.execute("DROP TRIGGER journal_entry_no_delete")
    else:
        op.execute("DROP TRIGGER journal_entry_append_only ON journal_entry")
    op.drop_index("ix_journal_about", "journal_entry")
    op.drop_column("journal_entry", "about_id")
    op.drop_column("journal_entry", "about")
