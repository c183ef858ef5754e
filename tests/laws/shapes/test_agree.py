"""AGREE: the allowance on both sides, and the excuses."""

from harness.core.words import RunKey
from harness.facts.claims import Claim
from harness.laws.shapes.agree import first_disagreement
from harness.microcopy.reading import Kind, Reading
from tests.tiny import BETA_MS, running

CASE = running().page(0).fault(60, 62).case()


def claim(at_ms: int, until_ms: float) -> Claim:
    reading = Reading(kind=Kind.COUNT, text="3")
    return Claim(
        reading=reading, run=RunKey("publish", 1), tab=0, at_ms=at_ms, until_ms=until_ms, node="1", role="status",
        seen=((at_ms, until_ms),),
    )  # fmt: skip


def test_a_claim_may_outlive_the_truth_by_the_allowance_and_no_longer() -> None:
    assert first_disagreement(claim(10_000, 20_000 + BETA_MS), [(10_000, 20_000)], CASE) is None
    assert first_disagreement(claim(10_000, 20_000 + BETA_MS + 1), [(10_000, 20_000)], CASE) == (20_500, 20_501)


def test_a_claim_may_not_come_before_its_truth() -> None:
    assert first_disagreement(claim(9_999, 15_000), [(10_000, 20_000)], CASE) == (9_999, 10_000)


def test_a_load_and_a_silent_network_excuse() -> None:
    assert first_disagreement(claim(0, 2_500), [], CASE) is None
    assert first_disagreement(claim(60_000, 67_500), [], CASE) is None
    assert first_disagreement(claim(60_000, 67_501), [], CASE) == (67_500, 67_501)
