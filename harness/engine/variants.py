"""The variants of a scenario that the metamorphic checks compare: another number, another cause, another id."""

from dataclasses import dataclass, replace

from harness.core import causes
from harness.core.causes import CauseClass
from harness.core.errors import UsageError
from harness.engine.prepare import Prepared
from harness.network.schedule import Schedule
from harness.scenario.journey import STARTS
from harness.scenario.scenario import Scenario
from harness.scenario.world import Job, Outcomes

NUMBERS = (1, 2, 200)
"""so many items; a job without any is none, so that nought is tried with what fails"""
FAILED = (0, 1, 2)
"""so many items that fail"""
ITEMS = 6
BY_CLASS = {cls: next(held.id for held in causes.ALL if held.cls == cls and not held.skip) for cls in CauseClass}
USUAL, OTHER_ID = "missing-id", "other-id"


@dataclass(frozen=True, kw_only=True)
class Variant:
    """``group`` is numbers, failed, causes or ids; ``mark`` tells its variants apart."""

    group: str
    mark: str
    prepared: Prepared


def variants(prepared: Prepared) -> list[Variant]:
    """All of them, on a network without faults and with nothing but the start of the job in the journey."""
    job = _job(prepared.scenario)
    made = [("numbers", str(items), _with(prepared, job, items, {}, job.id)) for items in NUMBERS]
    made += [
        ("failed", str(count), _with(prepared, job, ITEMS, _failing("missing-id", count), job.id)) for count in FAILED
    ]
    made += [("causes", id, _with(prepared, job, ITEMS, _failing(id, 2), job.id)) for id in BY_CLASS.values()]
    made += [("ids", id, _with(prepared, job, ITEMS, _failing("missing-id", 2), id)) for id in (job.id, OTHER_ID)]
    return [Variant(group=group, mark=mark, prepared=one) for group, mark, one in made]


def _failing(cause: str, count: int) -> dict[str, int]:
    return {cause: count} if count else {}


def _job(scenario: Scenario) -> Job:
    """The job that the person starts first."""
    started = next((step.job for step in scenario.journey if step.do in STARTS), None)
    job = scenario.world.job(started) if started is not None else None
    if job is None:
        raise UsageError(
            f'scenario "{scenario.id}": nobody starts a job in it; name one in whose journey a person does'
        )
    return job


def _with(prepared: Prepared, job: Job, items: int, failed: dict[str, int], id: str) -> Prepared:
    """The trial of a world with that job alone."""
    outcomes = Outcomes(failed=failed) if failed else None
    plain = {"flaky": None, "spawns": (), "after": (), "grows": (), "retry": None, "title": None}
    only = job.model_copy(update={**plain, "id": id, "items": items, "outcomes": outcomes})
    scenario = prepared.scenario
    world = scenario.world.model_copy(
        update={"jobs": (only,), "arrivals": (), "past": None, "elsewhere": (), "refuse": ()}
    )
    start = next(step for step in scenario.journey if step.do in STARTS)
    journey = (start.model_copy(update={"job": id}),)
    made = scenario.model_copy(update={"world": world, "journey": journey, "until_ms": None})
    made.__dict__["network"] = Schedule(profile=scenario.network.profile, faults=())
    return replace(prepared, plan=replace(prepared.plan, scenario=made))
