"""Which remote services does the shop talk to? SDKs and HTTP clients live only here."""
