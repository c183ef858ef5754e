"""When a tab was open and could be seen, and which document it held: from the page records."""

import math
from collections.abc import Iterable
from dataclasses import dataclass, replace

from harness.trace.records import Page

Span = tuple[float, float]


@dataclass(frozen=True, kw_only=True, slots=True)
class Document:
    """One document in one tab, from the moment the person asked for it to the next. ``cause``: open, reload, navigate.

    ``ready_ms`` is when the network had brought the page's own files: what a page owes after a load counts from there.
    """

    tab: int
    from_ms: int
    until_ms: float
    cause: str
    url: str
    ready_ms: int


class Visibility:
    """Answers about tabs over time. A tab without any record counts as open and seen throughout."""

    def __init__(self, pages: Iterable[Page], end_ms: int) -> None:
        self.documents: tuple[Document, ...] = ()
        self._seen: dict[int, list[Span]] = {}
        self._shown: dict[int, list[tuple[int, float]]] = {}
        by_tab: dict[int, list[Page]] = {}
        for page in pages:
            by_tab.setdefault(page.tab, []).append(page)
        for tab, held in by_tab.items():
            self._read(tab, held, end_ms)

    def _read(self, tab: int, pages: list[Page], end_ms: int) -> None:
        documents: list[Document] = []
        since: float | None = None
        hidden_since: float | None = None
        away = False
        seen, shown = self._seen.setdefault(tab, []), self._shown.setdefault(tab, [])
        for page in pages:
            if page.cause in ("open", "reload", "navigate", "close", "unreachable"):
                _close(documents, page.at_ms)
                away = page.cause in ("close", "unreachable")
            if page.cause in ("hide", "close", "unreachable") and since is not None:
                seen.append((since, page.at_ms))
                since = None
            if page.cause == "hide":
                hidden_since = page.at_ms
            if page.cause == "show" and hidden_since is not None:
                shown.append((page.at_ms, page.at_ms - hidden_since))
                hidden_since = None
            if (
                page.cause in ("open", "reload", "navigate", "show")
                and since is None
                and not away
                and (page.cause == "show" or hidden_since is None)
            ):
                since = page.at_ms
            if page.cause in ("open", "reload", "navigate"):
                documents.append(_document(page))
        if since is not None:
            seen.append((since, math.inf))
        _close(documents, end_ms, last=True)
        self.documents += tuple(documents)

    def seen(self, tab: int) -> list[Span]:
        """The spans in which the tab was open and in front."""
        return self._seen.get(tab, [(0, math.inf)])

    def is_seen(self, tab: int, at_ms: float) -> bool:
        """Whether a person could see the tab at that moment."""
        return any(start <= at_ms < until for start, until in self.seen(tab))

    def shown(self, tab: int) -> list[tuple[int, float]]:
        """The moments at which a hidden tab was shown again, and for how long it had been hidden."""
        return self._shown.get(tab, [])

    def seen_throughout(self, tab: int, from_ms: float, until_ms: float) -> bool:
        """Whether the tab could be seen from one moment to the other."""
        return any(start <= from_ms and until_ms <= until for start, until in self.seen(tab))


def _document(page: Page) -> Document:
    ready_ms = page.at_ms if page.loaded_ms is None else page.loaded_ms
    return Document(
        tab=page.tab, from_ms=page.at_ms, until_ms=math.inf, cause=page.cause, url=page.url, ready_ms=ready_ms
    )


def _close(documents: list[Document], at_ms: int, *, last: bool = False) -> None:
    if documents and documents[-1].until_ms == math.inf and not last:
        documents.append(replace(documents.pop(), until_ms=at_ms))
