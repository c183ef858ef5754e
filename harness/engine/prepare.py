"""From a trial's words to what it is made of: scenario, target with its defect, wire, seed."""

import json
from dataclasses import dataclass, replace
from pathlib import Path
from typing import Any, get_args

from harness.core import resources
from harness.core.errors import UsageError
from harness.drive.plan import Plan
from harness.engine.spec import REAL, TrialSpec
from harness.network import profiles
from harness.network.faults import InStream
from harness.scenario import read
from harness.scenario.checks import Place
from harness.scenario.scenario import Scenario, Transport
from harness.scenario.written import Written
from harness.serve.feed import load_feed
from harness.targets.load import load as load_target
from harness.targets.target import Target
from harness.wire.load import load_wire

REFERENCE = "reference"
LONGEST_REFRESH_MS = 10_000
REAL_JITTER_MS = 500
"""Several browsers share the cores: what is sent and painted may be late by so much."""
CLOCK_ERROR_MS = 50
"""In real time, page and server are asked for the time in two processes, and a frame is painted every 17 ms."""


@dataclass(frozen=True, kw_only=True)
class Prepared:
    """A trial ready to be driven. ``id`` names its files."""

    id: str
    spec: TrialSpec
    plan: Plan

    @property
    def scenario(self) -> Scenario:
        """The scenario as read."""
        return self.plan.scenario

    @property
    def target(self) -> Target:
        """The target, with the defect's files over it."""
        return self.plan.target

    @property
    def refresh_ms(self) -> int:
        """How often the page asks; 0 where changes are pushed."""
        return self.target.refresh_ms(self.scenario.transport.value)

    @property
    def beta_ms(self) -> int:
        """The staleness allowance (laws.md, section 1); only the virtual network has no jitter."""
        allowed_ms = 2 * self.scenario.network.profile.rtt_ms + min(self.refresh_ms, LONGEST_REFRESH_MS)
        return allowed_ms + (REAL_JITTER_MS if self.is_real or self.spec.lenient else 0)

    @property
    def clock_error_ms(self) -> int:
        """By how much two moments of the trial may have been mixed up."""
        return CLOCK_ERROR_MS if self.is_real or self.spec.lenient else 0

    @property
    def is_real(self) -> bool:
        """Whether the wall clock is the trial's clock."""
        return self.spec.time == REAL

    @property
    def is_clean_reference(self) -> bool:
        """Whether anything but a pass from an armed law fails the run."""
        return self.target.id == REFERENCE and self.spec.defect is None


def prepare(spec: TrialSpec) -> Prepared:
    """Read what the trial is made of. Raises UsageError."""
    target = with_defect(load_target(spec.target), spec.defect)
    path = read.find(spec.scenario)
    scenario = read.load(path).over(_transport(spec, target), _profile(spec)).at_speed(spec.speed)
    written = Written(path=path)
    _check_offer(target, scenario, written)
    _check_feed(target, scenario, spec, written)
    seed = scenario.seed if spec.seed is None else spec.seed
    wire = load_wire(target, scenario.transport.value)
    plan = Plan(scenario=scenario, target=target, wire=wire, seed=seed, written=written, feed=load_feed(target))
    return Prepared(id=_name(scenario, target, spec, seed), spec=replace(spec, seed=seed), plan=plan)


def _check_offer(target: Target, scenario: Scenario, written: Written) -> None:
    """Whether a person can do in that UI what they do in the scenario. Raises UsageError."""
    for index, step in enumerate(scenario.journey):
        if target.lacks([step]) is not None:
            said = f'scenario "{scenario.id}" has the person {step.do}, and target "{target.id}" lacks that'
            raise written.trouble(("journey", index), f"{said} ({target.written.at('lacks')})")
    hidden = next((job for job in scenario.world.by_person if not target.shows(job.kind)), None)
    if hidden is not None:
        kinds = " and ".join(target.told.shows)
        place: Place = ("world", "jobs", scenario.world.jobs.index(hidden), "kind")
        raise written.trouble(
            place,
            f'scenario "{scenario.id}" starts a job of kind {hidden.kind}, and target "{target.id}" shows {kinds}; '
            f"choose another scenario, or write it under shows: ({target.written.at('shows')})",
        )


def _check_feed(target: Target, scenario: Scenario, spec: TrialSpec, written: Written) -> None:
    """Whether a back end that is real can live through this. Raises UsageError."""
    if target.feed is not None and spec.time != REAL:
        said = f'target "{target.id}" runs a real back end, and that has no virtual time; run it with --time real'
        raise target.written.trouble(("feed",), said)
    index = beyond_feed(target, scenario)
    if index is not None:
        kind = scenario.link.faults[index].kind
        said = f'"{kind}" happens inside a back end, and that of target "{target.id}" is a real one'
        raise written.trouble(("network", "faults", index, "kind"), f"{said}; choose another scenario")


def beyond_feed(target: Target, scenario: Scenario) -> int | None:
    """The place of a fault that nobody can have a real back end suffer; None where there is none."""
    if target.feed is None:
        return None
    inside = {fault.kind for fault in get_args(InStream)}
    return next((index for index, fault in enumerate(scenario.link.faults) if fault.kind in inside), None)


def with_defect(target: Target, defect: str | None) -> Target:
    """The target with a defect's files before its own."""
    if defect is None:
        return target
    known = {one["id"] for one in defects()}
    if target.id != REFERENCE:
        raise UsageError(f'--defect: target "{target.id}" has no defects; only the target "{REFERENCE}" has')
    if defect not in known:
        raise UsageError(f'--defect: no defect "{defect}"; defects are {", ".join(sorted(known))}')
    return target.overlaid(resources.built(f"reference_ui/{defect}"))


def _transport(spec: TrialSpec, target: Target) -> Transport | None:
    """The transport asked for. Raises UsageError where the target's back end does not speak over it."""
    if spec.transport is None:
        return None
    if spec.transport not in list(Transport):
        raise UsageError(f'--transport: "{spec.transport}" is no transport; transports are {", ".join(Transport)}')
    if spec.transport not in target.transports:
        has = " and ".join(target.transports) or "neither"
        way_out = "leave --transport out, or mend refresh: in its file"
        raise UsageError(f'--transport: target "{target.id}" has no {spec.transport}, it has {has}; {way_out}')
    return Transport(spec.transport)


def _profile(spec: TrialSpec) -> str | None:
    """The id of the network profile asked for. Raises UsageError."""
    if spec.network is None:
        return None
    try:
        return profiles.profile(spec.network).id
    except UsageError as error:
        raise UsageError(f"--network: {error}") from None


def defects() -> list[dict[str, Any]]:
    """The deliberate flaws of the reference UI, as the build listed them."""
    path: Path = resources.built("reference_ui/defects.json")
    listed: list[dict[str, Any]] = json.loads(path.read_text(encoding="utf-8"))
    return listed


def _name(scenario: Scenario, target: Target, spec: TrialSpec, seed: int) -> str:
    time = spec.time if spec.time == REAL else None
    asked = [one for one in (spec.defect, spec.transport, spec.network, time) if one is not None]
    parts = [scenario.id, target.id, *asked, f"seed-{seed}"]
    return "--".join([*parts, *([f"repeat-{spec.repeat}"] if spec.repeat > 1 else [])])
