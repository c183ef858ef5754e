"""The fold answers every question as the plain one does, at every moment, however the log came in."""

import math
from bisect import bisect_right
from dataclasses import astuple
from itertools import pairwise
from typing import Any

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from harness.core.random import stream
from harness.core.words import ItemState, Outcome, RunKey, State
from harness.facts import run_fold, series
from harness.facts.phase_fold import PhaseFold
from harness.facts.truth import Truth
from harness.facts.views import RunView
from harness.model.commands import Cancel, RetryFailed, Submit
from harness.scenario.world import World
from harness.trace.truth_event import TruthEvent
from tests.facts.histories import KEY as HISTORY
from tests.facts.histories import History, histories
from tests.facts.naive import Retried, naive, retry
from tests.model.worlds import play, publish, world, worlds
from tests.tries import tries

KEY = RunKey("publish", 1)
CHOICES = [Submit(kind="publish", items=3), Cancel(job="job-0"), RetryFailed(job="job-0")]
commands = st.lists(st.tuples(st.integers(0, 60_000), st.sampled_from(CHOICES)), max_size=4).map(
    lambda told: sorted(told, key=lambda one: one[0])
)


def mixed() -> Truth:
    outcomes = {"failed": {"missing-id": 1, "timeout": 1}, "skipped": {"unchanged": 1}}
    told = world(publish(6, outcomes=outcomes, flaky={"items": 1, "attempts": 1}))
    return Truth(play(told, [(1_000, Submit(kind="publish")), (10**6, RetryFailed(job="publish"))]).events)


def picture(truth: Truth, key: RunKey, at_ms: int) -> dict[str, Any] | None:
    """What the fast fold says, in the plain one's form."""
    view = truth.view(key, at_ms)
    if view is None:
        return None
    counts = view.counts
    return {
        "state": view.state,
        "outcome": view.outcome,
        "total": counts.total,
        "grown": counts.grown,
        "rolled back": counts.rolled_back,
        "unheard": counts.unheard,
        "ended": {"succeeded": counts.succeeded, "failed": counts.failed, "skipped": counts.skipped},
        "causes": {(one.cause, one.state): one.count for one in view.causes},
        "phases": {one.id: [one.state, one.done, one.total, one.started_ms, one.ended_ms] for one in view.phases},
        "queue": astuple(view.queue) if view.queue else None,
        "paused": astuple(view.paused) if view.paused else None,
        "retry": retry_of(view),
        "items": {one.id: (one.state, one.attempt, one.cause, one.name, one.done) for one in truth.items(key, at_ms)},
        "children": view.children,
        "kept": view.kept,
        "won": astuple(view.won) if view.won else None,
        "cancel": astuple(view.cancel) if view.cancel else None,
        "started": view.started_ms,
        "finished": view.ended_ms,
        "version": view.version,
    }


def retry_of(view: RunView) -> Retried | None:
    held = view.retry
    return (held.items, held.attempt, held.next_at_ms, held.waiting, held.whole, held.attempts) if held else None


def plainly(events: tuple[TruthEvent, ...], key: RunKey, at_ms: int) -> dict[str, Any] | None:
    """What the plain fold says, without its notes."""
    plain = naive(events, key, at_ms)
    if plain is None:
        return None
    plain["retry"] = retry(plain)
    plain["grown"] = 0 if plain["total"] is None else plain["total"] - plain["first total"]
    for note in ("waiting", "trying", "whole", "in hand", "first total"):
        del plain[note]
    return plain


def agree(truth: Truth, key: RunKey, at_ms: int) -> None:
    assert picture(truth, key, at_ms) == plainly(truth.events, key, at_ms)


@settings(max_examples=tries(150))
@given(histories())
def test_every_kind_of_event_is_folded_as_the_plain_one_folds_it(events: list[TruthEvent]) -> None:
    truth = Truth(events)
    for at_ms in {edge for event in events for edge in (event.at_ms - 1, event.at_ms)}:
        agree(truth, HISTORY, at_ms)


def test_the_histories_hold_every_kind_that_the_fold_knows() -> None:
    known = run_fold.RunFold(History(stream(0, "history")).run()[0])._handlers
    told = {event.kind for seed in range(300) for event in History(stream(seed, "history")).run()}
    assert told == {"job.accepted", *known}


@settings(max_examples=tries(150))
@given(histories())
def test_the_counts_always_add_up(events: list[TruthEvent]) -> None:
    truth = Truth(events)
    for view in truth.views(HISTORY, 0, 10**9):
        counts, last = view.counts, view.phases[-1]
        parts = (counts.succeeded, counts.failed, counts.skipped, counts.rolled_back, counts.unheard, counts.grown)
        assert min(parts) >= 0
        assert counts.unheard <= counts.failed
        if counts.total is not None:
            assert 0 <= counts.total - counts.processed == counts.remaining
        assert sum(cause.count for cause in view.causes) == counts.failed + counts.skipped
        spoilt = sum(one.seq <= view.version for one in events if one.data.get("phase") == "validate" and ended(one))
        assert last.done + spoilt == counts.processed
    end, data = truth.views(HISTORY, 0, 10**9)[-1], events[-1].data
    assert (end.counts.succeeded, end.counts.failed, end.counts.skipped) == tuple(
        data[name] for name in ("succeeded", "failed", "skipped")
    )
    assert end.kept == (end.counts.succeeded if end.outcome is Outcome.CANCELLED else None)


@settings(max_examples=tries(60))
@given(worlds(), commands, st.lists(st.integers(-5, 120_000), min_size=1, max_size=12))
def test_the_fold_equals_the_plain_one_at_any_moment(world: World, told: list[Any], moments: list[int]) -> None:
    truth = Truth(play(world, told).events)
    edges = [event.at_ms for event in truth.events[:: max(1, len(truth.events) // 7)]]
    for key in truth.runs():
        for at_ms in [*moments, *edges, *(edge - 1 for edge in edges)]:
            agree(truth, key, at_ms)


@settings(max_examples=tries(40))
@given(worlds(), commands, st.lists(st.integers(0, 400), max_size=5), st.integers(0, 120_000))
def test_a_log_that_comes_in_pieces_is_folded_alike(world: World, told: list[Any], cuts: list[int], at_ms: int) -> None:
    events = tuple(play(world, told).events)
    whole, pieces = Truth(events), Truth()
    bounds = [0, *sorted(min(cut, len(events)) for cut in cuts), len(events)]
    for first, last in pairwise(bounds):
        pieces.extend(events[first:last])
        pieces.at(at_ms)
    assert pieces.events == events
    assert pieces.at(at_ms) == whole.at(at_ms)
    assert [pieces.views(key, 0, 10**9) for key in pieces.runs()] == [
        whole.views(key, 0, 10**9) for key in whole.runs()
    ]


def ended(event: TruthEvent) -> bool:
    return event.kind in ("item.succeeded", "item.failed", "item.skipped")


def test_items_that_come_to_light_are_more_for_the_run_as_for_its_last_phase() -> None:
    phases = [{"id": id, "title": id, "total": 3} for id in ("validate", "sync")]
    told = {"kind": "sync", "title": "Sync", "noun": "item", "total": 3, "phases": phases}
    happened: list[tuple[str, dict[str, Any]]] = [
        ("job.accepted", told),
        ("item.failed", {"item": "item-001", "phase": "validate", "cause": "missing-id"}),
        ("phase.started", {"phase": "sync", "total": 2}),
        ("phase.total", {"phase": "sync", "total": 6}),
    ]
    log = [
        TruthEvent(seq=seq, at_ms=seq, kind=kind, job="sync", run=1, data=data)
        for seq, (kind, data) in enumerate(happened, start=1)
    ]
    view = Truth(log).view(HISTORY, 9)
    assert view is not None
    assert (view.phases[1].total, view.counts.total, view.counts.grown) == (6, 7, 4)


def test_runs_and_their_ends() -> None:
    truth = mixed()
    again = RunKey("publish", 2)
    assert truth.runs() == (KEY, again)
    assert truth.accepted_at(KEY) == truth.started_at(KEY) == 1_000
    assert truth.ended_at(KEY) == truth.events[-1].at_ms - (truth.ended_at(again) - truth.ended_at(KEY))
    assert (truth.outcome(KEY), truth.outcome(again)) == (Outcome.PARTIAL, Outcome.PARTIAL)
    assert truth.last_seq == len(truth.events)


def test_what_has_not_happened_is_infinitely_late() -> None:
    truth = Truth(mixed().events[:1])
    unknown = RunKey("nobody", 1)
    assert (truth.started_at(KEY), truth.ended_at(KEY), truth.outcome(KEY)) == (math.inf, math.inf, None)
    assert (truth.accepted_at(unknown), truth.ended_at(unknown)) == (math.inf, math.inf)
    assert (truth.view(unknown, 0), truth.items(unknown, 0), truth.moments(unknown, 0, 9)) == (None, (), [])
    assert Truth().last_seq == 0


def test_the_newest_run_stands_for_its_job() -> None:
    truth = mixed()
    assert truth.at(999) == ()
    assert [view.key for view in truth.at(1_000)] == [KEY]
    assert [view.key for view in truth.at(10**6 - 1)] == [KEY]
    assert [view.key for view in truth.at(10**6)] == [RunKey("publish", 2)]
    assert truth.job("publish", 999) is None
    job = truth.job("publish", 10**6)
    assert job is not None
    assert (job.key.run, job.counts.total) == (2, 2)


def test_moments_are_those_of_change_without_repetition() -> None:
    truth = mixed()
    moments = truth.moments(KEY, 1_000, 10**6)
    assert 1_000 not in moments
    assert 1_000 in truth.moments(KEY, 999, 1_000)
    assert moments == sorted(set(moments))
    assert moments[-1] == truth.ended_at(KEY)
    assert all(truth.view(KEY, at_ms) != truth.view(KEY, at_ms - 1) for at_ms in moments)


def test_views_are_every_one_that_held_in_the_stretch() -> None:
    truth = mixed()
    views = truth.views(KEY, 0, 10**6)
    assert views[0] == truth.view(KEY, 1_000)
    assert views[-1] == truth.view(KEY, 10**6)
    assert len(views) == 1 + len(truth.moments(KEY, 1_000, 10**6))
    inside = truth.views(KEY, 1_050, 1_099)
    assert inside == [truth.view(KEY, 1_050)]


def test_retrying_is_only_when_every_item_left_waits() -> None:
    told = world(publish(2, flaky={"items": 1, "attempts": 1}, phases={"validate": "1s", "publish": "1s"}))
    truth = Truth(play(told, [(0, Submit(kind="publish"))]).events)
    states = [(at_ms, view.state) for at_ms in truth.moments(KEY, 0, 10**6) if (view := truth.view(KEY, at_ms))]
    changes = [one for one, before in zip(states, [(0, None), *states], strict=False) if one[1] != before[1]]
    assert [state for _, state in changes] == [State.RUNNING, State.RETRYING, State.RUNNING, State.ENDED]


def test_a_total_that_is_learnt_late_is_unknown_before() -> None:
    phases = [{"id": "scan", "title": "Scan", "total": None}]
    accepted = {"kind": "import", "title": "Import", "noun": "row", "total": None, "phases": phases, "by": "world"}
    log = [
        TruthEvent(seq=1, at_ms=0, kind="job.accepted", job="a", run=1, data=accepted),
        TruthEvent(seq=2, at_ms=5, kind="phase.started", job="a", run=1, data={"phase": "scan", "total": 9}),
    ]
    truth = Truth(log)
    before, after = truth.views(RunKey("a", 1), 0, 5)
    assert (before.counts.total, before.counts.remaining) == (None, None)
    assert (after.counts.total, after.counts.remaining) == (9, 9)


def test_an_item_that_fails_in_an_early_phase_has_passed_through_it() -> None:
    truth = mixed()
    view = truth.view(KEY, 10**6 - 1)
    assert isinstance(view, RunView)
    assert [(phase.done, phase.total) for phase in view.phases] == [(6, 6), (5, 5)]
    failed = {one.id: one.cause for one in truth.items(KEY, 10**6) if one.state is ItemState.FAILED}
    assert sorted(failed.values(), key=str) == ["missing-id", "timeout"]


def test_a_log_that_makes_no_sense_is_refused() -> None:
    stray = TruthEvent(seq=1, at_ms=0, kind="run.started", job="a", run=1)
    with pytest.raises(ValueError, match="truth event 1 speaks of a run 1, which nobody accepted"):
        Truth([stray])
    odd = TruthEvent(seq=99, at_ms=10**7, kind="run.exploded", job="publish", run=1)
    with pytest.raises(ValueError, match=r"truth event 99 has the unknown kind 'run\.exploded'"):
        mixed().extend([odd])


class Counting:
    """Counts how often a bisection looks, through the keys that it compares."""

    def __init__(self) -> None:
        self.bisections = 0

    def __call__(self, *arguments: Any, **named: Any) -> int:
        self.bisections += 1
        return bisect_right(*arguments, **named)


def bisections(items: int, monkeypatch: pytest.MonkeyPatch) -> int:
    truth = Truth(play(world(publish(items)), [(0, Submit(kind="publish"))]).events)
    counting = Counting()
    for module in (run_fold, series):
        monkeypatch.setattr(module, "bisect_right", counting)
    middle = truth.events[len(truth.events) // 2].at_ms
    assert truth.view(KEY, middle) is not None
    return counting.bisections


def test_a_view_is_the_same_few_bisections_however_long_the_log(monkeypatch: pytest.MonkeyPatch) -> None:
    assert bisections(10, monkeypatch) == bisections(1_000, monkeypatch) < 20


def test_folding_more_does_not_fold_the_old_again(monkeypatch: pytest.MonkeyPatch) -> None:
    events = mixed().events
    truth = Truth(events[:-1])
    added: list[TruthEvent] = []
    monkeypatch.setattr(run_fold.RunFold, "add", lambda self, event: added.append(event))
    truth.extend(events[-1:])
    assert added == [events[-1]]


def test_a_phase_counts_what_passed_through_it() -> None:
    phase = PhaseFold("scan", "Scan", None)
    phase.start(1, 10, 5)
    phase.advance(2, 1)
    assert (phase.view(0).total, phase.view(1).total, phase.view(1).done, phase.view(2).done) == (None, 5, 0, 1)


def test_a_phase_that_is_taken_up_again_began_when_it_first_did() -> None:
    phase = PhaseFold("scan", "Scan", None)
    phase.start(1, 10, 5)
    phase.start(2, 20, 5)
    assert (phase.view(2).started_ms, phase.learn(3, 8)) == (10, 3)
