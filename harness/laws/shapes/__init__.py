"""What laws share: one checker a shape (laws.md, section 1)."""
