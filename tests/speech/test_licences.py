"""When words that claim much are licensed, in the truth of a trial."""

import math

import pytest

from harness.speech.guards import LICENSES
from harness.speech.licences import ALWAYS, NEVER, PROMISES, licensed
from tests.laws.failing import TITLE, failing
from tests.tiny import Tiny, running


def spans(tiny: Tiny, text: str, *, at: float = 12.1, title: str = "Publish 10 items") -> object:
    case = tiny.screen(at, text, title=title).case()
    (held,) = case.screen.remarks(*PROMISES)
    return licensed(held, case)


@pytest.mark.parametrize(
    ("text", "told"),
    [
        ("Everything was published.", [(12_000, math.inf)]),
        ("You are good to go.", [(12_000, math.inf)]),
        ("You can close this page.", [(1_000, math.inf)]),
        ("Failed items are tried again automatically.", [(1_000, 12_000)]),
        ("Almost done.", [(2_000, math.inf)]),
        ("It starts any moment now.", [(-8_000, math.inf)]),
    ],
)
def test_of_a_run_that_went_well(text: str, told: object) -> None:
    assert spans(running(), text) == told


BOLD = ["Everything was published.", "You are good to go.", "Nothing was changed."]


@pytest.mark.parametrize("text", BOLD)
def test_of_one_that_went_badly(text: str) -> None:
    assert spans(failing(), text, at=6.2, title=TITLE) == NEVER


def test_a_phase_may_be_over_before_the_job() -> None:
    tiny = Tiny().accepted(total=2, phases=True).event(2, "run.started", worker=1)
    tiny.event(2, "phase.started", phase="validate", total=None).event(4, "phase.ended", phase="validate", state="done")
    assert spans(tiny, "All items were validated.", at=5, title="Publish 2 items") == [(4_000, math.inf)]


def test_what_a_number_says_is_judged_as_a_number() -> None:
    assert spans(running(), "All 10 items were published.") is None


def test_of_a_run_that_goes_on_nobody_says_that_nothing_changed() -> None:
    assert spans(running(), "Nothing was changed.", at=5) is None


def test_where_nothing_was_kept_nothing_was_changed() -> None:
    tiny = Tiny().accepted(total=1).started().item(3, 1, "failed").ended(4, "failed", succeeded=0, failed=1)
    assert spans(tiny, "Nothing was changed.", at=5, title="Publish 1 items") == ALWAYS


def test_every_guard_has_one() -> None:
    assert set(PROMISES) == set(LICENSES)
