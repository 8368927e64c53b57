"""What would any program need: money, time, ids, languages, errors, tasks. Knows nothing of shops."""
