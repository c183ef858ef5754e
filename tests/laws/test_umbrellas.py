"""One fault, one report."""

from harness.core.verdicts import Severity, Verdict
from harness.laws import ALL
from harness.laws.umbrellas import UMBRELLAS, suppress
from harness.trace.result import Finding, LawVerdict
from tests.tiny import running

CASE = running().case()


def failed(law: str, *at_ms: int, tab: int = 0) -> LawVerdict:
    findings = tuple(
        Finding(
            law=law, at_ms=at, until_ms=None, job="publish", run=1, said="", truth="", sentence="", why="", tab=tab,
            fingerprint=str(at), severity=Severity.BLOCKER,
        )
        for at in at_ms
    )  # fmt: skip
    return LawVerdict(law=law, verdict=Verdict.FAILED, judged=1, findings=findings)


def test_a_consequence_is_told_under_its_cause_and_keeps_its_findings() -> None:
    shaded, _ = suppress([failed("count-true", 20_000), failed("reconnect-catches-up", 20_000)], CASE)
    assert (shaded.under, len(shaded.findings)) == ("reconnect-catches-up", 1)


def test_what_came_long_before_or_elsewhere_is_told_by_itself() -> None:
    before, _ = suppress([failed("count-true", 2_000, 20_000), failed("reconnect-catches-up", 20_000)], CASE)
    assert (before.under, [finding.at_ms for finding in before.findings]) == (None, [2_000])
    elsewhere, _ = suppress([failed("count-true", 20_000, tab=1), failed("reconnect-catches-up", 20_000)], CASE)
    assert elsewhere.under is None


def test_the_specific_law_is_never_shaded_by_its_umbrella() -> None:
    assert [held.under for held in suppress([failed("count-true", 1), failed("submit-once", 1)], CASE)] == [None, None]


def test_the_table_names_laws_that_there_are() -> None:
    known = {law.id for law in ALL}
    assert {*UMBRELLAS, *(law for laws in UMBRELLAS.values() for law in laws)} <= known
