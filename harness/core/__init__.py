"""Words, ids, durations, verdicts, the registry of causes, errors. Standard library only."""
