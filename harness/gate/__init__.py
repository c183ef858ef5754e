"""What CI fails on: findings that are known, laws that only warn or are off, suites of scenarios."""
