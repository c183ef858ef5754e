"""The lane of what was really so: per run its states, phases, item counts and ending."""

from collections.abc import Sequence
from itertools import groupby
from typing import Any

from harness.core.words import RunKey
from harness.facts.truth import Truth
from harness.facts.views import RunView
from harness.reporters.thin import thinned
from harness.trace.truth_event import TruthEvent

MOST_POINTS = 2_000


def truth_lane(events: Sequence[TruthEvent], end_ms: int) -> dict[str, Any]:
    """Every run of the trial in the order accepted; what had ended before the trial began is no part of it."""
    truth = Truth(tuple(events))
    asked_by = {event.job: event.data.get("by", "person") for event in events if event.kind == "job.accepted"}
    keys = [key for key in truth.runs() if truth.ended_at(key) >= 0]
    runs = [_run(truth, key, end_ms) | {"by": asked_by[key.job]} for key in keys]
    names = [_name(run, runs) for run in runs]
    return {"runs": [{**run, "title": name} for run, name in zip(runs, names, strict=True)]}


def _name(run: dict[str, Any], runs: Sequence[dict[str, Any]]) -> str:
    """A run's title, with what sets it apart: which run it is, or which job where two bear the same title."""
    title = f"{run['title']}, run {run['run']}" if run["run"] > 1 else str(run["title"])
    alike = {other["job"] for other in runs if other["title"] == run["title"]}
    return f"{title} ({run['job']})" if len(alike) > 1 and run["by"] == "person" else title


def _run(truth: Truth, key: RunKey, end_ms: int) -> dict[str, Any]:
    changes = _changes(truth, key, end_ms)
    last = changes[-1][1]
    ended_ms = last.ended_ms if last.ended_ms is not None else end_ms
    return {
        "job": key.job,
        "run": key.run,
        "title": last.title,
        "noun": last.noun,
        "accepted": max(last.accepted_ms, 0),
        "ended": last.ended_ms,
        "outcome": None if last.outcome is None else last.outcome.value,
        "states": _states(changes, ended_ms),
        "phases": _phases(last, ended_ms),
        "counts": _counts(changes, end_ms),
        "says": _descriptions(truth, key, changes, end_ms),
        "causes": [[cause.cause, cause.state, cause.count] for cause in last.causes],
    }


def _changes(truth: Truth, key: RunKey, end_ms: int) -> list[tuple[int, RunView]]:
    before = [0] if truth.accepted_at(key) < 0 else []
    moments = before + truth.moments(key, 0 if before else -1, end_ms)
    views = ((at_ms, truth.view(key, at_ms)) for at_ms in moments)
    return [(at_ms, view) for at_ms, view in views if view is not None]


def _states(changes: Sequence[tuple[int, RunView]], ended_ms: int) -> list[dict[str, Any]]:
    starts = [(next(group)[0], state) for state, group in groupby(changes, key=lambda change: change[1].state)]
    ends = [*(at_ms for at_ms, _ in starts[1:]), ended_ms]
    bands = zip(starts, ends, strict=True)
    return [{"state": state.value, "from": at_ms, "to": until_ms} for (at_ms, state), until_ms in bands]


def _phases(view: RunView, ended_ms: int) -> list[dict[str, Any]]:
    return [
        {
            "title": phase.title,
            "state": phase.state.value,
            "from": max(phase.started_ms, 0),
            "to": phase.ended_ms if phase.ended_ms is not None else ended_ms,
        }
        for phase in view.phases
        if phase.started_ms is not None
    ]


def _counts(changes: Sequence[tuple[int, RunView]], end_ms: int) -> list[list[int | None]]:
    points = [(at_ms, view.counts) for at_ms, view in changes]
    moved = [point for index, point in enumerate(points) if index == 0 or point[1] != points[index - 1][1]]
    return [
        [at_ms, counts.succeeded, counts.failed, counts.skipped, counts.total]
        for at_ms, counts in thinned(moved, end_ms, MOST_POINTS)
    ]


def _descriptions(
    truth: Truth, key: RunKey, changes: Sequence[tuple[int, RunView]], end_ms: int
) -> list[tuple[int, str]]:
    """What was true, as clauses for any moment; a clause that stays is told once."""
    told = [(at_ms, truth.describe(key, at_ms)) for at_ms, _ in thinned(changes, end_ms, MOST_POINTS)]
    return [one for index, one in enumerate(told) if index == 0 or one[1] != told[index - 1][1]]
