"""Strings for the log: one for each kind of document and place, always the same, and each says where it stood."""

from harness.wire.canaries import DOCUMENTS, PROBLEM, canary, diagnostics, every, of_event, of_problem


def test_a_canary_says_where_it_stood_and_is_always_the_same() -> None:
    assert canary("timeout", "trace_id") == canary("timeout", "trace_id")
    assert canary("timeout", "trace_id").startswith("canary-trace-id-")
    assert canary("timeout", "trace_id") != canary("network", "trace_id")


def test_all_that_can_be_sent_is_known() -> None:
    known = every(["timeout", "network"])
    assert len(set(known)) == len(known)
    sent = [of_problem("timeout"), of_event(), *(diagnostics(document) for document in DOCUMENTS)]
    assert {value for fields in sent for value in fields.values()} <= set(known)


def test_a_problem_has_one_in_every_technical_field() -> None:
    assert set(of_problem("timeout")) == set(PROBLEM)
