"""Vernissage: a storefront inside Telegram."""

import sys
from importlib import import_module
from importlib.util import find_spec

if "sqlite3" not in sys.modules and find_spec("pysqlite3") is not None:
    # The system's SQLite may have the WAL-reset bug. Never two in one process: one would take away the other's locks.
    sys.modules["sqlite3"] = import_module("pysqlite3")
    sys.modules["sqlite3.dbapi2"] = import_module("pysqlite3.dbapi2")
