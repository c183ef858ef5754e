"""The laws, one a file. ``ALL`` lists them; a test holds the list against the folder."""

from harness.core.verdicts import Verdict
from harness.facts.case import Case
from harness.laws.base import Law
from harness.laws.count_true import count_true
from harness.laws.no_premature_terminal import no_premature_terminal
from harness.laws.reconnect_catches_up import reconnect_catches_up
from harness.laws.umbrellas import suppress
from harness.trace.result import LawVerdict

ALL: tuple[Law, ...] = (
    count_true,
    no_premature_terminal,
    reconnect_catches_up,
)


def judge(case: Case, laws: tuple[Law, ...] = ALL) -> list[LawVerdict]:
    """Every law's answer on one trial, one fault reported once. A law that breaks answers ``error``, the others go on."""
    return suppress([_judge(law, case) for law in laws], case)


def _judge(law: Law, case: Case) -> LawVerdict:
    try:
        return law.judge(case)
    except Exception as error:  # a broken law must not take the others' answers with it
        return LawVerdict(law=law.id, verdict=Verdict.ERROR, judged=0, why=f"{type(error).__name__}: {error}")
