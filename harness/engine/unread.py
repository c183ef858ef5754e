"""The sentences of a trial that nobody could read, told once each: where they stood, when, how often, and the line that
would teach them.
"""

from collections.abc import Iterable

from harness.facts.claims import Unread as Doubt
from harness.microcopy.taught import template
from harness.trace.result import Unread


def unread(doubts: Iterable[Doubt]) -> tuple[Unread, ...]:
    """Sentences that differ in their numbers only are one, told by the first."""
    groups: dict[str, list[Doubt]] = {}
    for held in sorted(doubts, key=lambda doubt: (doubt.at_ms, doubt.tab, doubt.text)):
        groups.setdefault(template(held.text), []).append(held)
    return tuple(_told(phrase, held) for phrase, held in groups.items())


def _told(phrase: str, held: list[Doubt]) -> Unread:
    first = held[0]
    return Unread(
        text=first.text,
        at_ms=first.at_ms,
        tab=first.tab,
        role=first.role,
        job=first.run.job,
        times=len(held),
        where=first.where,
        phrase=phrase,
    )
