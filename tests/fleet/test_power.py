"""The score of a proof, and the page that says it."""

from collections.abc import Sequence

import pytest

from harness.core.verdicts import Verdict
from harness.fleet.hunt import Hunt, Quarry
from harness.fleet.power import Power, page, score
from harness.trace.result import LawVerdict, TrialResult
from tests.pytest_plugin.given import FINDING, result

LAWS = ("count-true", "submit-once")


def hunted(
    defect: str,
    law: str = "count-true",
    *,
    scenario: str | None = "mixed",
    others: Sequence[str] = (),
    wall_ms: int = 400,
) -> Hunt:
    return Hunt(
        quarry=Quarry(defect=defect, law=law, scenarios=("mixed",)),
        scenario=scenario,
        sentence='the page said "a | b <c>"' if scenario else "",
        wall_ms=wall_ms,
        trials=1,
        others=tuple(others),
    )


def power(*hunts: Hunt, clean: Sequence[TrialResult] = ()) -> Power:
    return Power(hunts=hunts, clean=tuple(clean), laws=LAWS)


def told(one: Power) -> list[str]:
    return list(score(one))


def test_what_is_caught_caught_by_another_and_missed_is_told_apart() -> None:
    one = power(hunted("a"), hunted("b", scenario=None, others=["submit-once"]), hunted("c", scenario=None))
    assert told(one)[:3] == [
        "3 defects: 1 (33 %) caught by the law meant for them",
        "caught only by another law: b (meant for count-true)",
        "missed: c (meant for count-true)",
    ]


@pytest.mark.parametrize(
    ("one", "code"),
    [
        (power(hunted("a")), 0),
        (power(hunted("a", scenario=None)), 1),
        (power(hunted("a", scenario=None, others=["submit-once"])), 1),
        (power(hunted("a"), clean=[result("mixed", FINDING)]), 1),
        (power(hunted("a"), clean=[result("mixed")]), 1),  # submit-once was never armed
        (power(hunted("a"), clean=[result("mixed", error="it died")]), 3),
    ],
)
def test_anything_left_to_be_desired_is_no_success(one: Power, code: int) -> None:
    assert one.exit_code == code


def test_false_alarms_and_laws_never_armed_are_named() -> None:
    passed = result("mixed")
    verdict = LawVerdict(law="submit-once", verdict=Verdict.NOT_EXERCISED, judged=0)
    clean = [result("other", FINDING), passed]
    assert told(power(hunted("a"), clean=clean))[4:] == [
        "false alarms in 2 trials of the clean page: other (seed 1)",
        "laws that were never put to the test: submit-once",
        "laws with fewer than two defects: count-true, submit-once",
    ]
    assert verdict.verdict not in {one.verdict for trial in clean for one in trial.verdicts}


def test_the_time_to_find_is_the_median_and_what_nine_in_ten_keep() -> None:
    times = [hunted(f"d{n}", wall_ms=100 * n) for n in range(1, 12)]
    assert power(*times).time_to_find_ms() == (600, 1_000)
    assert power(hunted("a", wall_ms=70)).time_to_find_ms() == (70, 70)
    assert power().time_to_find_ms() == (0, 0)


def test_the_page_has_a_row_for_each_defect_in_the_order_of_the_laws() -> None:
    one = power(hunted("z", "submit-once"), hunted("b", scenario=None), hunted("a"))
    text = page(one, "meanwhile prove --page here.md")
    rows = [line for line in text.splitlines() if line.startswith("| ") and "defect" not in line]
    assert rows == [
        '| count-true | a | mixed | the page said "a \\| b &lt;c>" |',
        "| count-true | b | – | not caught; other laws: none |",
        '| submit-once | z | mixed | the page said "a \\| b &lt;c>" |',
    ]
    assert "`meanwhile prove --page here.md`" in text
