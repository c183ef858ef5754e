"""The laws, one a file. ``ALL`` lists them; a test holds the list against the folder."""

from harness.core.verdicts import Verdict
from harness.facts.case import Case
from harness.laws.auto_retry_told import auto_retry_told
from harness.laws.base import Law
from harness.laws.cause_true import cause_true
from harness.laws.count_true import count_true
from harness.laws.job_acknowledged import job_acknowledged
from harness.laws.no_early_hundred import no_early_hundred
from harness.laws.no_internals import no_internals
from harness.laws.no_overclaim import no_overclaim
from harness.laws.no_premature_terminal import no_premature_terminal
from harness.laws.no_vague_phrase import no_vague_phrase
from harness.laws.outcome_breakdown_true import outcome_breakdown_true
from harness.laws.partial_named_partial import partial_named_partial
from harness.laws.reconnect_catches_up import reconnect_catches_up
from harness.laws.reload_restores import reload_restores
from harness.laws.remedy_fits_cause import remedy_fits_cause
from harness.laws.submit_once import submit_once
from harness.laws.terminal_shown_unprompted import terminal_shown_unprompted
from harness.laws.umbrellas import suppress
from harness.laws.unknown_outcome_honest import unknown_outcome_honest
from harness.trace.result import LawVerdict

ALL: tuple[Law, ...] = (
    job_acknowledged,
    submit_once,
    unknown_outcome_honest,
    count_true,
    no_early_hundred,
    terminal_shown_unprompted,
    no_premature_terminal,
    auto_retry_told,
    cause_true,
    remedy_fits_cause,
    partial_named_partial,
    outcome_breakdown_true,
    reload_restores,
    reconnect_catches_up,
    no_overclaim,
    no_vague_phrase,
    no_internals,
)

_BUGS = (ArithmeticError, AssertionError, AttributeError, LookupError, RuntimeError, TypeError, ValueError)


def judge(case: Case, laws: tuple[Law, ...] = ALL) -> list[LawVerdict]:
    """Every law's answer on one trial, one fault reported once. A law that breaks answers ``error``, the
    others go on.
    """
    return suppress([_judge(law, case) for law in laws], case)


def _judge(law: Law, case: Case) -> LawVerdict:
    try:
        return law.judge(case)
    except _BUGS as error:  # a broken law must not take the others' answers with it
        return LawVerdict(law=law.id, verdict=Verdict.ERROR, judged=0, why=f"{type(error).__name__}: {error}")
