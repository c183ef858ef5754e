"""Scenario files as tests: one test for each target that the file is judged on."""

import re
from collections.abc import Iterator
from pathlib import Path

import pytest

from harness.core.errors import UsageError
from harness.pytest_plugin import runner_of
from harness.pytest_plugin.judged import NotPassed, Trouble
from harness.pytest_plugin.options import Options
from harness.pytest_plugin.settings import settings
from harness.scenario import read
from harness.scenario.scenario import Scenario
from harness.targets.load import load as load_target
from harness.targets.target import Target

FOLDER = "scenarios"
_PARTS = re.compile(r"^(?:world|journey):", re.MULTILINE)


def is_wanted(path: Path, parent: pytest.Collector) -> bool:
    """Whether the file is a scenario: it lies below ``scenarios``, or was asked for by name, and reads like one."""
    named = parent.session.isinitpath(path)
    root = parent.config.rootpath
    below = path.is_relative_to(root) and FOLDER in path.relative_to(root).parts
    return (named or below) and _reads_like_one(path)


def _reads_like_one(path: Path) -> bool:
    """Other tools have YAML files in such folders too: a scenario has a world and a journey."""
    return len(set(_PARTS.findall(path.read_text(encoding="utf-8", errors="replace")))) > 1


class ScenarioFile(pytest.File):
    """One file, one situation."""

    def collect(self) -> Iterator["ScenarioItem"]:
        """A test for each target; what is wrong with the file is said here, before anything runs."""
        try:
            scenario = read.load(_shown(self.path))
            judged = settings(Options.of(self.config))
            targets = [(name, load_target(name)) for name in judged.targets]
        except UsageError as error:
            raise self.CollectError(str(error)) from None
        for name, target in targets:
            yield self._item(name, target, scenario)

    def _item(self, name: str, target: Target, scenario: Scenario) -> "ScenarioItem":
        item = ScenarioItem.from_parent(self, name=target.id, target=name, scenario=scenario)
        if reason := _beyond(target, scenario):
            item.add_marker(pytest.mark.skip(reason=f'target "{target.id}" {reason} in its target file)'))
        item.extra_keyword_matches.update(scenario.arms)
        return item


def _beyond(target: Target, scenario: Scenario) -> str | None:
    """Why nobody can live through the scenario on that target; None where somebody can."""
    kind = next((job.kind for job in scenario.world.by_person if not target.shows(job.kind)), None)
    if kind is not None:
        return f"shows no {kind} job (shows:"
    act = target.lacks(scenario.journey)
    return None if act is None else f"lets nobody {act} (lacks:"


class ScenarioItem(pytest.Item):
    """The trial is driven in set-up, so that trouble of our own is an error; what the laws find is a failure."""

    def __init__(self, *, target: str, scenario: Scenario, **kwargs: object) -> None:
        super().__init__(**kwargs)  # type: ignore[arg-type]
        self._target = target
        self._scenario = scenario

    def setup(self) -> None:
        """Drive the trial and judge it. Raises Trouble."""
        defect = Options.of(self.config).defect
        self.trial = runner_of(self.config).run(_shown(self.path), target=self._target, defect=defect)

    def runtest(self) -> None:
        """Raises NotPassed, with the findings as sentences."""
        self.trial.check()

    def repr_failure(self, excinfo: pytest.ExceptionInfo[BaseException], style: object = None) -> str:
        """Sentences, where they say all there is to know."""
        if isinstance(excinfo.value, NotPassed | Trouble | UsageError):
            return str(excinfo.value)
        return str(super().repr_failure(excinfo))

    def reportinfo(self) -> tuple[Path, int, str]:
        """What a report calls the test: the situation, in words."""
        return self.path, 0, f"{self._scenario.id} [{self.name}]"


def _shown(path: Path) -> Path:
    """The path as a person would type it from here."""
    here = Path.cwd()
    return path.relative_to(here) if path.is_relative_to(here) else path
