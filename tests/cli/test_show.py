"""What a QA person reads of a scenario without a browser."""

import json
from pathlib import Path

import pytest
from click.testing import CliRunner, Result

from harness.cli.show import show
from harness.scenario.read import paths

RETRIES = """\
id: small
title: One item wins late, one never
seed: 4
world:
  workers: 1
  jobs:
    - {id: stock, kind: import, items: 5, start: {at: 0s}}
    - id: publish
      kind: publish
      items: 4
      phases: {validate: 500ms, publish: 2s}
      outcomes: {failed: {missing-id: 1, upstream-error: 1}}
      flaky: {items: 1, attempts: 1, cause: network}
journey:
  - {at: 1s, do: submit, job: publish}
"""


def run(*arguments: str) -> Result:
    return CliRunner().invoke(show, arguments)


@pytest.fixture
def small(tmp_path: Path) -> str:
    path = tmp_path / "small.yaml"
    path.write_text(RETRIES, encoding="utf-8")
    return str(path)


def test_the_timeline_in_words_and_bars(small: str) -> None:
    result = run(small)
    assert result.exit_code == 0
    golden = Path(__file__).with_name("show_small.txt").read_text(encoding="utf-8")
    assert result.output == golden


def test_json_is_the_log_the_same_on_every_run(small: str) -> None:
    first, second = run(small, "--json"), run(small, "--json")
    assert first.output == second.output
    records = [json.loads(line) for line in first.output.splitlines()]
    assert {record["record"] for record in records} == {"truth"}
    assert [record["seq"] for record in records] == list(range(1, len(records) + 1))
    assert records[-1]["kind"] == "run.ended"


def test_another_seed_is_another_course() -> None:
    assert run("seller-publish", "--json", "--seed", "8").output != run("seller-publish", "--json").output
    assert run("seller-publish", "--json", "--seed", "7").output == run("seller-publish", "--json").output


def test_a_wrong_file_is_told_in_one_sentence(tmp_path: Path) -> None:
    path = tmp_path / "small.yaml"
    path.write_text(RETRIES.replace("items: 4", "itmes: 4"), encoding="utf-8")
    result = run(str(path))
    assert result.exit_code == 2
    assert f"{path}:10: itmes: is no key that is known here; did you mean" in result.output
    assert "Traceback" not in result.output


def test_an_unknown_scenario_is_wrong_usage() -> None:
    result = run("no-such-thing")
    assert result.exit_code == 2
    assert result.output.startswith('no scenario "no-such-thing"; ')


@pytest.mark.parametrize("path", paths(), ids=lambda path: str(path.stem))
def test_every_scenario_can_be_shown(path: Path) -> None:
    result = run(path.stem)
    assert result.exit_code == 0
    assert "  outcome " in result.output or "starts are refused" in result.output


def test_the_plot_is_drawn_beside_the_words(small: str, tmp_path: Path) -> None:
    file = tmp_path / "plot.svg"
    assert run(small, "--plot", str(file)).output == run(small).output
    assert file.read_text(encoding="utf-8").startswith("<svg ")


@pytest.mark.parametrize(
    ("file", "sentence"),
    [("plot.pdf", "only SVG is drawn; write plot.svg"), ("no/where/plot.svg", "cannot be written")],
)
def test_a_plot_that_cannot_be_drawn_is_one_sentence(small: str, file: str, sentence: str) -> None:
    result = run(small, "--plot", file)
    assert result.exit_code == 2
    assert sentence in result.output
    assert result.output.count("\n") == 1
