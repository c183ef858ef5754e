"""Which moments of a trial somebody will want to look at, the most telling first."""

from collections.abc import Iterable, Iterator
from dataclasses import dataclass, replace
from itertools import groupby, pairwise

from harness.core.words import Outcome, RunKey, State
from harness.facts.network_windows import CATCH_UP_MS
from harness.facts.truth import Truth
from harness.facts.views import RunView
from harness.reporters.words import fault_end_words, fault_words, step_words
from harness.trace.records import FaultWindow
from harness.trace.result import Finding
from harness.trace.trial import Trial

MOST_FINDINGS = 8
MOST_MOMENTS = 40
SETTLED_MS = 1_000
ANSWERED_MS = 100
"""How soon a page answers a press, if it does so at once."""


@dataclass(frozen=True, kw_only=True, slots=True)
class Wanted:
    """A moment, and why it is looked at. ``kind``: finding, before, after (a step), state, fault, end.

    ``tab`` is the one to look at; None: what can be seen.
    """

    at_ms: int
    kind: str
    label: str
    why: str = ""
    finding: str | None = None
    tab: int | None = None


def wanted(trial: Trial, findings: tuple[Finding, ...]) -> list[Wanted]:
    """Findings, what the person did, each state of each run, what the network did, states that come again, the end."""
    first, again = _states(trial)
    end = Wanted(at_ms=trial.header.end_ms, kind="end", label="the end of the trial")
    faults = (moment for fault in trial.faults for moment in _fault(fault, trial.header.beta_ms))
    everything = [*_findings(findings), *_steps(trial), *first, *faults, end, *again]
    return _some(one for one in everything if 0 <= one.at_ms <= trial.header.end_ms)


def _some(moments: Iterable[Wanted]) -> list[Wanted]:
    """As many as fit into so many different moments."""
    kept: list[Wanted] = []
    held: set[int] = set()
    for one in moments:
        if one.at_ms in held or len(held) < MOST_MOMENTS:
            held.add(one.at_ms)
            kept.append(one)
    return kept


def _findings(findings: tuple[Finding, ...]) -> Iterator[Wanted]:
    for one in findings[:MOST_FINDINGS]:
        told = Wanted(at_ms=one.at_ms, kind="finding", label=one.law, why=one.sentence, finding=one.fingerprint)
        yield replace(told, tab=one.tab)


def _steps(trial: Trial) -> Iterator[Wanted]:
    """The page just before and just after each thing that the person did."""
    nexts = [step.at_ms for step in trial.steps[1:]] + [trial.header.end_ms]
    for step, next_ms in zip(trial.steps, nexts, strict=False):
        words = f"the person {step_words(step.do, step.note)}"
        yield Wanted(at_ms=step.at_ms - 1, kind="before", label=f"just before {words}")
        after_ms = max(step.done_ms, min(step.done_ms + ANSWERED_MS, next_ms))
        if after_ms > step.at_ms:  # else there is no moment between this step and the next
            yield Wanted(at_ms=after_ms, kind="after", label=words)


def _fault(fault: FaultWindow, beta_ms: int) -> Iterator[Wanted]:
    """As it begins, as it ends, and when the page has had time to catch up."""
    words, over = fault_words(fault.kind), fault_end_words(fault.kind)
    yield Wanted(at_ms=fault.at_ms, kind="fault", label=words)
    if fault.end_ms > fault.at_ms:
        yield Wanted(at_ms=fault.end_ms, kind="fault", label=over)
    yield Wanted(at_ms=fault.end_ms + CATCH_UP_MS + beta_ms, kind="fault", label=f"{over}, some seconds later")


def _states(trial: Trial) -> tuple[list[Wanted], list[Wanted]]:
    """Each state of each run where it lasts long enough to be looked at, and those that come again.

    What the person started comes first.
    """
    truth = Truth(trial.truth)
    by_world = {event.key for event in trial.truth if event.kind == "job.accepted" and event.data.get("by") == "world"}
    first: list[Wanted] = []
    again: list[Wanted] = []
    for key in sorted(truth.runs(), key=lambda key: key in by_world):
        seen: set[str] = set()
        for one in _states_of(truth, key, trial, several=len(truth.runs()) > 1):
            (again if one.label in seen else first).append(one)
            seen.add(one.label)
    return first, again


def _states_of(truth: Truth, key: RunKey, trial: Trial, *, several: bool) -> Iterator[Wanted]:
    """A state is looked at once the page has settled in it, or right before it is over if that comes first.

    Where there are several runs, each is named.
    """
    beta_ms = trial.header.beta_ms
    for label, from_ms, until_ms in _stretches(truth, key, trial.header.end_ms):
        at_ms = min(from_ms + beta_ms + SETTLED_MS, until_ms - 1)
        if at_ms >= from_ms + beta_ms:
            title = _title(truth, key, at_ms)
            named = f"{title}: {label}" if several else label
            yield Wanted(at_ms=at_ms, kind="state", label=named, why=f"{title}: {truth.describe(key, at_ms)}")


def _stretches(truth: Truth, key: RunKey, end_ms: int) -> Iterator[tuple[str, int, int]]:
    """Each state of a run that is entered during the trial, from when until when."""
    moments = truth.moments(key, -1, end_ms)
    labels = [(at_ms, _label(view)) for at_ms in moments if (view := truth.view(key, at_ms)) is not None]
    begun = [next(group) for _, group in groupby(labels, key=lambda one: one[1])]
    for (from_ms, label), (until_ms, _) in pairwise([*begun, (end_ms + 1, "")]):
        yield label, from_ms, until_ms


def _title(truth: Truth, key: RunKey, at_ms: int) -> str:
    view = truth.view(key, at_ms)
    return view.title if view else key.job


def _label(view: RunView) -> str:
    if view.outcome is Outcome.PARTIAL:
        return "partly succeeded"
    if view.outcome is not None or view.state is not State.RUNNING or view.phase is None:
        return str(view.outcome or view.state)
    return view.phase.title
