"""Groups of options, and the class that holds each."""

from dataclasses import dataclass
from pathlib import Path

import click
from click.testing import CliRunner

from harness.cli.options import baselines, choices, outputs, taken
from harness.cli.outputs import Output
from harness.engine.chosen import Asked


@dataclass(frozen=True)
class Two:
    one: int = 1
    two: int = 2


def test_a_group_takes_what_is_its_own() -> None:
    assert taken(Two, {"two": 5, "three": 6}) == Two(1, 5)


def test_every_option_of_a_group_is_a_field_of_its_class() -> None:
    seen: dict[str, object] = {}

    @click.command()
    @choices
    @outputs
    @baselines
    def command(**words: object) -> None:
        seen.update(words)

    line = "--target t --suite s --config c --baseline b --update-baseline --reason r --report f --json --junit j"
    done = CliRunner().invoke(command, [*line.split(), "--sarif", "a", "--summary", "m"])
    assert (done.exit_code, done.output) == (0, "")
    asked, output = taken(Asked, seen), taken(Output, seen)
    assert asked == Asked(
        target="t", suite="s", config=Path("c"), baseline=Path("b"), update=True, reason="r",
    )  # fmt: skip
    assert output == Output(
        folder=Path("f"), as_json=True, junit=Path("j"), sarif=Path("a"), summary=Path("m"), update=True, reason="r",
    )  # fmt: skip
    assert {name for name in seen if not hasattr(asked, name) and not hasattr(output, name)} == set()
