"""What a reporter is: it gets events and nothing else. What it raises fails the session."""

from typing import Protocol

from harness.trace.events import Event


class Reporter(Protocol):
    """Told of every event in order; ``close`` is called once, also when the session broke off."""

    def handle(self, event: Event) -> None:
        """Take in one event."""

    def close(self) -> None:
        """Let go of what it holds (a live display, a file)."""


class Stream(Protocol):
    """What a reporter writes to."""

    def write(self, text: str, /) -> object:
        """Take in text."""

    def flush(self) -> object:
        """Hold nothing back."""
