"""The trial's clock: whole milliseconds from its start, and the instant that every clock in the page shows for them."""

from datetime import UTC, datetime, timedelta

EPOCH = datetime(2026, 1, 5, 9, 0, 0, tzinfo=UTC)
EPOCH_MS = int(EPOCH.timestamp()) * 1000


def iso(at_ms: int) -> str:
    """The moment as RFC 3339 in UTC with milliseconds: ``2026-01-05T09:00:00.000Z``."""
    moment = EPOCH + timedelta(milliseconds=at_ms)
    return moment.isoformat(timespec="milliseconds").removesuffix("+00:00") + "Z"


def from_iso(text: str) -> int:
    """The trial's millisecond of a moment written as RFC 3339."""
    moment = datetime.fromisoformat(text)
    return round((moment - EPOCH) / timedelta(milliseconds=1))
