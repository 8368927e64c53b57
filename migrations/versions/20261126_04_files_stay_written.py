"""What a file has changed stays written: nobody rewrites it.

Revision ID: 20261126_04
Revises: 20261126_03
"""

from alembic import op

revision = "20261126_04"
down_revision = "20261126_03"
branch_labels = None
depends_on = None


def upgrade() -> None:
    if op.get_bind().dialect.name == "sqlite":
        for event in ("UPDATE", "DELETE"):
            op.execute(
                f"CREATE TRIGGER import_change_no_{event.lower()} BEFORE {event} ON import_change "
                "BEGIN SELECT RAISE(ABORT, 'import_change is append-only'); END"
            )
        return
    op.execute(
        "CREATE TRIGGER import_change_append_only BEFORE UPDATE OR DELETE ON import_change "
        "FOR EACH ROW EXECUTE FUNCTION forbid_changes()"
    )


def downgrade() -> None:
    if op.get_bind().dialect.name == "sqlite":
        op.execute("DROP TRIGGER import_change_no_update")
        op.execute("DROP TRIGGER import_change_no_delete")
        return
    op.execute("DROP TRIGGER import_change_append_only ON import_change")
