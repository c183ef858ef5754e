"""The phases of a run and what each waits for."""

from collections.abc import Iterable

from harness.model.kinds import KINDS, Phase
from harness.scenario.world import Job


def phases_of(spec: Job) -> tuple[Phase, ...]:
    """The phases of a job: its own pipeline, else its kind's, with the times that the scenario sets."""
    return _own(spec) if spec.pipeline else _of_kind(spec)


def ready(waiting: Iterable[Phase], ended: set[str]) -> list[Phase]:
    """The phases that wait for nothing any more."""
    return [phase for phase in waiting if ended.issuperset(phase.needs)]


def _of_kind(spec: Job) -> tuple[Phase, ...]:
    before: tuple[str, ...] = ()
    phases = []
    for told in KINDS[spec.kind].phases:
        each_ms = spec.phases.get(told.id, told.each_ms)
        phases.append(Phase(id=told.id, title=told.title, each_ms=each_ms, needs=before))
        before = (told.id,)
    return tuple(phases)


def _own(spec: Job) -> tuple[Phase, ...]:
    before: tuple[str, ...] = ()
    phases = []
    for part in spec.pipeline:
        title = part.title or part.id.replace("-", " ").capitalize()
        needs = before if part.needs is None else part.needs
        phases.append(Phase(id=part.id, title=title, each_ms=part.each_ms, needs=needs, skip=part.skip))
        before = (part.id,)
    return tuple(phases)
