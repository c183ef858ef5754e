"""Planted strings that reached the screen: in a text, a name, a value, a title or an announcement, letter by letter."""

import math
from collections.abc import Iterator
from dataclasses import dataclass
from typing import Any

from harness.microcopy.leaks import canary_in
from harness.trace.records import ScreenDelta
from harness.trace.trial import Trial

_BEGINS = frozenset(("open", "reload", "navigate", "close", "unreachable"))


@dataclass(frozen=True, kw_only=True, slots=True)
class Leak:
    """``text`` is what showed it, on which ``surface``; ``what`` the string itself, or the kind of leak."""

    tab: int
    at_ms: int
    until_ms: float
    text: str
    what: str
    surface: str = "text"


def leaks(trial: Trial) -> list[Leak]:
    """Every canary of the trial that could be seen or heard, from its paint until it was gone."""
    canaries = trial.header.canaries
    if not canaries:
        return []
    found = [leak for delta in trial.screens for leak in _shown(delta, trial, canaries)]
    said = [(held, canary_in(held.text, canaries)) for held in trial.announcements]
    found += [
        Leak(
            tab=held.tab,
            at_ms=held.at_ms,
            until_ms=held.at_ms,
            text=held.text,
            what=canary,
            surface="announcement",
        )
        for held, canary in said
        if canary is not None
    ]
    return sorted(found, key=lambda leak: (leak.at_ms, leak.tab, leak.what))


def _shown(delta: ScreenDelta, trial: Trial, canaries: tuple[str, ...]) -> Iterator[Leak]:
    for nid, node in delta.set_.items():
        for text in _strings(node):
            if canary := canary_in(text, canaries):
                until_ms = _until(delta, nid, trial)
                yield Leak(tab=delta.tab, at_ms=delta.at_ms, until_ms=until_ms, text=text, what=canary)
    if delta.title and (canary := canary_in(delta.title, canaries)):
        yield Leak(tab=delta.tab, at_ms=delta.at_ms, until_ms=math.inf, text=delta.title, what=canary, surface="title")


def _strings(node: dict[str, Any]) -> Iterator[str]:
    yield from (kid for kid in node.get("kids", ()) if isinstance(kid, str))
    yield str(node.get("name", ""))
    value = node.get("value")
    yield str(value.get("text", "")) if isinstance(value, dict) else str(value or "")


def _until(since: ScreenDelta, nid: str, trial: Trial) -> float:
    """When the node was set anew, or went, or its document did."""
    later = (delta for delta in trial.screens if delta.tab == since.tab and delta.at_ms > since.at_ms)
    changed = next((delta.at_ms for delta in later if nid in delta.set_ or nid in delta.del_), math.inf)
    pages = (page for page in trial.pages if page.tab == since.tab and page.cause in _BEGINS)
    return min(changed, next((page.at_ms for page in pages if page.at_ms > since.at_ms), math.inf))
