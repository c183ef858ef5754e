"""One trial: plan, drive, collect, judge; announces typed events."""
