"""The same scenario with the job living faster: its moments come earlier, and what the back end does takes less time.

What a person needs and what the network does to them keep their time: thresholds, the gap of a double click, the length
of a fault, and how long the server takes to accept.
"""

from collections.abc import Callable
from dataclasses import replace
from typing import TYPE_CHECKING, Any, TypeVar

from harness.core.errors import UsageError
from harness.scenario.types import Part
from harness.scenario.world import EACH_MS, PHASES, Job
from harness.scenario.world.arrivals import Past
from harness.scenario.world.latency import Between
from harness.scenario.world.recordings import Recording

if TYPE_CHECKING:
    from harness.scenario.scenario import Scenario

LOADED_MS = 3_000
"""By then a page has loaded in real time, too: the person begins no sooner."""
_MOMENTS = frozenset(("at_ms", "from_ms", "until_ms", "mended_ms"))
_KEPT = frozenset(("accept_ms",))
_MS = 1
"""the column of a recording that holds milliseconds, counted from the end"""
_PartT = TypeVar("_PartT", bound=Part)
_ScenarioT = TypeVar("_ScenarioT", bound="Scenario")
Scale = Callable[[int], int]


def faster(scenario: _ScenarioT, speed: float) -> _ScenarioT:
    """That scenario, ``speed`` times as fast from the person's first step on. Raises UsageError."""
    first_ms = scenario.journey[0].at_ms
    begin_ms = max(first_ms, LOADED_MS)

    def moment(at_ms: int) -> int:
        return at_ms if at_ms < first_ms else begin_ms + _shorter(at_ms - first_ms, speed)

    link = scenario.link.model_copy(update={"faults": tuple(_earlier(one, moment) for one in scenario.link.faults)})
    try:
        network = link.schedule()
    except ValueError as error:
        raise UsageError(f'--speed: scenario "{scenario.id}" cannot be {speed:g} times as fast: {error}') from error
    return scenario.model_copy(
        update={
            "world": _world(scenario.world, moment, lambda duration_ms: _shorter(duration_ms, speed), speed),
            "journey": tuple(_earlier(step, moment) for step in scenario.journey),
            "until_ms": None if scenario.until_ms is None else moment(scenario.until_ms),
            "link": link,
            "network": network,
        }
    )


def _shorter(duration_ms: int, speed: float) -> int:
    return 0 if duration_ms == 0 else max(round(duration_ms / speed), 1)


def _earlier(part: _PartT, moment: Scale) -> _PartT:
    return part.model_copy(update={"at_ms": moment(part.at_ms)})  # type: ignore[attr-defined]


def _world(part: _PartT, moment: Scale, duration: Scale, speed: float) -> _PartT:
    """The part with every time in it changed. What was before the trial stays as it was."""
    if isinstance(part, Past):
        return part
    if isinstance(part, Job):
        usual = {phase: EACH_MS[phase] for phase in PHASES[part.kind]}
        part = part.model_copy(update={"phases": usual | part.phases})

    def changed(name: str, value: Any) -> Any:
        if isinstance(value, Part):
            return _world(value, moment, duration, speed)
        if isinstance(value, tuple):
            return tuple(changed(name, one) for one in value)
        if isinstance(value, dict):
            return {key: duration(one) if name == "phases" else changed(name, one) for key, one in value.items()}
        if isinstance(value, Recording):
            return replace(value, rows=tuple((*row[:-_MS], row[-_MS] / speed) for row in value.rows))
        if not isinstance(value, int) or not name.endswith("_ms") or name in _KEPT:
            return value
        return moment(value) if name in _MOMENTS and not isinstance(part, Between) else duration(value)

    return part.model_copy(update={name: changed(name, getattr(part, name)) for name in type(part).model_fields})
