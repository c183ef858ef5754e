"""Whether the parts of one job fit together: its phases, what it finds and what it starts."""

from collections.abc import Iterator

from harness.scenario.world import PHASES, Job, World

Place = tuple[str | int, ...]
Problem = tuple[Place, str]


def job_problems(world: World, job: Job, place: Place) -> Iterator[Problem]:
    """Every way in which the parts of this job do not fit together, or not into the world."""
    yield from _phases(job, place)
    yield from _pipeline(job, place)
    yield from _flaky(world, job, place)
    yield from _grows(job, place)
    yield from _spawns(world, job, place)
    yield from _cancellation(job, place)


def elsewhere_problems(world: World) -> Iterator[Problem]:
    """What somebody else does is done to jobs of this world."""
    for index, one in enumerate(world.elsewhere):
        if world.job(one.job) is None:
            known = ", ".join(job.id for job in world.jobs) or "none"
            yield ("world", "elsewhere", index, "job"), f'"{one.job}" is no job of this world; jobs are {known}'


def phase_ids(job: Job) -> tuple[str, ...]:
    """The phases of a job in order."""
    return tuple(part.id for part in job.pipeline) or PHASES[job.kind]


def _phases(job: Job, place: Place) -> Iterator[Problem]:
    if job.phases and job.pipeline:
        yield (*place, "phases"), "says nothing beside a pipeline; write each: at the phases of the pipeline"
        return
    for phase in job.phases:
        if phase not in phase_ids(job):
            known = ", ".join(phase_ids(job))
            yield (*place, "phases", phase), f'"{phase}" is no phase of {job.kind}; phases are {known}'


def _pipeline(job: Job, place: Place) -> Iterator[Problem]:
    above: list[str] = []
    for index, part in enumerate(job.pipeline):
        where: Place = (*place, "pipeline", index)
        if part.id in above:
            yield (*where, "id"), f'"{part.id}" is the id of two phases; give one of them another'
        for need in part.needs or ():
            if need not in above:
                known = f"phases above are {', '.join(above)}" if above else "nothing is above it; leave needs: out"
                yield (*where, "needs"), f'"{need}" is no phase above this one; {known}'
        above.append(part.id)
    yield from _loose_ends(job, place)
    yield from _beside_counting(job, place)


def _beside_counting(job: Job, place: Place) -> Iterator[Problem]:
    """A phase that begins while items are counted would have to know how many there are."""
    for index, part in enumerate(job.pipeline[1:], start=1):
        if job.counted and part.needs == ():
            said = f'"{part.id}" begins while "{job.pipeline[0].id}" still counts'
            yield (*place, "pipeline", index, "needs"), f"{said}; write needs: [{job.pipeline[0].id}]"


def _loose_ends(job: Job, place: Place) -> Iterator[Problem]:
    """Items end in the last phase, so that it has to come after all others."""
    needed = {need for part in job.pipeline for need in part.needs or ()}
    needed |= {before.id for before, after in zip(job.pipeline, job.pipeline[1:], strict=False) if after.needs is None}
    for index, part in enumerate(job.pipeline[:-1]):
        if part.id not in needed:
            last = job.pipeline[-1].id
            yield (
                (*place, "pipeline", index, "id"),
                f'no phase waits for "{part.id}"; write it under needs: of "{last}"',
            )
    if job.pipeline and job.pipeline[-1].skip:
        yield (*place, "pipeline", len(job.pipeline) - 1, "skip"), "items end in the last phase; leave skip: out"


def _flaky(world: World, job: Job, place: Place) -> Iterator[Problem]:
    attempts = (job.retry or world.retry).attempts
    if job.flaky and job.flaky.attempts >= attempts:
        said = f'"{job.flaky.attempts}" failing attempts leave none to win with, for retry allows {attempts} in all'
        owner = "retry: attempts of this job" if job.retry else "world: retry: attempts"
        yield (*place, "flaky", "attempts"), f"{said}; write fewer, or more under {owner}"


def _grows(job: Job, place: Place) -> Iterator[Problem]:
    known = job.items
    for index, growth in sorted(enumerate(job.grows), key=lambda one: one[1].after):
        if growth.after > known:
            said = f'"{growth.after}" items never end, for {known} are known by then'
            yield (*place, "grows", index, "after"), f"{said}; write {known} or less"
        known += growth.by


def _spawns(world: World, job: Job, place: Place) -> Iterator[Problem]:
    for index, spawn in enumerate(job.spawns):
        where: Place = (*place, "spawns", index)
        child = world.job(spawn.job)
        if child is None or child.id == job.id:
            others = ", ".join(one.id for one in world.jobs if one.id != job.id) or "none"
            yield (*where, "job"), f'"{spawn.job}" is no other job of this world; others are {others}'
        elif child.start is not None:
            yield (*where, "job"), f'"{child.id}" is started by the world already; take its start: away'
        if spawn.after is not None and spawn.after not in phase_ids(job):
            known = ", ".join(phase_ids(job))
            yield (*where, "after"), f'"{spawn.after}" is no phase of this job; phases are {known}'


def _cancellation(job: Job, place: Place) -> Iterator[Problem]:
    phase = job.cancellation.forbidden_from if job.cancellation else None
    if phase is not None and phase not in phase_ids(job):
        known = ", ".join(phase_ids(job))
        yield (*place, "cancellation", "forbidden_from"), f'"{phase}" is no phase of this job; phases are {known}'
