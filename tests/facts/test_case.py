"""The case: deadlines that wait for the network, loads and hidden tabs; what the person did in between."""

from pathlib import Path

from harness.facts.case import Case
from harness.trace.records import ScreenDelta
from harness.trace.trial import write_trial
from tests.tiny import running


def test_a_deadline_in_a_window_is_put_off_to_its_end() -> None:
    case = running().page(0).fault(10, 20).case()
    assert case.deadline(15_000, 0) == 25_500
    assert case.deadline(22_000, 0) == 25_500
    assert case.deadline(30_000, 0) == 30_000


def test_a_load_and_a_return_to_the_front_give_grace() -> None:
    case = running().page(0).page(40, "reload").page(50, "hide").page(60, "show").case()
    assert case.deadline(41_000, 0) == 42_500
    assert case.deadline(61_000, 0) == 65_500


def test_turning_to_another_address_gives_grace_as_a_load_does() -> None:
    tiny = running().page(0)
    tiny._records.append(ScreenDelta(tab=0, at_ms=40_000, set_={}, del_=(), url="/jobs"))
    assert tiny.case().deadline(41_000, 0) == 42_500


def test_a_reload_or_a_visit_prompts() -> None:
    case = running().page(0).step(10, "visit").page(20, "reload").case()
    assert case.prompted(0, 9_000, 11_000)
    assert case.prompted(0, 19_000, 21_000)
    assert not case.prompted(0, 11_000, 19_000)


def test_it_is_loaded_from_a_stored_trial(tmp_path: Path) -> None:
    trial = running().screen(2, "Queued").trial()
    write_trial(tmp_path / "trial.jsonl.gz", trial.records())
    assert Case.load(tmp_path / "trial.jsonl.gz").screen.claims() == Case(trial).screen.claims()
