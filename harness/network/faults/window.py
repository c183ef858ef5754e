"""What the faults check of their times."""


def check_window(at_ms: int, end_ms: int | None) -> None:
    """Refuse a window that begins before the trial or has no length."""
    if at_ms < 0 or (end_ms is not None and end_ms <= at_ms):
        raise ValueError(f"a fault from {at_ms} ms to {end_ms} ms has no length; give it a duration above 0")


def check_interval(every_ms: int) -> None:
    """Refuse an interval that has no length."""
    if every_ms <= 0:
        raise ValueError(f"every {every_ms} ms is no interval; give it a duration above 0")
