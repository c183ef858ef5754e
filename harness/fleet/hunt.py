"""Is a deliberate defect found? Its scenarios are run one after the other, the likeliest and shortest first."""

from collections.abc import Iterable
from dataclasses import dataclass

from harness.core.stopwatch import Stopwatch
from harness.engine.keep import Keep
from harness.engine.spec import TrialSpec
from harness.fleet.worker import worker
from harness.scenario import read
from harness.scenario.scenario import Scenario
from harness.trace.result import Finding, TrialResult

ALWAYS_ITEMS = 40
"""A trial of no item costs as much as so many."""


@dataclass(frozen=True, kw_only=True, slots=True)
class Quarry:
    """A defect, the law that must catch it, and the scenarios to look for it in."""

    defect: str
    law: str
    scenarios: tuple[str, ...]


@dataclass(frozen=True, kw_only=True, slots=True)
class Hunt:
    """What became of a defect. ``wall_ms`` is real time from the first trial's start to the law's first finding.

    ``scenario`` is where its law caught it, None where it never did; ``others`` are laws that spoke up instead.
    """

    quarry: Quarry
    scenario: str | None
    sentence: str
    wall_ms: int
    trials: int
    others: tuple[str, ...] = ()
    errors: tuple[str, ...] = ()


def quarry(defect: str, law: str, scenarios: Iterable[Scenario]) -> Quarry:
    """The order in which to look: where the law is armed first, then everywhere; sooner where more laws are armed for
    what a trial costs. Each law that is armed is one more thing that happens in it.
    """
    ordered = sorted(scenarios, key=lambda one: (law not in one.arms, -len(one.arms) / _cost(one), one.id))
    return Quarry(defect=defect, law=law, scenarios=tuple(one.id for one in ordered))


def shipped() -> list[Scenario]:
    """Every scenario that ships."""
    return [read.load(path) for path in read.paths()]


def hunt(wanted: Quarry) -> Hunt:
    """Run trials, in a worker process, until the law meant for the defect speaks up."""
    stopwatch = Stopwatch()
    others: dict[str, None] = {}
    errors: list[str] = []
    for number, scenario in enumerate(wanted.scenarios, 1):
        result = worker().run(TrialSpec(scenario=scenario, defect=wanted.defect), Keep())
        errors += [result.error] if result.error else []
        if caught := _caught(result, wanted.law):
            return Hunt(
                quarry=wanted, scenario=scenario, sentence=caught.sentence, wall_ms=stopwatch.ms, trials=number,
                others=tuple(others), errors=tuple(errors),
            )  # fmt: skip
        others |= dict.fromkeys(finding.law for finding in result.findings)
    return Hunt(
        quarry=wanted, scenario=None, sentence="", wall_ms=stopwatch.ms, trials=len(wanted.scenarios),
        others=tuple(others), errors=tuple(errors),
    )  # fmt: skip


def _caught(result: TrialResult, law: str) -> Finding | None:
    return next((finding for finding in result.findings if finding.law == law), None)


def _cost(scenario: Scenario) -> int:
    """What a trial takes, in items."""
    return ALWAYS_ITEMS + sum(job.items for job in scenario.world.jobs)
