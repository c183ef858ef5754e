"""The events of a run as a tab came to show them: what a person saw happen, and when. Not what a load or a turn of the
page brought with it.
"""

import math
from collections.abc import Iterable
from dataclasses import dataclass

from harness.core.words import RunKey
from harness.facts.agreement import FACTS
from harness.facts.case import LOAD_MS, Case
from harness.facts.claims import Claim
from harness.facts.retries import stretches
from harness.facts.spans import covering
from harness.facts.submits import submits
from harness.microcopy.reading import Kind

APART_MS = 10_000
"""A retry, or a loss of contact, that comes again sooner is the same trouble."""
LASTING_MS = 2_000
"""What goes again sooner was hardly seen."""

START, BEGIN, RETRY, OFFLINE, END = "start", "begin", "retry", "offline", "end"
_APPEARS = frozenset((Kind.STATE, Kind.ENDED, Kind.COUNT, Kind.PERCENT, Kind.STEP, Kind.QUEUE))
_WAITS = ("queued", "accepted")
_RUNS = ("running", "retrying")
_WEIGHT = ("partial", "failed", "cancelled", "succeeded", "completed", "finished")


@dataclass(frozen=True, kw_only=True, slots=True)
class Sight:
    """One event of a run that a tab came to show, by this claim: start, begin (of work), retry, offline, end."""

    event: str
    run: RunKey
    tab: int
    at_ms: int
    claim: Claim


def sights(case: Case) -> list[Sight]:
    """Every event that some tab came to show while a person could see it."""
    found: list[Sight] = []
    for tab in case.screen.tabs:
        found += _offline(case, tab)
        for key in case.truth.runs():
            shown = _Shown(case, tab, key)
            found += [sight for sight in (shown.start(), shown.begin(), *shown.retries(), shown.end()) if sight]
    return sorted(found, key=lambda sight: (sight.at_ms, sight.tab))


class _Shown:
    """What one tab showed of one run, in a part of the page of its own, as it was painted before a person's eyes."""

    def __init__(self, case: Case, tab: int, key: RunKey) -> None:
        self._case = case
        self._tab = tab
        self._key = key
        claims = case.screen.claims(run=key, tab=tab)
        self._painted = [claim for claim in claims if claim.surface in ("text", "bar")]
        self._claims = [claim for claim in self._painted if not claim.listed]

    def start(self) -> Sight | None:
        """The job appeared, which the person had asked for in this tab; not in a list at first, and here later."""
        accepted_ms = self._case.truth.accepted_at(self._key)
        if not self._was_asked_here() or not _is_settled(self._case, self._tab, accepted_ms):
            return None
        shown = [claim for claim in self._painted if claim.kind in _APPEARS and claim.at_ms >= accepted_ms]
        if not shown or shown[0].listed or not _is_fresh(shown[0], self._case, accepted_ms):
            return None
        return Sight(event=START, run=self._key, tab=self._tab, at_ms=shown[0].at_ms, claim=shown[0])

    def begin(self) -> Sight | None:
        """Waiting had been shown, and then that it runs."""
        states = [claim for claim in self._claims if claim.kind is Kind.STATE and claim.phase is None]
        runs = next((claim for claim in states if claim.word in _RUNS), None)
        if runs is None:
            return None
        waits = [claim for claim in self._claims if claim.word in _WAITS or claim.kind is Kind.QUEUE]
        seen_ms = sum(until - start for claim in waits for start, until in claim.seen if start < runs.at_ms)
        told = any(claim.at_ms < runs.at_ms <= claim.until_ms for claim in waits)
        return self._sight(BEGIN, runs) if told and seen_ms >= LASTING_MS else None

    def retries(self) -> Iterable[Sight | None]:
        """That it tries again had not been shown for a while, and then was."""
        late_ms = self._case.beta_ms
        tried = [(stretch.from_ms, stretch.until_ms + late_ms) for stretch in stretches(self._case, self._key)]
        told = [claim for claim in self._claims if claim.kind is Kind.ATTEMPT or claim.word == "retrying"]
        last_ms = -math.inf
        for claim in told:
            if claim.at_ms - last_ms >= APART_MS and covering(tried, claim.at_ms):
                yield self._sight(RETRY, claim)
            last_ms = max(last_ms, claim.until_ms)

    def end(self) -> Sight | None:
        """It had been shown as going on, and then that it was over."""
        over = [claim for claim in self._claims if claim.kind is Kind.ENDED and claim.phase is None]
        if not over:
            return None
        at_ms = min(claim.at_ms for claim in over)
        said = min((claim for claim in over if claim.at_ms == at_ms), key=lambda claim: _weight(str(claim.word)))
        return self._sight(END, said)

    def _was_asked_here(self) -> bool:
        if any(submit.run == self._key and submit.tab == self._tab for submit in submits(self._case)):
            return True
        told = [command for command in self._case.commands if command.tab == self._tab and command.do != "cancel"]
        return any((command.job, command.run) == self._key for command in told)

    def _sight(self, event: str, claim: Claim) -> Sight | None:
        """The event, if the tab had spoken of the run right before it was shown."""
        spoke = any(held.kind in FACTS and held.stands(claim.at_ms - 1) for held in self._claims)
        if not spoke or not _is_fresh(claim, self._case, claim.at_ms - LOAD_MS):
            return None
        return Sight(event=event, run=self._key, tab=self._tab, at_ms=claim.at_ms, claim=claim)


def _offline(case: Case, tab: int) -> list[Sight]:
    lost = [claim for claim in case.screen.claims(kind=Kind.CONNECTION, tab=tab) if claim.word in ("lost", "stale")]
    found, last_ms = [], -math.inf
    for claim in (claim for claim in lost if claim.surface == "text"):
        lasts = claim.until_ms - claim.at_ms >= LASTING_MS
        if claim.at_ms - last_ms >= APART_MS and lasts and _is_fresh(claim, case, claim.at_ms - LOAD_MS):
            found.append(Sight(event=OFFLINE, run=claim.run, tab=tab, at_ms=claim.at_ms, claim=claim))
        last_ms = max(last_ms, claim.until_ms)
    return found


def _is_fresh(claim: Claim, case: Case, from_ms: float) -> bool:
    """Whether it was painted before a person's eyes, and neither a load nor a turn of the page had brought it."""
    seen = bool(claim.seen) and claim.seen[0][0] == claim.at_ms
    turned = case.prompted(claim.tab, from_ms, claim.at_ms)
    return seen and not turned and _is_settled(case, claim.tab, claim.at_ms)


def _is_settled(case: Case, tab: int, at_ms: float) -> bool:
    """Whether the document had been there long enough to show what it had to show at first."""
    documents = [one for one in case.screen.visibility.documents if one.tab == tab and one.from_ms <= at_ms]
    return bool(documents) and documents[-1].ready_ms + LOAD_MS + case.beta_ms <= at_ms


def _weight(word: str) -> int:
    return _WEIGHT.index(word) if word in _WEIGHT else len(_WEIGHT)
