"""What a page has to say, by the truth: each obligation with its act, its deadline and the surfaces that must carry it.

The deadlines are the laws' own thresholds; whoever checks them adds the staleness allowance and the network's grace.
"""

from collections.abc import Iterator
from dataclasses import dataclass, replace
from itertools import pairwise
from statistics import median

from harness.core.words import Outcome, RunKey, State
from harness.facts.case import Case
from harness.facts.contact import Silence
from harness.facts.network_windows import CATCH_UP_MS
from harness.facts.views import RunView
from harness.speech.acts import Act
from harness.speech.truth import act_of

LONG_MS = 10_000
"""laws.md: a wait, a run or a silence that is longer has to be explained"""
SOON_MS = 1_000
REST_MS = 2_000
"""what is fetched beside an end itself: why items failed, and what can be done"""
STALLED_MS = 60_000
_PAGE, _VOICE = ("page",), ("page", "announcement")


@dataclass(frozen=True, kw_only=True, slots=True)
class Obligation:
    """From ``at_ms`` the page owes the act, by ``due_ms`` it must have said it; after ``until_ms`` it is over.

    ``tab`` is the only one that owes it; None where every tab does that shows the run.
    """

    act: Act
    run: RunKey
    at_ms: int
    due_ms: int
    until_ms: float
    surfaces: tuple[str, ...] = _PAGE
    tab: int | None = None


def obligations(case: Case) -> list[Obligation]:
    """Every obligation of the trial, in the order in which they arise. What is over before it is due is none."""
    found = [held for key in case.truth.runs() for held in _of_run(key, case)]
    found += [held for silence in case.silences for held in _of_silence(silence, case)]
    due = [held for held in found if held.due_ms + case.beta_ms < min(held.until_ms, case.end_ms)]
    return sorted(due, key=lambda held: (held.at_ms, held.run, held.act, held.tab or 0))


def _of_run(key: RunKey, case: Case) -> Iterator[Obligation]:
    accepted_ms, ended_ms = int(case.truth.accepted_at(key)), case.truth.ended_at(key)
    stretches = list(_stretches(key, case))
    yield _owed(Act.STARTED, key, accepted_ms, SOON_MS, min(ended_ms, accepted_ms + LONG_MS), _VOICE)
    for state, from_ms, until_ms in stretches:
        act, wait_ms = _ACTS.get(state, (None, 0))
        if act is not None:
            yield _owed(act, key, from_ms, wait_ms, until_ms)
    yield from _stalls(key, case)
    if ended_ms <= case.end_ms:
        yield from _ends(key, int(ended_ms), case)


_ACTS: dict[State, tuple[Act, int]] = {
    State.QUEUED: (Act.WAITING, LONG_MS),
    State.PAUSED: (Act.WAITING, LONG_MS),
    State.RUNNING: (Act.WORKING, LONG_MS),
    State.RETRYING: (Act.RETRYING, SOON_MS),
    State.CANCELLING: (Act.CANCELLING, SOON_MS),
}


def _owed(
    act: Act, key: RunKey, at_ms: int, wait_ms: int, until_ms: float, surfaces: tuple[str, ...] = _PAGE
) -> Obligation:
    return Obligation(act=act, run=key, at_ms=at_ms, due_ms=at_ms + wait_ms, until_ms=until_ms, surfaces=surfaces)


def _views(key: RunKey, case: Case) -> list[tuple[int, RunView]]:
    moments = [int(case.truth.accepted_at(key)), *case.truth.moments(key, case.truth.accepted_at(key), case.end_ms)]
    return [(at_ms, view) for at_ms in moments if (view := case.truth.view(key, at_ms)) is not None]


def _stretches(key: RunKey, case: Case) -> Iterator[tuple[State, int, float]]:
    """The states of the run, each from when to when."""
    since: tuple[State, int] | None = None
    for at_ms, view in _views(key, case):
        if since is not None and view.state is not since[0]:
            yield since[0], since[1], at_ms
        if since is None or view.state is not since[0]:
            since = (view.state, at_ms)
    if since is not None and since[0] is not State.ENDED:
        yield since[0], since[1], case.end_ms


def _stalls(key: RunKey, case: Case) -> Iterator[Obligation]:
    """No progress for a minute, or for five times what an item takes, while it runs."""
    views = [(at_ms, view) for at_ms, view in _views(key, case) if view.state in (State.RUNNING, State.RETRYING)]
    progress = [at_ms for (_, before), (at_ms, view) in pairwise(views) if _gone_on(before, view)]
    gaps = [then - before for before, then in pairwise(progress)]
    limit_ms = max(STALLED_MS, int(5 * median(gaps))) if gaps else STALLED_MS
    for before, then in pairwise(progress):
        if then - before > limit_ms:
            yield _owed(Act.STALLED, key, before + limit_ms, LONG_MS, then)


def _gone_on(before: RunView, view: RunView) -> bool:
    done = [phase.done for phase in view.phases]
    return view.counts.processed != before.counts.processed or done != [phase.done for phase in before.phases]


def _ends(key: RunKey, ended_ms: int, case: Case) -> Iterator[Obligation]:
    """How it ended is owed until the job runs again: then the page tells of the new run."""
    view = case.truth.view(key, ended_ms)
    if view is None:
        return
    again_ms = min(case.truth.again_at(key), case.end_ms)
    yield _owed(act_of(view), key, ended_ms, SOON_MS, again_ms, _VOICE)
    if view.counts.failed and view.outcome is Outcome.PARTIAL:
        yield _owed(Act.FAILED, key, ended_ms, REST_MS, again_ms)


def _of_silence(silence: Silence, case: Case) -> Iterator[Obligation]:
    """That the page hears nothing of a run that goes on, once it lasts; and that it hears again."""
    key = next((key for key in case.truth.runs() if _goes_on(key, silence.from_ms, case)), None)
    if key is None or silence.lasts_ms <= LONG_MS:
        return
    lost = _owed(Act.OFFLINE, key, silence.from_ms, LONG_MS, silence.until_ms)
    yield replace(lost, tab=silence.tab)
    if silence.until_ms < case.end_ms:
        back = _owed(Act.BACK, key, int(silence.until_ms), CATCH_UP_MS, case.end_ms)
        yield replace(back, tab=silence.tab)


def _goes_on(key: RunKey, at_ms: float, case: Case) -> bool:
    return case.truth.accepted_at(key) <= at_ms < case.truth.ended_at(key)
