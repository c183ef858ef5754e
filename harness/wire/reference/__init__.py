"""The reference wire: existing standards for long-running work, one file a group of routes (laws.md, section 7)."""
