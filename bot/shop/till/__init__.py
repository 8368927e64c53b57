"""Sales over the counter, at a fair or in the studio: what, for how much, and how it was paid."""
