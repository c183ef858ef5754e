"""When a tab heard from its service and when it did not, from the page's side: what arrived, and what should have."""

from bisect import bisect_right
from collections.abc import Iterable
from dataclasses import dataclass

from harness.facts.network_windows import BY_THE_PAGE, LATE_MS, STREAMS
from harness.facts.spans import Span, covering, union
from harness.facts.visibility import Document
from harness.trace.records import FaultWindow, Message, Request
from harness.trace.trial import Trial

FAILED = 500
"""An answer from here on brings no news, whoever gave it."""
SWALLOWS = frozenset(("blackhole", "lost_response", "offline"))
"""Faults in which a page that breaks a request off does so because nothing came."""
CLOSES = frozenset(("drop", "refused", "reset", "server_restart"))
"""Faults by which a stream ends, whether a page hears of it or not."""


@dataclass(frozen=True, kw_only=True, slots=True)
class Heard:
    """News arrived at ``at_ms``. It is true of ``asked_ms`` or later: when it was asked for, or sent."""

    at_ms: int
    asked_ms: int
    source: str


@dataclass(frozen=True, kw_only=True, slots=True)
class Silence:
    """News stopped arriving in one document: missed from ``from_ms`` on, heard again at ``until_ms`` or never in it.

    ``heard`` is the last that came before; None where the document had heard nothing yet.
    """

    tab: int
    from_ms: int
    until_ms: float
    heard: Heard | None

    @property
    def lasts_ms(self) -> float:
        """How long."""
        return self.until_ms - self.from_ms


class Contact:
    """One document's contact with its service."""

    def __init__(self, trial: Trial, document: Document) -> None:
        self.tab = document.tab
        self.from_ms, self.until_ms = document.from_ms, min(document.until_ms, trial.header.end_ms)
        self._faults = trial.faults
        self._requests = [held for held in trial.requests if self._is_mine(held.tab, held.sent_ms)]
        gone = {held.id for held in trial.requests if held.tab == self.tab and held.sent_ms < self.from_ms}
        mine = (held for held in trial.messages if self._is_mine(held.tab, held.sent_ms))
        self._messages = [held for held in mine if held.stream not in gone]
        self._paths = {held.id: _source(held.path) for held in self._requests}
        self._beta_ms = trial.header.beta_ms
        self.heard = sorted([*self._answers(), *self._frames()], key=lambda held: (held.at_ms, held.asked_ms))

    def _is_mine(self, tab: int, at_ms: int) -> bool:
        return tab == self.tab and self.from_ms <= at_ms < self.until_ms

    def _answers(self) -> Iterable[Heard]:
        for held in self._requests:
            if held.answered_ms is not None and (held.status or 0) < FAILED and held.fault != "http":
                yield Heard(at_ms=held.answered_ms, asked_ms=held.sent_ms, source=_source(held.path))

    def _frames(self) -> Iterable[Heard]:
        for held in self._messages:
            if held.delivered_ms is not None:
                source = self._paths.get(held.stream, held.stream)
                yield Heard(at_ms=held.delivered_ms, asked_ms=held.sent_ms, source=source)

    def missed(self) -> list[tuple[int, str | None]]:
        """(moment, source) of each piece of news that should have come and did not; None where it is all of them."""
        missed = [(at_ms, source) for held in self._requests for at_ms, source in self._of_request(held)]
        missed += [
            (held.sent_ms, self._paths.get(held.stream, held.stream)) for held in self._messages if self._is_late(held)
        ]
        missed += [(fault.at_ms, source) for fault in self._faults for source in self._broken_by(fault)]
        return sorted(missed, key=lambda held: (held[0], held[1] or ""))

    def _of_request(self, held: Request) -> Iterable[tuple[int, str | None]]:
        """A read that was refused on the way, or never answered while the network was away."""
        if held.method != "GET" or (
            held.answered_ms is not None and held.fault != "http" and (held.status or 0) < FAILED
        ):
            return
        hung = held.fault not in (None, BY_THE_PAGE) or covering(self._windows, held.sent_ms) is not None
        if hung or held.answered_ms is not None:
            yield held.sent_ms, _source(held.path)

    @property
    def _windows(self) -> list[Span]:
        return [(fault.at_ms, fault.end_ms) for fault in self._faults if fault.kind in SWALLOWS]

    def _is_late(self, held: Message) -> bool:
        if held.delivered_ms is None:
            return True
        return held.delivered_ms - held.sent_ms > self._beta_ms + LATE_MS

    def _broken_by(self, fault: FaultWindow) -> Iterable[str | None]:
        """Offline is told to the page at once; a stream that ended is missed from then on."""
        if not self.from_ms <= fault.at_ms < self.until_ms:
            return
        if fault.kind == "offline":
            yield None
        if fault.kind in CLOSES:
            opened = (held for held in self._requests if held.via in STREAMS and held.sent_ms < fault.at_ms)
            yield from {_source(held.path) for held in opened if held.answered_ms is not None}

    def last(self, at_ms: float) -> Heard | None:
        """The last news that had come by then."""
        index = bisect_right(self.heard, at_ms, key=lambda held: held.at_ms)
        return self.heard[index - 1] if index else None

    def silences(self) -> list[Silence]:
        """The stretches in which news of no kind arrived, though some should have."""
        found: list[Silence] = []
        for at_ms, _ in self.missed():
            if found and at_ms < found[-1].until_ms:
                continue
            until_ms = self._next(at_ms, None)
            found.append(Silence(tab=self.tab, from_ms=at_ms, until_ms=until_ms, heard=self.last(at_ms)))
        return found

    def interruptions(self) -> list[Span]:
        """The stretches in which any one source was silent, though it should not have been."""
        return union((at_ms, self._next(at_ms, source)) for at_ms, source in self.missed())

    def _next(self, at_ms: int, source: str | None) -> float:
        """When news came again, from that source if one is named; if it never did, the end of the document."""
        later = (held.at_ms for held in self.heard if held.at_ms > at_ms and source in (None, held.source))
        return next(later, self.until_ms)


def _source(path: str) -> str:
    return path.partition("?")[0]
