"""Which HTTP addresses does the shop answer? FastAPI lives only here."""
