"""The pytest plugin: scenario files are tests, and a fixture runs trials from Python.

It is off unless scenario files are collected, or its fixtures or its marker are used: until then nothing but this file
is imported.
"""

from collections.abc import Generator
from pathlib import Path
from typing import TYPE_CHECKING, Any

import pytest

from harness.pytest_plugin.options import Options, add_options

if TYPE_CHECKING:
    from harness.pytest_plugin.judged import JudgedTrial
    from harness.pytest_plugin.runner import Runner

MARKER = "meanwhile(scenario, *, target=None, defect=None, seed=None): the trial that the fixture `judged_trial` gives"
RUNNER: pytest.StashKey["Runner"] = pytest.StashKey()
GATHERED: pytest.StashKey["Gathered"] = pytest.StashKey()


def pytest_addoption(parser: pytest.Parser) -> None:
    """The plugin's options and settings."""
    add_options(parser)


def pytest_configure(config: pytest.Config) -> None:
    """The marker, and a place where what was judged comes together: in this process, not in its workers."""
    config.addinivalue_line("markers", MARKER)
    if not hasattr(config, "workerinput"):
        config.stash[GATHERED] = gathered = Gathered()
        config.pluginmanager.register(gathered, "meanwhile-gathered")


def pytest_collect_file(file_path: Path, parent: pytest.Collector) -> pytest.Collector | None:
    """A scenario file below a folder called ``scenarios``, or named on the command line, holds tests."""
    if file_path.suffix not in (".yaml", ".yml"):
        return None
    from harness.pytest_plugin.collection import ScenarioFile, is_wanted  # noqa: PLC0415 - see the module's docstring

    return ScenarioFile.from_parent(parent, path=file_path) if is_wanted(file_path, parent) else None


@pytest.hookimpl(wrapper=True)
def pytest_runtest_makereport(item: pytest.Item) -> Generator[None, pytest.TestReport, pytest.TestReport]:
    """What was judged since the last report travels with this one, from a worker process too."""
    report = yield
    runner = item.config.stash.get(RUNNER, None)
    if runner is not None:
        report.__dict__["meanwhile"] = runner.take_lines()
    return report


class Gathered:
    """What was judged, a line a trial."""

    def __init__(self) -> None:
        self.lines: list[str] = []

    def pytest_runtest_logreport(self, report: pytest.TestReport) -> None:
        """Take in what travelled with a report."""
        self.lines += getattr(report, "meanwhile", ())


def pytest_sessionfinish(session: pytest.Session) -> None:
    """End the browser; write the reports where the results came together."""
    runner = session.config.stash.get(RUNNER, None)
    if runner is not None:
        runner.close()
    if lines := _gathered(session.config):
        from harness.pytest_plugin.report import write_reports  # noqa: PLC0415 - see the module's docstring

        write_reports(Options.of(session.config), lines)


def pytest_terminal_summary(terminalreporter: Any, config: pytest.Config) -> None:
    """Where the reports are, and which laws never had anything to judge."""
    if lines := _gathered(config):
        from harness.pytest_plugin.report import summary  # noqa: PLC0415 - see the module's docstring

        terminalreporter.section("meanwhile")
        for line in summary(Options.of(config), lines):
            terminalreporter.write_line(line)


def _gathered(config: pytest.Config) -> list[str]:
    gathered = config.stash.get(GATHERED, None)
    return gathered.lines if gathered else []


@pytest.fixture(scope="session")
def meanwhile(pytestconfig: pytest.Config) -> "Runner":
    """Runs trials: ``meanwhile.run("seller-publish", target=..., defect=...)``."""
    return runner_of(pytestconfig)


@pytest.fixture
def judged_trial(request: pytest.FixtureRequest, meanwhile: "Runner") -> "JudgedTrial":
    """The trial that the test's marker ``meanwhile`` names, driven and judged."""
    marker = request.node.get_closest_marker("meanwhile")
    if marker is None:
        raise pytest.UsageError("judged_trial: which trial? Mark the test: @pytest.mark.meanwhile('seller-publish')")
    return meanwhile.run(*marker.args, **marker.kwargs)


def runner_of(config: pytest.Config) -> "Runner":
    """The one runner of this process."""
    if RUNNER not in config.stash:
        from harness.pytest_plugin.runner import Runner  # noqa: PLC0415 - see the module's docstring

        config.stash[RUNNER] = Runner(Options.of(config))
    return config.stash[RUNNER]
