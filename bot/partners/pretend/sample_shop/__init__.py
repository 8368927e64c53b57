"""What hangs in the shop that a newcomer looks at first? The works of an invented painter and potter."""
