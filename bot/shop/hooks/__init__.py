"""How do the other channels hear of a change without asking? By a signed message to their own address."""
