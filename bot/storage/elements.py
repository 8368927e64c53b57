"""How is a list in a JSON column read element by element? By the same expression on both databases."""

from typing import Any

from sqlalchemy import JSON, BigInteger, ColumnElement, String, TableValuedAlias, cast, column
from sqlalchemy.ext.compiler import compiles
from sqlalchemy.sql.compiler import SQLCompiler
from sqlalchemy.sql.functions import FunctionElement


class _Elements(FunctionElement[Any]):
    name = "json_each"
    inherit_cache = True


@compiles(_Elements, "postgresql")
def _on_postgres(element: _Elements, compiler: SQLCompiler, **how: Any) -> str:
    return f"json_array_elements({compiler.process(element.clauses, **how)})"


@compiles(_Elements)
def _on_sqlite(element: _Elements, compiler: SQLCompiler, **how: Any) -> str:
    return f"json_each({compiler.process(element.clauses, **how)})"


def elements(of: Any, name: str) -> TableValuedAlias:
    """A row for each element of the list in that column, to be joined by `true()`; read it by `whole` and `word`."""
    return _Elements(of).table_valued(column("value", JSON), name=name)


def whole(element: TableValuedAlias, key: str) -> ColumnElement[int | None]:
    """A 64-bit number of the element; nothing where it is null or lacking."""
    return cast(element.c.value[key].as_string(), BigInteger)


def word(element: TableValuedAlias, key: str) -> ColumnElement[str | None]:
    return cast(element.c.value[key].as_string(), String)
