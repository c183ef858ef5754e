"""One call of the command line: its trials, and what it announces."""

from collections import Counter
from collections.abc import AsyncIterator, Iterable, Sequence
from dataclasses import dataclass
from importlib.metadata import version
from typing import TypeAlias

from harness.core.stopwatch import Stopwatch, now_iso
from harness.core.verdicts import Verdict
from harness.engine.prepare import Prepared, prepare
from harness.engine.spec import TrialSpec
from harness.laws import ALL
from harness.scenario import read
from harness.scenario.scenario import Scenario
from harness.targets.load import load as load_target
from harness.targets.running import check_running
from harness.targets.target import Target
from harness.trace.about import ScenarioInfo, TargetInfo
from harness.trace.events import (
    Event,
    LawJudged,
    Progress,
    SessionFinished,
    SessionStarted,
    Totals,
    TrialFinished,
    TrialStarted,
)
from harness.trace.result import TrialResult

Happening: TypeAlias = TrialStarted | Progress | TrialResult
"""What whoever runs the trials hands over: each trial's start, its progress where that can be seen, its result."""

JUDGED = frozenset((Verdict.PASSED, Verdict.FAILED, Verdict.CANT_TELL))


@dataclass(frozen=True, kw_only=True, slots=True)
class SessionSpec:
    """What a session runs. ``command`` is what the person typed."""

    trials: tuple[TrialSpec, ...]
    target: str
    defect: str | None
    command: str


def specs(
    scenarios: Sequence[str], target: str, defect: str | None, seed: int | None, repeat: int
) -> tuple[TrialSpec, ...]:
    """The trials of a session: each scenario that the target can show, ``repeat`` times."""
    shown = load_target(target)
    names = scenarios or [path.stem for path in read.paths()]
    chosen = [name for name in names if scenarios or _can_show(shown, read.load(read.find(name)))]
    return tuple(
        TrialSpec(scenario=name, target=target, defect=defect, seed=seed, repeat=number)
        for name in chosen
        for number in range(1, repeat + 1)
    )


def announce(spec: SessionSpec) -> SessionStarted:
    """The first event. Every file is read before the first trial, so that what is wrong with one is said at once.

    So it is where the target is a running server that does not run.
    """
    prepared = [prepare(trial) for trial in spec.trials]
    check_running(spec.target)
    scenarios = {one.scenario.id: info(one.scenario) for one in prepared}
    target = load_target(spec.target)
    return SessionStarted(
        scenarios=tuple(scenarios.values()),
        target=TargetInfo(id=target.id, title=target.title),
        laws=tuple(law.info for law in ALL),
        started=now_iso(),
        command=spec.command,
        version=version("meanwhile"),
        trials=len(prepared),
        defect=spec.defect,
    )


def started(prepared: Prepared) -> TrialStarted:
    """A trial begins."""
    return TrialStarted(
        trial=prepared.id,
        scenario=info(prepared.scenario),
        seed=prepared.plan.seed,
        repeat=prepared.spec.repeat,
        defect=prepared.spec.defect,
        end_ms=prepared.scenario.until_ms,
    )


def finished(result: TrialResult) -> list[Event]:
    """What a result announces."""
    return [*(LawJudged(trial=result.id, verdict=verdict) for verdict in result.verdicts), TrialFinished(result=result)]


async def events(first: SessionStarted, happenings: AsyncIterator[Happening]) -> AsyncIterator[Event]:
    """The events of a session, in order, from its trials as they start, go on and end."""
    stopwatch = Stopwatch()
    yield first
    done: list[TrialResult] = []
    async for one in happenings:
        if not isinstance(one, TrialResult):
            yield one
            continue
        done.append(one)
        for event in finished(one):
            yield event
    yield SessionFinished(exit_code=exit_code(done), totals=totals(done, stopwatch.ms))


def exit_code(results: Iterable[TrialResult]) -> int:
    """0 passed, 1 findings, 3 trouble of our own; 3 beats 1."""
    return max((result.exit for result in results), default=0)


def totals(results: Sequence[TrialResult], wall_ms: int) -> Totals:
    """The session in numbers."""
    verdicts = [verdict for result in results for verdict in result.verdicts]
    armed = {verdict.law for verdict in verdicts if verdict.verdict in JUDGED}
    return Totals(
        trials=len(results),
        findings=sum(len(result.findings) for result in results),
        errors=sum(result.exit == 3 for result in results),
        wall_ms=wall_ms,
        virtual_ms=sum(result.virtual_ms for result in results),
        verdicts=Counter(verdict.verdict for verdict in verdicts),
        never_armed=tuple(law.id for law in ALL if law.id not in armed),
    )


def info(scenario: Scenario) -> ScenarioInfo:
    """A scenario as a report names it."""
    return ScenarioInfo(id=scenario.id, title=scenario.title, source=scenario.source, arms=scenario.arms)


def _can_show(target: Target, scenario: Scenario) -> bool:
    return all(target.shows(job.kind) for job in scenario.world.by_person)
