"""``meanwhile show``: what really happens in a scenario, without a browser."""

import sys

import click

from harness.cli.plot import check_plot_file, plot, write_plot
from harness.cli.timeline import timeline
from harness.core.errors import MeanwhileError
from harness.model.rehearsal import rehearse
from harness.model.simulation import Simulation
from harness.scenario.read import find, load
from harness.scenario.scenario import Scenario
from harness.trace.trial import encode


@click.command()
@click.argument("scenario")
@click.option("--seed", type=click.IntRange(min=0), help="Another seed than the scenario's own.")
@click.option("--json", "as_json", is_flag=True, help="The log as JSON Lines.")
@click.option("--plot", "plot_file", metavar="FILE.svg", help="Draw it as well, to this file.")
def show(scenario: str, seed: int | None, as_json: bool, plot_file: str | None) -> None:
    """Print what really happens in SCENARIO (an id, or the path of a file), without a browser.

    The person's submits are taken to reach the server at once. Queue, phases, retries, pauses and outcome are told in
    words and with bars; of more than eight jobs those are summed up that neither the person nor the scenario's list
    of jobs named.
    """
    try:
        path = None if plot_file is None else check_plot_file(plot_file)
        told = load(find(scenario))
        if seed is not None:
            told = told.model_copy(update={"seed": seed})
        simulation = rehearse(told)
        if path is not None:
            write_plot(path, plot(told, simulation.events, simulation.now_ms))
        _print(told, simulation, as_json=as_json)
    except MeanwhileError as error:
        click.echo(error, err=True)
        sys.exit(error.exit_code)


def _print(scenario: Scenario, simulation: Simulation, *, as_json: bool) -> None:
    if as_json:
        for event in simulation.events:
            click.echo(encode(event))
        return
    for line in timeline(scenario, simulation.events, simulation.now_ms):
        click.echo(line)


if __name__ == "__main__":
    show()
