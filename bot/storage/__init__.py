"""How are rows kept safely on SQLite and PostgreSQL? Knows nothing of shops."""
