"""How would YooKassa answer without YooKassa? A strict pretend one for the demo and the tests."""
