"""What do the other sales channels say and ask? `/api/v1`, one key for each channel."""
