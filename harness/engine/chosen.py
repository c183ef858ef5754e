"""What a session is about: the target, the scenarios and the gate, as asked for first, then from the config."""

import os
from dataclasses import dataclass
from pathlib import Path

from harness.core.errors import UsageError
from harness.core.stopwatch import today
from harness.core.verdicts import Level
from harness.gate.baseline import Baseline, read_baseline
from harness.gate.config import Config, find_config, read_config
from harness.gate.grade import Gate
from harness.gate.suites import suite
from harness.laws import ALL
from harness.scenario import read
from harness.scenario.problems import nearest
from harness.targets.load import find as find_target
from harness.trace.about import LawInfo
from harness.trace.events import ALL as ALL_SCENARIOS
from harness.trace.events import NAMED

REFERENCE = "reference"
LAWS = tuple(law.info for law in ALL)


@dataclass(frozen=True, kw_only=True, slots=True)
class Asked:
    """What is asked for; None and empty where nothing is."""

    scenarios: tuple[str, ...] = ()
    target: str | None = None
    suite: str | None = None
    config: Path | None = None
    baseline: Path | None = None
    update: bool = False
    reason: str | None = None


@dataclass(frozen=True, kw_only=True, slots=True)
class Chosen:
    """What is run, and what its findings are held against."""

    scenarios: tuple[str, ...]
    target: str
    scope: str
    gate: Gate
    remarks: tuple[str, ...]

    @property
    def off(self) -> tuple[str, ...]:
        """The laws that are not judged."""
        return tuple(law.id for law in self.gate.laws if law.level is Level.OFF)


def choose(asked: Asked) -> Chosen:
    """Raises UsageError where the command line or a file is wrong."""
    config = config_of(asked.config)
    laws = config.levels(LAWS)
    scenarios, scope = _scenarios(asked, config, laws)
    if asked.update and scope == NAMED:
        raise UsageError("--update-baseline needs a complete run; leave the names of scenarios out, or name a --suite")
    baseline = known(asked.baseline, laws, update=asked.update, reason=asked.reason)
    remarks = (*config.remarks(laws), *(baseline.remarks if baseline is not None else ()))
    gate = Gate(laws=laws, today=today(), baseline=baseline)
    return Chosen(scenarios=scenarios, target=_target(asked.target, config), scope=scope, gate=gate, remarks=remarks)


def known(path: Path | None, laws: tuple[LawInfo, ...], *, update: bool, reason: str | None) -> Baseline | None:
    """The baseline of the command line. Raises UsageError."""
    if reason is not None and not update:
        raise UsageError("--reason is that of what --update-baseline adds; write both, or neither")
    if path is not None:
        return read_baseline(path, laws, updating=update)
    if update:
        raise UsageError("--update-baseline: which file? name it with --baseline FILE")
    return None


def config_of(path: Path | None) -> Config:
    """What that file says, or the nearest meanwhile.toml; nothing where there is none. Raises UsageError."""
    found = path or find_config(Path.cwd())
    return Config() if found is None else read_config(found, LAWS)


def _target(asked: str | None, config: Config) -> str:
    """The target that the command line names, by its name in the config if it has one; else the config's only one."""
    targets = config.told.targets
    if asked is None and len(targets) > 1:
        there = f"there are {len(targets)} targets, {', '.join(targets)}"
        raise config.trouble((("targets",), f"{there}; say which: --target {next(iter(targets))}"))
    name = next(iter(targets), REFERENCE) if asked is None else asked
    place = targets.get(name)
    if place is None:
        return _known_target(name, config)
    beside = config.path.parent / place
    if beside.exists():
        return _from_here(beside)
    if "/" in place or place.endswith((".yaml", ".yml")):
        way_out = "write its path from the folder of this file"
        raise config.trouble((("targets", name), f'"{place}" is not there; {way_out}'))
    return place


def _known_target(name: str, config: Config) -> str:
    """The name itself, if a target answers to it."""
    try:
        find_target(name)
    except UsageError as error:
        if not config.told.targets:
            raise
        own = f"{nearest(name, config.told.targets)}{config.path.name} names {', '.join(config.told.targets)}"
        raise UsageError(f"{error}; {own}") from None
    return name


def _scenarios(asked: Asked, config: Config, laws: tuple[LawInfo, ...]) -> tuple[tuple[str, ...], str]:
    if asked.suite is None:
        return asked.scenarios, NAMED if asked.scenarios else ALL_SCENARIOS
    if asked.scenarios:
        raise UsageError(f"--suite {asked.suite} and names of scenarios exclude each other; leave one of them out")
    if not config.told.suites:
        there = "nothing" if not config.text else str(config.path)
        raise UsageError(f'--suite: {there} names a suite "{asked.suite}"; write [suites] in meanwhile.toml')
    shipped = set(read.paths())
    paths = suite(asked.suite, config, laws)
    return tuple(path.stem if path in shipped else _from_here(path) for path in paths), f"suite {asked.suite}"


def _from_here(path: Path) -> str:
    return Path(os.path.relpath(path)).as_posix()
