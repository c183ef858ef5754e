"""A claim: one thing the page told the person, about one run, from its paint until it was replaced."""

from dataclasses import dataclass, field, replace

from harness.core.words import RunKey
from harness.facts.spans import Span
from harness.microcopy.reading import Kind, Reading


@dataclass(frozen=True, kw_only=True, slots=True)
class Claim:
    """What was said (``reading``), by which run's part of the page, and when. ``until_ms`` is infinite if it
    still stood.

    ``phase`` is the id of the phase it speaks of, None for the run as a whole. ``seen`` are the spans in which the tab
    was in front. ``message`` is the whole text that it stood in. ``surface``: text, bar, drawn, title or announcement.
    ``listed``: it stood in a row of a list of jobs, which tells of each in brief.
    """

    reading: Reading
    run: RunKey
    tab: int
    at_ms: int
    until_ms: float
    node: str
    role: str
    surface: str = "text"
    message: str = ""
    phase: str | None = None
    named: bool = True
    seen: tuple[Span, ...] = field(default=())
    listed: bool = False

    @property
    def kind(self) -> Kind:
        """What it is about."""
        return self.reading.kind

    @property
    def word(self) -> str | None:
        """What narrows the kind: bucket, state, outcome."""
        return self.reading.word

    @property
    def value(self) -> int | float | None:
        """The number it gives."""
        return self.reading.value

    @property
    def text(self) -> str:
        """The sentence, as the page said it."""
        return self.reading.text

    def stands(self, at_ms: float) -> bool:
        """Whether it stood at that moment."""
        return self.at_ms <= at_ms < self.until_ms

    def until(self, until_ms: float) -> "Claim":
        """The same claim, replaced at that moment."""
        return replace(self, until_ms=until_ms)


@dataclass(frozen=True, kw_only=True, slots=True)
class Unread:
    """A sentence in a job's region that holds a number, a state word or an alert role and could not be read.

    ``role`` is its node's, ``where`` the name of the part of the page that it stood in.
    """

    text: str
    run: RunKey
    tab: int
    at_ms: int
    until_ms: float
    role: str = ""
    where: str = ""
