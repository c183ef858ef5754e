"""What a template can tell one by one."""

from collections.abc import Callable
from dataclasses import dataclass
from typing import Any

from harness.facts.views import ItemView, RunView
from harness.told.slots import Scene


@dataclass(frozen=True, kw_only=True, slots=True)
class Source:
    """``thing`` is what each is called in its slots; ``needs`` is what has to be spoken of, "" for nothing."""

    thing: str
    needs: str
    doc: str

    def things(self, scene: Scene) -> tuple[Any, ...]:
        """All of them, in order."""
        return _THINGS[self.thing](scene)


def _jobs(scene: Scene) -> tuple[RunView, ...]:
    return scene.truth.at(scene.at_ms)


def _items(scene: Scene) -> tuple[ItemView, ...]:
    return scene.truth.items(scene.job.key, scene.at_ms) if scene.job else ()


_THINGS: dict[str, Callable[[Scene], tuple[Any, ...]]] = {
    "job": _jobs,
    "item": _items,
    "phase": lambda scene: scene.job.phases if scene.job else (),
    "cause": lambda scene: scene.job.causes if scene.job else (),
    "child": lambda scene: scene.job.children if scene.job else (),
}

SOURCES: dict[str, Source] = {
    "jobs": Source(thing="job", needs="", doc="every job, in the order in which they were accepted"),
    "items": Source(thing="item", needs="job", doc="the items of the job that it has begun with"),
    "phases": Source(thing="phase", needs="job", doc="the phases of the job"),
    "causes": Source(thing="cause", needs="job", doc="why items failed or were skipped, with how many"),
    "children": Source(thing="child", needs="job", doc="the jobs that the job started"),
}
