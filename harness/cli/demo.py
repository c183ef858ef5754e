"""``make demo``: the seller's publish, clean and with a page that never catches up after a black hole."""

import sys
from pathlib import Path

import click

from harness.cli.outputs import Output
from harness.cli.run import run_session
from harness.core.errors import HarnessTrouble, MeanwhileError
from harness.core.resources import checkout
from harness.engine.session import SessionSpec
from harness.engine.spec import TrialSpec
from harness.trace.events import Event, TrialFinished
from harness.trace.result import TrialResult

SCENARIO = "seller-publish"
DEFECT = "ignores-snapshot"
LAW = "reconnect-catches-up"
PASSED = 0


class Seen:
    """A reporter that keeps the results."""

    def __init__(self) -> None:
        self.results: list[TrialResult] = []

    def handle(self, event: Event) -> None:
        """Keep a result."""
        if isinstance(event, TrialFinished):
            self.results.append(event.result)

    def close(self) -> None:
        """Nothing is held."""


def demo(folder: Path) -> None:
    """Run both, expect the finding, and say where the report is. Raises HarnessTrouble where it came out otherwise."""
    trials = (TrialSpec(scenario=SCENARIO, defect=DEFECT), TrialSpec(scenario=SCENARIO))
    session = SessionSpec(trials=trials, target="reference", defect=None, command="make demo")
    seen = Seen()
    run_session(session, Output(folder=folder), 1, seen)
    flawed, clean = seen.results
    if {finding.law for finding in flawed.findings} != {LAW} or clean.exit != PASSED:
        raise HarnessTrouble(f"the demo expects one broken law, {LAW}, and a clean page that passes; see above")
    click.echo(f"As expected: the clean page kept every law, and the flawed one broke {LAW}.")
    click.echo("Open the report in a browser to see the moment at which it did.")


def main() -> None:
    """Run the demo from a checkout."""
    folder = (checkout() or Path.cwd()) / "meanwhile-report"
    try:
        demo(folder)
    except MeanwhileError as error:
        click.echo(error, err=True)
        sys.exit(error.exit_code)


if __name__ == "__main__":
    main()
