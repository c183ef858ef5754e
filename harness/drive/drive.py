"""One trial from its first page to its end: the journey, then time until nothing more can happen."""

from dataclasses import dataclass

from playwright.async_api import Error

from harness.core.errors import HarnessTrouble
from harness.drive.browser import first_line
from harness.drive.camera import NO_CAMERA, Camera
from harness.drive.lab import Lab
from harness.drive.plan import Plan
from harness.drive.real_trial import RealTrial
from harness.drive.rig import Rig
from harness.drive.steps import journey
from harness.drive.trial import Observe, Trial
from harness.drive.virtual_trial import VirtualTrial, Watch
from harness.trace.records import Record
from harness.trace.truth_event import TruthEvent

AFTER_MS = 30_000
LONGEST_MS = 6 * 3_600_000


@dataclass(frozen=True, kw_only=True, slots=True)
class Driven:
    """What a driven trial left: the truth, the page's records, and the moment at which it ended.

    ``late_ms`` is by how much moments of it may have come late.
    """

    events: tuple[TruthEvent, ...]
    records: tuple[Record, ...]
    end_ms: int
    passed_through: tuple[str, ...]
    late_ms: int = 0


async def drive(
    plan: Plan,
    lab: Lab,
    watch: Watch | None = None,
    stops_ms: tuple[int, ...] = (),
    observe: Observe | None = None,
) -> Driven:
    """Drive one trial on virtual time.

    ``watch`` is called whenever time stands still; ``stops_ms`` are moments at which it shall.
    ``observe`` is told how it goes. Raises HarnessTrouble where the browser gives up, whatever for.
    """
    return await driven(VirtualTrial(plan, lab, watch, stops_ms, observe))


async def drive_real(
    plan: Plan, lab: Lab, rig: Rig, observe: Observe | None = None, camera: Camera = NO_CAMERA
) -> Driven:
    """Drive one trial in real time; ``camera`` keeps what can be seen. Raises HarnessTrouble."""
    return await driven(RealTrial(plan, lab, rig, observe, camera))


async def driven(trial: Trial) -> Driven:
    """Drive a trial by whichever clock it has. Raises HarnessTrouble."""
    try:
        await trial.begin()
        return await _from_first_to_last(trial)
    except Error as error:
        raise HarnessTrouble(trial.death or f"the browser gave up: {first_line(error.message)}") from error
    finally:
        await trial.end()


async def _from_first_to_last(trial: Trial) -> Driven:
    await trial.tabs.open(trial.plan.target.told.home, 0)
    await journey(trial, trial.plan.scenario.journey)
    end_ms = await _to_the_end(trial)
    trial.stop(end_ms)
    trial.backend.reach(end_ms)
    return Driven(
        events=tuple(event for event in trial.backend.truth.events if event.at_ms <= end_ms),
        records=(*trial.recording.records(), *trial.commands),
        end_ms=end_ms,
        passed_through=trial.recording.passed_through,
        late_ms=trial.late_ms,
    )


async def _to_the_end(trial: Trial) -> int:
    """Run on; a page that acts late moves the end."""
    end_ms = _end(trial)
    while trial.now_ms < end_ms:
        await trial.run_until(end_ms)
        end_ms = max(end_ms, _end(trial))
    return end_ms


def _end(trial: Trial) -> int:
    scenario = trial.plan.scenario
    if scenario.until_ms is not None:
        return max(scenario.until_ms, trial.now_ms)
    faults = [fault.end_ms or fault.at_ms for fault in trial.network.faults]
    last = [trial.backend.settled_ms(LONGEST_MS), *faults, *(step.at_ms for step in scenario.journey)]
    return max(max(last) + AFTER_MS, trial.now_ms)
