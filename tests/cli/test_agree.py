"""``meanwhile agree``: what is wrong is a sentence before anything runs."""

import pytest
from click.testing import CliRunner

from harness.cli import agree as module
from harness.cli.main import cli
from harness.core.errors import UsageError
from harness.fleet.agreement import Pair


@pytest.fixture(autouse=True)
def _proxy(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(module, "find_toxiproxy", lambda: None)


def asked(*words: str) -> str:
    """The sentence of what was wrong."""
    with pytest.raises(UsageError) as told:
        CliRunner().invoke(cli, ["agree", *words], catch_exceptions=False, standalone_mode=False)
    return str(told.value)


def test_an_unknown_defect_is_told() -> None:
    assert asked("--defect", "fresh-key").startswith('--defect: no "fresh-key"')


def test_every_defect_and_one_of_them_are_not_both() -> None:
    assert asked("--defects", "--defect", "fresh-key-per-press").endswith("leave one of them out")


def test_errands_are_all_scenarios_unless_some_are_named() -> None:
    everything = module._errands((), 20, (), all_defects=True)
    assert sum(one.defect is None for one in everything) >= 80
    assert sum(one.defect is not None for one in everything) >= 60
    assert [one.name for one in module._errands(("black-hole",), 5, (), all_defects=False)] == ["black-hole"]
    assert [one.name for one in module._errands((), 5, ("fresh-key-per-press",), all_defects=False)] == [
        "fresh-key-per-press"
    ]


def test_what_is_wrong_with_a_scenario_or_a_transport_is_told_before_anything_runs() -> None:
    assert asked("black-whole").startswith('no scenario "black-whole"')
    assert "carrier" in asked("black-hole", "--transport", "carrier-pigeon")
    [errand] = module._errands(("black-hole",), 5, (), all_defects=False, transport="poll")
    assert errand.transport == "poll"


def test_a_pair_that_could_not_be_had_is_a_line() -> None:
    pair = Pair(name="black-hole", speed=1, laws=(), declared={}, error="Toxiproxy died")
    assert module._lines(pair) == ["black-hole: error: Toxiproxy died"]
