"""The lane of what could be perceived: for each tab its sentences as they changed, its documents, when it was hidden.

A sentence belongs to a slot: one node of one document. ``texts`` holds ``[at_ms, slot, sentence]``, with an empty
sentence when the slot is gone; what stands at a moment is the last of each slot. A list of two hundred rows appears at
once and says nothing over time, so a moment gives at most some sentences.
"""

import re
from collections.abc import Iterable, Iterator, Mapping, Sequence
from typing import Any

from harness.facts.lines import Shown
from harness.facts.spans import without
from harness.facts.visibility import Visibility
from harness.reporters.thin import thinned
from harness.trace.trial import Trial

MOST_SLOTS = 48
MOST_SAID = 1_000
STEPS = 300
WEIGHTS = {"alert": 20, "status": 20, "heading": 10, "row": -10, "listitem": -5}

Text = tuple[int, str, str]


def screen_lane(trial: Trial, views: Mapping[int, Sequence[Shown]]) -> dict[str, Any]:
    """What each tab showed, from its views in order, and what was said aloud."""
    end_ms = trial.header.end_ms
    visibility = Visibility(trial.pages, end_ms)
    said = [(announcement.at_ms, announcement) for announcement in trial.announcements]
    return {
        "tabs": [_tab(trial, tab, held, visibility) for tab, held in views.items()],
        "announcements": [[a.at_ms, a.text, a.politeness, a.tab] for _, a in thinned(said, end_ms, MOST_SAID)],
    }


def _tab(trial: Trial, tab: int, views: Sequence[Shown], visibility: Visibility) -> dict[str, Any]:
    pages = [page for page in trial.pages if page.tab == tab]
    end_ms = trial.header.end_ms
    closed = [page.at_ms for page in pages if page.cause == "close"]
    until_ms = closed[-1] if closed else end_ms
    from_ms = pages[0].at_ms if pages else 0
    return {
        "tab": tab,
        "from": from_ms,
        "to": until_ms,
        "hidden": [[int(start), int(until)] for start, until in without([(from_ms, until_ms)], visibility.seen(tab))],
        "texts": _numbered(_thin(list(_texts(views)), end_ms)),
        "pages": [{"at": page.at_ms, "cause": page.cause, "url": page.url} for page in pages],
    }


def _texts(views: Sequence[Shown]) -> Iterator[Text]:
    standing: dict[str, str] = {}
    for now in views:
        said = {f"{line.role}:{now.document}:{line.nodes[0]}": line.text for line in now.lines if line.nodes}
        yield from ((now.at_ms, slot, "") for slot in standing if slot not in said)
        yield from ((now.at_ms, slot, text) for slot, text in said.items() if standing.get(slot) != text)
        standing = said


def _thin(texts: list[Text], end_ms: int) -> list[Text]:
    """Few enough: the slots that changed most, and of a counter that ticks the last value of each short span."""
    kept = _busiest(texts)
    bin_ms = max(1, end_ms // STEPS)
    last = {(slot, at_ms // bin_ms, _shape(text)): index for index, (at_ms, slot, text) in enumerate(texts)}
    return [texts[index] for index in sorted(last.values()) if texts[index][1] in kept]


def _busiest(texts: Iterable[Text]) -> frozenset[str]:
    changes: dict[str, int] = {}
    for _, slot, text in texts:
        changes[slot] = changes.get(slot, 0) + bool(text)
    order = sorted(changes, key=lambda slot: -changes[slot] - WEIGHTS.get(slot.partition(":")[0], 0))
    return frozenset(order[:MOST_SLOTS])


def _shape(text: str) -> str:
    return re.sub(r"\d+", "#", text)


def _numbered(texts: list[Text]) -> list[list[Any]]:
    slots = {slot: number for number, slot in enumerate(dict.fromkeys(slot for _, slot, _ in texts))}
    return [[at_ms, slots[slot], text] for at_ms, slot, text in texts]
