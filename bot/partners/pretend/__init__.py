"""Who plays the partners in the demo and in tests? As strict as the real ones."""
