"""The laws, one a file. ``ALL`` lists them; a test holds the list against the folder."""

from harness.core.verdicts import Verdict
from harness.facts.case import Case
from harness.laws.ack_instant import ack_instant
from harness.laws.auto_retry_told import auto_retry_told
from harness.laws.base import Law
from harness.laws.cancelled_summary_true import cancelled_summary_true
from harness.laws.cancelling_shown import cancelling_shown
from harness.laws.cause_true import cause_true
from harness.laws.count_true import count_true
from harness.laws.counts_add_up import counts_add_up
from harness.laws.frozen_and_stamped import frozen_and_stamped
from harness.laws.job_acknowledged import job_acknowledged
from harness.laws.message_complete import message_complete
from harness.laws.monotonic_view import monotonic_view
from harness.laws.no_early_hundred import no_early_hundred
from harness.laws.no_internals import no_internals
from harness.laws.no_overclaim import no_overclaim
from harness.laws.no_premature_terminal import no_premature_terminal
from harness.laws.no_vague_phrase import no_vague_phrase
from harness.laws.offline_disclosed import offline_disclosed
from harness.laws.outcome_breakdown_true import outcome_breakdown_true
from harness.laws.partial_named_partial import partial_named_partial
from harness.laws.progress_monotone import progress_monotone
from harness.laws.quantity_within_ten_seconds import quantity_within_ten_seconds
from harness.laws.reconnect_catches_up import reconnect_catches_up
from harness.laws.reload_harmless import reload_harmless
from harness.laws.reload_restores import reload_restores
from harness.laws.remedy_fits_cause import remedy_fits_cause
from harness.laws.retry_failed_only import retry_failed_only
from harness.laws.status_announced import status_announced
from harness.laws.submit_once import submit_once
from harness.laws.terminal_shown_unprompted import terminal_shown_unprompted
from harness.laws.transport_error_not_job_failure import transport_error_not_job_failure
from harness.laws.umbrellas import suppress
from harness.laws.unknown_outcome_honest import unknown_outcome_honest
from harness.laws.winning_attempt_named import winning_attempt_named
from harness.trace.result import LawVerdict

ALL: tuple[Law, ...] = (
    ack_instant,
    job_acknowledged,
    submit_once,
    unknown_outcome_honest,
    count_true,
    quantity_within_ten_seconds,
    counts_add_up,
    progress_monotone,
    no_early_hundred,
    terminal_shown_unprompted,
    no_premature_terminal,
    cancelling_shown,
    cancelled_summary_true,
    auto_retry_told,
    winning_attempt_named,
    cause_true,
    remedy_fits_cause,
    partial_named_partial,
    outcome_breakdown_true,
    retry_failed_only,
    reload_restores,
    reload_harmless,
    monotonic_view,
    offline_disclosed,
    frozen_and_stamped,
    reconnect_catches_up,
    message_complete,
    no_overclaim,
    no_vague_phrase,
    no_internals,
    transport_error_not_job_failure,
    status_announced,
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
