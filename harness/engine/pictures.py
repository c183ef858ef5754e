"""Pictures of the moments that matter, from a second drive of the same trial that must come out the same."""

import math
from collections.abc import Iterator
from dataclasses import dataclass
from itertools import groupby, pairwise
from pathlib import Path

from harness.core.errors import HarnessTrouble
from harness.core.words import RunKey, State
from harness.drive.drive import drive
from harness.drive.lab import Lab
from harness.drive.tabs import Tabs
from harness.engine.collect import collect
from harness.engine.prepare import Prepared
from harness.facts.truth import Truth
from harness.facts.views import RunView
from harness.trace.result import Finding, Picture
from harness.trace.trial import Trial

MOST_FINDINGS = 8
MOST_STATES = 24
SETTLED_MS = 1_000
QUALITY = 70


@dataclass(frozen=True, kw_only=True, slots=True)
class Wanted:
    """A moment that somebody will want to look at."""

    at_ms: int
    label: str
    why: str
    finding: str | None = None
    tab: int | None = None
    """None: the tab that the person uses then"""


def wanted(trial: Trial, findings: tuple[Finding, ...]) -> list[Wanted]:
    """The moment of each finding, and the page in each state of each run."""
    moments = [
        Wanted(
            at_ms=finding.at_ms,
            label=finding.law,
            why=finding.sentence,
            finding=finding.fingerprint,
            tab=finding.tab,
        )
        for finding in findings[:MOST_FINDINGS]
    ]
    return [*moments, *_states(trial)]


def _states(trial: Trial) -> list[Wanted]:
    """Each state of each run, once, where it lasts long enough to be looked at; what the person started comes first."""
    truth = Truth(trial.truth)
    by_world = {event.key for event in trial.truth if event.kind == "job.accepted" and event.data.get("by") == "world"}
    keys = sorted(truth.runs(), key=lambda key: key in by_world)
    return [one for key in keys for one in _states_of(truth, key, trial)][:MOST_STATES]


def _states_of(truth: Truth, key: RunKey, trial: Trial) -> Iterator[Wanted]:
    """A state is looked at once the page has settled in it, or right before it is over if that comes first."""
    beta_ms, seen = trial.header.beta_ms, set[str]()
    for label, from_ms, until_ms in _stretches(truth, key, trial.header.end_ms):
        at_ms = min(from_ms + beta_ms + SETTLED_MS, until_ms - 1)
        if label not in seen and at_ms >= from_ms + beta_ms:
            seen.add(label)
            yield Wanted(at_ms=at_ms, label=label, why=_told(truth, key, at_ms))


def _stretches(truth: Truth, key: RunKey, end_ms: int) -> Iterator[tuple[str, int, int]]:
    """Each state of a run that is entered during the trial, from when until when."""
    moments = truth.moments(key, -1, end_ms)
    labels = [(at_ms, _label(view)) for at_ms in moments if (view := truth.view(key, at_ms)) is not None]
    begun = [next(group) for _, group in groupby(labels, key=lambda one: one[1])]
    for (from_ms, label), (until_ms, _) in pairwise([*begun, (end_ms + 1, "")]):
        yield label, from_ms, until_ms


def _told(truth: Truth, key: RunKey, at_ms: int) -> str:
    view = truth.view(key, at_ms)
    return f"{view.title if view else key.job}: {truth.describe(key, at_ms)}"


def _label(view: RunView) -> str:
    if view.outcome is not None or view.state is not State.RUNNING or view.phase is None:
        return str(view.outcome or view.state)
    return view.phase.title


async def take(prepared: Prepared, lab: Lab, trial: Trial, moments: list[Wanted], folder: Path) -> tuple[Picture, ...]:
    """Drive the trial again and take a picture at each moment. Raises HarnessTrouble if it comes out otherwise."""
    pictures: list[Picture] = []
    pending = sorted(moments, key=lambda one: one.at_ms)

    async def watch(now_ms: int, tabs: Tabs) -> None:
        due = [one for one in pending if one.at_ms <= now_ms]
        del pending[: len(due)]
        shown = [(tab, one) for one in due if one.at_ms == now_ms and (tab := _tab_of(one, tabs)) is not None]
        for tab in sorted({tab for tab, _ in shown}):
            name = f"{prepared.id}--{now_ms}{f'--tab-{tab + 1}' if tab else ''}.jpeg"
            await tabs[tab].tab.picture(folder / name, QUALITY)
            pictures.extend(_picture(one, f"{folder.name}/{name}", tab) for at, one in shown if at == tab)

    stops = tuple(sorted({one.at_ms for one in moments if math.isfinite(one.at_ms)}))
    again = collect(prepared, await drive(prepared.plan, lab, watch, stops), trial.header.browser)
    if again.screen_hash != trial.screen_hash:
        raise HarnessTrouble(f"trial {prepared.id} came out otherwise when it was driven again for its pictures")
    return tuple(pictures)


def _tab_of(one: Wanted, tabs: Tabs) -> int | None:
    """The tab to take a picture of, if it is open."""
    tab = tabs.desk.front if one.tab is None else one.tab
    return tab if tab in tabs.desk.tabs else None


def _picture(one: Wanted, file: str, tab: int) -> Picture:
    return Picture(at_ms=one.at_ms, label=one.label, why=one.why, file=file, finding=one.finding, tab=tab)
