"""How does Alembic see this project? It works on the connection that bot.storage.migrations hands over."""

import importlib
import importlib.util
import pkgutil

from alembic import context

import bot.shop
import bot.storage.dialogs
import bot.storage.intake
from bot.storage.base import Base

for feature in pkgutil.iter_modules(bot.shop.__path__):
    if feature.ispkg and importlib.util.find_spec(f"bot.shop.{feature.name}.tables"):
        importlib.import_module(f"bot.shop.{feature.name}.tables")


def ours(name: str | None, kind: str, parents: dict[str, str | None]) -> bool:
    """False for what one database alone searches by: it is made of tables that are compared."""
    if kind == "table":
        return not (name or "").startswith("search_index")
    return (parents.get("table_name"), name) not in {
        ("search_entry", "lexemes"),
        ("search_entry", "ix_search_entry_lexemes"),
    }


context.configure(
    connection=context.config.attributes["connection"],
    target_metadata=Base.metadata,
    render_as_batch=True,
    include_name=ours,
    compare_type=False,
    transactional_ddl=True,
)
with context.begin_transaction():
    context.run_migrations()
