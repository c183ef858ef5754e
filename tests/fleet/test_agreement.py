"""Two worlds agree where both give the same clear verdict; what cannot agree is declared, with why."""

from dataclasses import replace

import pytest

from harness.core.verdicts import Verdict
from harness.fleet.agreement import Agreement, Outcome, Pair, score, speeds
from harness.trace.result import LawVerdict, TrialResult

PASSED, FAILED, UNSEEN = Verdict.PASSED, Verdict.FAILED, Verdict.NOT_EXERCISED
RESULT = TrialResult(
    id="t", scenario="seller-publish", target="reference", defect=None, seed=1, repeat=1, verdicts=(), findings=(),
    exit=0, truth_hash="", screen_hash="", wall_ms=0, virtual_ms=0, replay="",
)  # fmt: skip


def result(*verdicts: Verdict) -> TrialResult:
    told = (LawVerdict(law=f"law-{n}", verdict=one, judged=1, why=f"why {n}") for n, one in enumerate(verdicts))
    return replace(RESULT, verdicts=tuple(told))


def pair(*verdicts: tuple[Verdict, Verdict], **declared: str) -> Pair:
    return Pair(
        name="seller-publish",
        speed=20,
        laws=tuple(f"law-{n}" for n in range(len(verdicts))),
        declared={name.replace("_", "-"): why for name, why in declared.items()},
        virtual=result(*(one for one, _ in verdicts)),
        real=result(*(other for _, other in verdicts)),
    )


def outcomes(one: Pair) -> list[Outcome]:
    return [compared.outcome for compared in one.compared]


def test_only_clear_verdicts_agree() -> None:
    told = pair((PASSED, PASSED), (FAILED, FAILED), (UNSEEN, UNSEEN), (PASSED, FAILED), (PASSED, UNSEEN))
    assert outcomes(told) == [Outcome.SAME, Outcome.SAME, *[Outcome.DIFFERS] * 3]


def test_no_clear_answer_in_real_time_is_no_contradiction() -> None:
    assert pair((PASSED, UNSEEN)).is_unclear
    assert not pair((PASSED, FAILED)).is_unclear
    assert pair((FAILED, PASSED)).is_unclear
    assert not pair((UNSEEN, UNSEEN)).is_unclear
    assert not pair((PASSED, PASSED), (PASSED, UNSEEN), law_1="cannot").is_unclear


def test_a_difference_has_its_reason() -> None:
    told = pair((PASSED, UNSEEN), (PASSED, FAILED), law_1="the stream ends sooner")
    assert [one.reason for one in told.compared] == ["why 0", "the stream ends sooner"]
    assert outcomes(told) == [Outcome.DIFFERS, Outcome.DECLARED]


def test_what_is_declared_and_agrees_all_the_same_is_the_same() -> None:
    assert outcomes(pair((PASSED, PASSED), law_0="cannot")) == [Outcome.SAME]


@pytest.mark.parametrize(
    ("verdicts", "declared", "code"),
    [
        ([(PASSED, PASSED)] * 20, {}, 0),
        ([(PASSED, PASSED)] * 19 + [(PASSED, UNSEEN)], {}, 1),
        ([(PASSED, PASSED)] * 19 + [(PASSED, UNSEEN)], {"law_19": "cannot"}, 0),
        ([(PASSED, PASSED)] * 18 + [(PASSED, UNSEEN)] * 2, {"law_18": "cannot", "law_19": "cannot"}, 1),
        ([], {}, 1),
    ],
    ids=["all", "one differs", "one declared", "too much declared", "nothing compared"],
)
def test_the_exit_code_holds_the_bar(
    verdicts: list[tuple[Verdict, Verdict]], declared: dict[str, str], code: int
) -> None:
    assert Agreement(pairs=(pair(*verdicts, **declared),)).exit_code == code


def test_trouble_beats_a_difference_and_is_told() -> None:
    lost = Pair(name="black-hole", speed=1, laws=(), declared={}, error="Toxiproxy died")
    agreement = Agreement(pairs=(pair((PASSED, FAILED)), lost))
    assert agreement.exit_code == 3
    assert score(agreement) == [
        "1 verdicts of 2 trials in both worlds: 0 the same, 0 declared to differ, 1 differ",
        "  black-hole: error: Toxiproxy died",
        "  seller-publish, law-0: passed on virtual time, failed in real time (differs: why 0)",
    ]


def test_each_speed_is_half_of_the_one_before_down_to_the_jobs_own() -> None:
    assert list(speeds(20)) == [20, 10, 5, 2.5, 1.25, 1]
    assert list(speeds(1)) == [1]
