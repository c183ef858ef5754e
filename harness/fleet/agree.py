"""One trial in both worlds, as fast as its situation still arises; many of them side by side."""

import asyncio
from collections.abc import AsyncGenerator, Iterable, Iterator, Sequence
from dataclasses import dataclass, replace
from itertools import islice

from harness.core.errors import UsageError
from harness.core.verdicts import Verdict
from harness.engine.keep import Keep
from harness.engine.prepare import prepare
from harness.engine.spec import REAL, TrialSpec
from harness.fleet.agreement import Pair, speeds
from harness.fleet.hunt import Quarry
from harness.fleet.pool import pool
from harness.fleet.worker import warm, worker
from harness.scenario import read
from harness.trace.result import TrialResult


@dataclass(frozen=True, kw_only=True, slots=True)
class Errand:
    """What to compare: a scenario with the laws that it arms, or a defect with its law and where it may be caught.

    ``transport`` is the scenario's own where it is None.
    """

    scenarios: tuple[str, ...]
    speed: float
    defect: str | None = None
    law: str | None = None
    transport: str | None = None

    @property
    def name(self) -> str:
        """How a person knows it."""
        return self.scenarios[0] if self.defect is None else self.defect


def clean(scenario: str, speed: float, transport: str | None = None) -> Errand:
    """A scenario on the reference UI without a defect."""
    return Errand(scenarios=(scenario,), speed=speed, transport=transport)


def flawed(wanted: Quarry, speed: float) -> Errand:
    """A defect, in the scenarios in which it is likely to be caught."""
    return Errand(scenarios=wanted.scenarios, speed=speed, defect=wanted.defect, law=wanted.law)


PERFORMANCES = 3
"""How often a trial is had in real time at most, each slower than the one before."""


async def agree(errands: Sequence[Errand], workers: int) -> AsyncGenerator[Pair, None]:
    """Each pair as it is had."""
    with pool(workers, warm) as workforce:
        promised = [asyncio.wrap_future(workforce.submit(run_errand, one)) for one in errands]
        for done in asyncio.as_completed(promised):
            yield await done


def run_errand(errand: Errand) -> Pair:
    """In a worker process: rehearse on virtual time, then perform in real time."""
    possible = islice(_possible(errand), PERFORMANCES)
    if pair := last_tried(_performed(errand, spec, virtual) for spec, virtual in possible):
        return pair
    said = "what it is about does not come on virtual time; see `meanwhile run`"
    return Pair(name=errand.name, speed=1.0, laws=(), declared={}, error=said)


def _possible(errand: Errand) -> Iterator[tuple[TrialSpec, TrialResult]]:
    """What can be performed, the fastest first. A defect that one scenario shows too briefly, another may show."""
    for scenario in errand.scenarios:
        if not _rehearsed(errand, scenario, 1.0):
            continue
        rehearsed = ((speed, _rehearsed(errand, scenario, speed)) for speed in speeds(errand.speed))
        possible = ((_spec(errand, scenario, speed), virtual) for speed, virtual in rehearsed if virtual is not None)
        yield from possible if errand.defect is None else islice(possible, 1)


def last_tried(pairs: Iterable[Pair]) -> Pair | None:
    """The first pair in which real time had a clear answer, else the last, None where there is none: a slower job
    leaves more time for what the machine is late by. Answers that contradict are never tried again.
    """
    pair = None
    for pair in pairs:
        if not pair.is_unclear:
            break
    return pair


def _rehearsed(errand: Errand, scenario: str, speed: float) -> TrialResult | None:
    """The trial on virtual time; None where the job is so fast that what the scenario is about does not come."""
    spec = replace(_spec(errand, scenario, speed), lenient=True)
    try:
        result = worker().run(spec, Keep())
    except UsageError:  # it is so fast that faults would overlap
        return None
    verdicts = {verdict.law: verdict.verdict for verdict in result.verdicts}
    wanted = Verdict.PASSED if errand.law is None else Verdict.FAILED
    return result if not result.error and all(verdicts[law] is wanted for law in _laws(spec, errand)) else None


def _performed(errand: Errand, spec: TrialSpec, virtual: TrialResult) -> Pair:
    real = worker().run(replace(spec, time=REAL), Keep())
    name = spec.scenario if errand.defect is None else f"{spec.scenario} with {errand.defect}"
    declared = prepare(spec).scenario.differs
    laws = (*_laws(spec, errand), *(_broken(virtual, real) if errand.law is None else ()))
    known = Pair(
        name=name, speed=spec.speed, laws=tuple(dict.fromkeys(laws)), declared=declared, virtual=virtual, real=real
    )
    return replace(known, laws=(), error=real.error) if real.error else known


def _spec(errand: Errand, scenario: str, speed: float) -> TrialSpec:
    return TrialSpec(scenario=scenario, defect=errand.defect, speed=speed, transport=errand.transport)


def _broken(*results: TrialResult) -> list[str]:
    """A clean page that breaks a law in one world is looked at in both, whatever the scenario is about."""
    return [one.law for result in results for one in result.verdicts if one.verdict is Verdict.FAILED]


def _laws(spec: TrialSpec, errand: Errand) -> tuple[str, ...]:
    return read.load(read.find(spec.scenario)).arms if errand.law is None else (errand.law,)
