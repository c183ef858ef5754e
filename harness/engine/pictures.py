"""Pictures of the moments that matter, from a second drive of the same trial that must come out the same."""

import math
from dataclasses import dataclass
from pathlib import Path

from harness.core.errors import HarnessTrouble
from harness.drive.drive import drive
from harness.drive.lab import Lab
from harness.engine.collect import collect
from harness.engine.prepare import Prepared
from harness.facts.truth import Truth
from harness.trace.result import Finding, Picture
from harness.trace.trial import Trial

MOST_FINDINGS = 8
SETTLED_MS = 1_000
QUALITY = 70


@dataclass(frozen=True, kw_only=True, slots=True)
class Wanted:
    """A moment that somebody will want to look at."""

    at_ms: int
    label: str
    why: str
    finding: str | None = None


def wanted(trial: Trial, findings: tuple[Finding, ...]) -> list[Wanted]:
    """The moment of each finding, and the page in each state of each run."""
    moments = [
        Wanted(at_ms=finding.at_ms, label=finding.law, why=finding.sentence, finding=finding.fingerprint)
        for finding in findings[:MOST_FINDINGS]
    ]
    return [*moments, *_states(trial)]


def _states(trial: Trial) -> list[Wanted]:
    truth = Truth(trial.truth)
    settled_ms = trial.header.beta_ms + SETTLED_MS
    found = []
    for key in truth.runs():
        seen = None
        for at_ms in truth.moments(key, -1, trial.header.end_ms):
            view = truth.view(key, at_ms)
            assert view is not None
            state = view.outcome or (view.phase.title if view.phase else view.state)
            if state != seen:
                told = truth.describe(key, at_ms)
                found.append(Wanted(at_ms=at_ms + settled_ms, label=str(state), why=f"{view.title}: {told}"))
            seen = state
    return [one for one in found if one.at_ms <= trial.header.end_ms]


async def take(prepared: Prepared, lab: Lab, trial: Trial, moments: list[Wanted], folder: Path) -> tuple[Picture, ...]:
    """Drive the trial again and take a picture at each moment. Raises HarnessTrouble if it comes out otherwise."""
    pictures: list[Picture] = []
    pending = sorted(moments, key=lambda one: one.at_ms)

    async def watch(now_ms: int, tab: int) -> None:
        due = [one for one in pending if one.at_ms <= now_ms]
        if not due or lab.page is None:
            return
        del pending[: len(due)]
        shown = [one for one in due if one.at_ms == now_ms]
        if shown:
            name = f"{prepared.id}--{now_ms}.jpeg"
            await lab.page.screenshot(
                path=folder / name, type="jpeg", quality=QUALITY, animations="allow", caret="initial"
            )
            pictures.extend(_picture(one, f"{folder.name}/{name}", tab) for one in shown)

    stops = tuple(sorted({one.at_ms for one in moments if math.isfinite(one.at_ms)}))
    again = collect(prepared, await drive(prepared.plan, lab, watch, stops), trial.header.browser)
    if again.screen_hash != trial.screen_hash:
        raise HarnessTrouble(f"trial {prepared.id} came out otherwise when it was driven again for its pictures")
    return tuple(pictures)


def _picture(one: Wanted, file: str, tab: int) -> Picture:
    return Picture(at_ms=one.at_ms, label=one.label, why=one.why, file=file, finding=one.finding, tab=tab)
