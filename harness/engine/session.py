"""One call of the command line: its trials, and what it announces."""

from collections import Counter
from collections.abc import AsyncIterator, Iterable, Sequence
from dataclasses import dataclass, field
from importlib.metadata import version
from pathlib import Path
from typing import Protocol, TypeAlias

from harness.core.errors import UsageError
from harness.core.stopwatch import Stopwatch, now_iso, today
from harness.core.verdicts import Level, Status, Verdict
from harness.engine.prepare import Prepared, prepare
from harness.engine.shard import Shard
from harness.engine.spec import REAL, VIRTUAL, TrialSpec
from harness.gate.grade import Gate, counted
from harness.laws import ALL
from harness.scenario import read, yaml_file
from harness.scenario.scenario import Scenario
from harness.serve.toxiproxy_binary import find_toxiproxy
from harness.targets.load import find as find_target
from harness.targets.load import load as load_target
from harness.targets.running import check_running
from harness.targets.target import Target
from harness.trace.about import ScenarioInfo, StepPlace, TargetInfo
from harness.trace.events import ALL as ALL_SCENARIOS
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
from harness.trace.result import NOT_JUDGED, TROUBLE, TrialResult

Happening: TypeAlias = TrialStarted | Progress | TrialResult
"""What whoever runs the trials hands over: each trial's start, its progress where that can be seen, its result."""


class Clock(Protocol):
    """Says how long the session has taken."""

    @property
    def ms(self) -> int:
        """Whole milliseconds."""


JUDGED = frozenset((Verdict.PASSED, Verdict.FAILED, Verdict.CANT_TELL))


def plain_gate() -> Gate:
    """Every law is an error, and nothing is accepted."""
    return Gate(laws=tuple(law.info for law in ALL), today=today())


@dataclass(frozen=True, kw_only=True, slots=True)
class SessionSpec:
    """What a session runs. ``command`` is what the person typed; ``shard`` the part of the trials that is run here.

    ``scope`` says which scenarios were asked for; ``remarks`` are for a person to read before the results.
    """

    trials: tuple[TrialSpec, ...]
    target: str
    defect: str | None
    command: str
    gate: Gate = field(default_factory=plain_gate)
    scope: str = ALL_SCENARIOS
    shard: Shard | None = None
    remarks: tuple[str, ...] = ()

    @property
    def own(self) -> tuple[TrialSpec, ...]:
        """The trials that are run here."""
        return self.trials if self.shard is None else self.shard.share(self.trials)


def specs(
    scenarios: Sequence[str],
    target: str,
    defect: str | None,
    seed: int | None,
    repeat: int,
    *,
    transport: str | None = None,
    network: str | None = None,
    time: str = VIRTUAL,
    speed: float = 1.0,
    off: tuple[str, ...] = (),
    as_named: bool = True,
) -> tuple[TrialSpec, ...]:
    """The trials of a session: each scenario ``repeat`` times; without one, all there are.

    Those that the target cannot show are left out, unless they were asked for by name (``as_named``).
    """
    shown = load_target(target)
    names = tuple(dict.fromkeys(scenarios or [path.stem for path in read.paths()]))
    by_name = bool(scenarios) and as_named
    chosen = [name for name in names if by_name or _can_show(shown, read.load(read.find(name)))]
    return tuple(
        TrialSpec(
            scenario=name,
            target=target,
            defect=defect,
            seed=seed,
            transport=transport,
            network=network,
            time=time,
            speed=speed,
            repeat=number,
            off=off,
        )
        for name in chosen
        for number in range(1, repeat + 1)
    )


def announce(spec: SessionSpec) -> SessionStarted:
    """The first event. Every file is read before the first trial, so that what is wrong with one is said at once.

    So it is where the target is a running server that does not run.
    """
    plan = [prepare(trial) for trial in spec.trials]
    if not plan:
        raise UsageError(f'the target "{spec.target}" can show none of these scenarios; see `shows:` in its file')
    _check_ids(plan)
    check_running(spec.target)
    if any(trial.time == REAL for trial in spec.trials):
        find_toxiproxy()
    own = plan if spec.shard is None else spec.shard.share(plan)
    target = load_target(spec.target)
    baseline = spec.gate.baseline
    return SessionStarted(
        scenarios=tuple({one.scenario.id: told_of(one) for one in own}.values()),
        target=TargetInfo(id=target.id, title=target.title, file=shown_path(find_target(spec.target))),
        laws=spec.gate.laws,
        started=now_iso(),
        command=spec.command,
        version=version("meanwhile"),
        trials=len(own),
        defect=spec.defect,
        transport=spec.trials[0].transport or "",
        network=spec.trials[0].network or "",
        scope=spec.scope,
        plan=tuple(one.id for one in plan),
        shard="" if spec.shard is None else str(spec.shard),
        baseline="" if baseline is None else shown_path(baseline.path),
        remarks=spec.remarks,
    )


def _check_ids(plan: Sequence[Prepared]) -> None:
    """Trials are told apart by the ids of their scenarios. Raises UsageError where two files have the same."""
    files: dict[str, str] = {}
    for one in plan:
        first = files.setdefault(one.scenario.id, one.spec.scenario)
        if first != one.spec.scenario:
            raise UsageError(f'"{one.scenario.id}" is the id of {first} and of {one.spec.scenario}; rename one of them')


def started(prepared: Prepared) -> TrialStarted:
    """A trial begins."""
    return TrialStarted(
        trial=prepared.id,
        scenario=told_of(prepared),
        seed=prepared.plan.seed,
        repeat=prepared.spec.repeat,
        defect=prepared.spec.defect,
        end_ms=prepared.scenario.until_ms,
    )


def finished(result: TrialResult) -> list[Event]:
    """What a result announces."""
    return [*(LawJudged(trial=result.id, verdict=verdict) for verdict in result.verdicts), TrialFinished(result=result)]


async def events(
    first: SessionStarted, happenings: AsyncIterator[Happening], gate: Gate, clock: Clock | None = None
) -> AsyncIterator[Event]:
    """The events of a session, in order, from its trials as they start, go on and end, graded by the gate."""
    clock = clock or Stopwatch()
    yield first
    done: list[TrialResult] = []
    async for one in happenings:
        if not isinstance(one, TrialResult):
            yield one
            continue
        done.append(gate.grade(one))
        for event in finished(done[-1]):
            yield event
    yield ended(done, clock.ms, gate)


def ended(results: Sequence[TrialResult], wall_ms: int, gate: Gate, broken_off: str = "") -> SessionFinished:
    """The last event; ``broken_off`` says why it came before the last trial."""
    code = TROUBLE if broken_off else exit_code(results)
    return SessionFinished(exit_code=code, totals=totals(results, wall_ms, gate), broken_off=broken_off)


def exit_code(results: Iterable[TrialResult]) -> int:
    """0 passed, 1 findings, 2 cannot be judged, 3 trouble of our own; the higher beats the lower."""
    return max((result.exit for result in results), default=0)


def totals(results: Sequence[TrialResult], wall_ms: int, gate: Gate) -> Totals:
    """The session in numbers."""
    verdicts = [verdict for result in results for verdict in result.verdicts]
    armed = {verdict.law for verdict in verdicts if verdict.verdict in JUDGED}
    return Totals(
        trials=len(results),
        findings=sum(len(result.findings) for result in results),
        errors=sum(result.exit == TROUBLE for result in results),
        wall_ms=wall_ms,
        virtual_ms=sum(result.virtual_ms for result in results),
        verdicts=Counter(verdict.verdict for verdict in verdicts),
        never_armed=tuple(law.id for law in gate.laws if law.id not in armed and law.level is not Level.OFF),
        new=counted(results, Status.NEW),
        accepted=counted(results, Status.ACCEPTED),
        warned=counted(results, Status.WARNED),
        under=sum(verdict.under is not None for verdict in verdicts),
        absent=gate.absent(results),
        not_judged=sum(result.exit == NOT_JUDGED for result in results),
    )


def told_of(prepared: Prepared) -> ScenarioInfo:
    """A scenario as a report names it, with the lines of its journey."""
    scenario, path = prepared.scenario, read.find(prepared.spec.scenario)
    steps = zip(scenario.journey, scenario.step_lines, strict=True)
    return ScenarioInfo(
        id=scenario.id,
        title=scenario.title,
        source=scenario.source,
        arms=scenario.arms,
        file=shown_path(path),
        steps=tuple(StepPlace(at_ms=step.at_ms, line=line) for step, line in steps),
    )


def shown_path(path: Path) -> str:
    """The path as a person would type it from here, with slashes."""
    return yaml_file.shown(path).as_posix()


def _can_show(target: Target, scenario: Scenario) -> bool:
    shown = all(target.shows(job.kind) for job in scenario.world.by_person)
    return shown and target.lacks(scenario.journey) is None
