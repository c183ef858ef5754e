"""What a page said and nobody could read, in a few lines: where it stood, and the line that would teach it."""

from harness.core.durations import spoken
from harness.trace.result import TrialResult, Unread

MOST = 3


class UnreadWords:
    """Tells each sentence once in a session, and of one trial the first few."""

    def __init__(self) -> None:
        self._told: set[str] = set()

    def lines(self, result: TrialResult) -> list[str]:
        """The lines under a trial."""
        new = [held for held in result.unread if held.phrase not in self._told]
        self._told |= {held.phrase for held in new}
        shown = [line for held in new[:MOST] for line in _lines(held)]
        more = len(new) - MOST
        return [*shown, f"  and {more} more that could not be read; results.jsonl lists them"] if more > 0 else shown


def _lines(held: Unread) -> list[str]:
    times = "" if held.times == 1 else f", {held.times} times"
    where = f"{held.role} in {held.where}" if held.where else held.role
    return [
        f'  not read: "{held.text}" ({where}, at {spoken(held.at_ms)}{times})',
        f'    teach it under phrases: in the target file: "{held.phrase}": "..."',
    ]
