"""What the tests of laws ask: one law's answer on a tiny trial."""

from harness.laws import ALL, judge
from harness.trace.result import LawVerdict
from tests.tiny import Tiny


def answer(law_id: str, tiny: Tiny) -> LawVerdict:
    """The law's own answer, before umbrellas."""
    return next(law for law in ALL if law.id == law_id).judge(tiny.case())


def answers(tiny: Tiny) -> dict[str, LawVerdict]:
    """Every law's answer, one fault reported once."""
    return {verdict.law: verdict for verdict in judge(tiny.case())}


def sentences(verdict: LawVerdict) -> list[str]:
    """What a person reads."""
    return [finding.sentence for finding in verdict.findings]
