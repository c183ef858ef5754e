"""Whether what the world starts by itself, in the trial and before it, has a beginning, an end and ids of its own."""

from collections.abc import Iterator

from harness.core.durations import compact
from harness.scenario.job_checks import Place, Problem, job_problems
from harness.scenario.queue_checks import waiting_problems
from harness.scenario.world import Arrivals, Job, Past, World

HOUR_MS = 3_600_000
PAST: Place = ("world", "past")


def start_problems(world: World, *, ends: bool) -> Iterator[Problem]:
    """``ends`` tells whether the trial ends at a moment that the scenario says."""
    past = world.past or Past()
    here, before = _told(("world",), world.jobs, world.arrivals), _told(PAST, past.jobs, past.arrivals)
    yield from waiting_problems(here, world)
    yield from waiting_problems(before, world)
    yield from _arrivals(("world", "arrivals"), world.arrivals, world, ends=ends)
    yield from _arrivals((*PAST, "arrivals"), past.arrivals, world, ends=True)
    yield from _past(past, world)


def _told(place: Place, jobs: tuple[Job, ...], arrivals: tuple[Arrivals, ...]) -> dict[Place, Job]:
    told: dict[Place, Job] = {(*place, "jobs", index): job for index, job in enumerate(jobs)}
    return told | {(*place, "arrivals", index, "job"): part.job for index, part in enumerate(arrivals)}


def _arrivals(place: Place, parts: tuple[Arrivals, ...], world: World, *, ends: bool) -> Iterator[Problem]:
    seen: set[str] = set()
    for index, part in enumerate(parts):
        where: Place = (*place, index)
        if part.job.id in seen:
            yield (*where, "job", "id"), f'"{part.job.id}" arrives twice here; give one of them another id'
        seen.add(part.job.id)
        if part.job.start is not None:
            yield (*where, "job", "start"), "says nothing here, for the job starts when it arrives; leave start: out"
        if not ends and part.until_ms is None and "most" not in part.model_fields_set:
            yield where, "has no end; write until: or most: here, or until: for the whole scenario"
        yield from job_problems(world, part.job, (*where, "job"))


def _past(past: Past, world: World) -> Iterator[Problem]:
    seen = {job.id for job in world.jobs}
    for index, job in enumerate(past.jobs):
        where: Place = (*PAST, "jobs", index)
        if job.id in seen:
            yield (*where, "id"), f'"{job.id}" is the id of two jobs; give one of them another'
        seen.add(job.id)
        if job.start is None:
            yield where, "never starts; write start: and at: with the time since the past began"
        elif job.start.at_ms >= past.hours * HOUR_MS:
            said = f'"{compact(job.start.at_ms)}" is after the past of {past.hours}h is over'
            yield (*where, "start", "at"), f"{said}; write less, or the job among the jobs of the world"
        yield from job_problems(world, job, where)
    for index, part in enumerate(past.arrivals):
        if part.from_ms >= past.hours * HOUR_MS:
            said = f'"{compact(part.from_ms)}" is after the past of {past.hours}h is over'
            yield (*PAST, "arrivals", index, "from"), f"{said}; write less"
