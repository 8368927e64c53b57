"""What can a place that sells pull by itself? Whole files under a secret address."""
