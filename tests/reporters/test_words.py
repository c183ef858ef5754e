"""The sentences that reporters share."""

from dataclasses import replace

import pytest
from inline_snapshot import snapshot

from harness.core.verdicts import Status, Verdict
from harness.network import faults
from harness.reporters.words import (
    VERDICT_WORDS,
    answer_words,
    closing_lines,
    fault_end_words,
    fault_words,
    found_words,
    listed,
    never_judged,
    number_of,
    remark_lines,
    session_words,
    status_words,
    step_words,
    tally_words,
    trial_name,
)
from harness.scenario.journey import Do
from harness.trace.result import Finding
from tests.reporters.graded import ACCEPTED, ALL_THREE, NEW, WARNED, session
from tests.reporters.sample import result_of


def test_every_verdict_has_words() -> None:
    assert set(VERDICT_WORDS) == set(Verdict)


def test_numbers_agree_with_their_noun() -> None:
    assert [number_of(count, "trial") for count in (0, 1, 2)] == ["0 trials", "1 trial", "2 trials"]


@pytest.mark.parametrize(
    ("parts", "words"), [([], ""), (["a"], "a"), (["a", "b"], "a and b"), (["a", "b", "c"], "a, b and c")]
)
def test_lists_read_as_sentences(parts: list[str], words: str) -> None:
    assert listed(parts) == words


def test_every_step_of_a_journey_has_words_of_its_own() -> None:
    assert all(step_words(do) != do.replace("-", " ") for do in Do)


def test_steps_and_faults_that_nobody_named_still_read() -> None:
    assert step_words("submit", "publish") == snapshot("starts the job (publish)")
    assert step_words("press-space") == "press space"
    assert fault_words("blackhole") == snapshot("nothing arrives, though connections stay open")
    assert fault_words("solar_flare") == "solar flare"
    assert fault_end_words("offline") == "the network is back"
    assert fault_end_words("solar_flare") == "this is over: solar flare"


def test_every_fault_has_words_of_its_own() -> None:
    kinds = [fault.kind for fault in faults.ALL]
    assert all(fault_words(kind) != kind.replace("_", " ") for kind in kinds)
    assert len({fault_words(kind) for kind in kinds}) == len(kinds)
    assert {kind for kind in kinds if fault_end_words(kind).startswith("this is over")} == {
        "lost_response",
        "server_restart",
    }


def test_a_trial_by_what_sets_it_apart() -> None:
    assert trial_name("seller-publish", 7, 1, None) == "seller-publish (seed 7)"
    assert trial_name("seller-publish", 7, 2, "stuck") == "seller-publish (seed 7, repeat 2, defect stuck)"


def test_answers() -> None:
    stuck, clean = result_of(stuck=True), result_of(stuck=False)
    assert [answer_words(clean), answer_words(stuck)] == ["passed", "1 finding"]
    unmet = replace(clean, unmet=("count-true",))
    assert answer_words(unmet) == "not passed: 1 law not put to the test"
    assert answer_words(replace(clean, error="the browser went away")) == "error"
    assert tally_words(stuck.verdicts) == snapshot("laws: 1 passed, 2 failed (1 told by another), 1 not exercised")


def test_findings_by_what_the_gate_makes_of_them() -> None:
    assert found_words([Status.NEW, Status.NEW]) == "2 findings"
    assert found_words([]) == "0 findings"
    assert found_words([Status.ACCEPTED, Status.NEW, Status.WARNED]) == "3 findings (1 new, 1 accepted, 1 warned)"
    assert answer_words(ALL_THREE) == "3 findings (1 new, 1 accepted, 1 warned)"


@pytest.mark.parametrize(
    ("finding", "words"),
    [
        (NEW, ""),
        (
            replace(NEW, note="was accepted until 2026-01-31: SHOP-12"),
            "new again: it was accepted until 2026-01-31: SHOP-12",
        ),
        (ACCEPTED, "accepted until 2027-01-31: SHOP-12"),
        (replace(ACCEPTED, note="SHOP-12"), "accepted: SHOP-12"),
        (WARNED, "warned: is being rebuilt"),
    ],
)
def test_a_finding_says_what_the_gate_makes_of_it(finding: Finding, words: str) -> None:
    assert status_words(finding) == words


def test_what_a_person_must_know_before_the_results() -> None:
    whole = session(ALL_THREE)
    assert remark_lines(replace(whole.started, shard="2/4")) == [
        "not judged: reload-restores is off: nobody reloads",
        "only warned of: no-premature-terminal: is being rebuilt",
        "part 2/4 of the session; `meanwhile merge` gives the verdict over all parts",
        "findings that b.yaml accepts do not fail",
        "b.yaml:3: mind this",
    ]
    assert session_words(whole.started).endswith("judged by 3 laws")
    other = replace(whole.started, transport="poll", network="hotel-wifi")
    assert session_words(other).endswith(" over poll on the network hotel-wifi, judged by 3 laws")


UNSURE_WORDS = (
    'not seen, perhaps not gone: count-true in seller-publish, job "publish", count:skipped (3 failed); '
    "the law answered can't tell"
)


def test_what_is_said_at_the_end() -> None:
    whole = session(ALL_THREE)
    assert closing_lines(whole.finished, 2) == [
        "judged nothing in any trial: reload-restores",
        'gone: count-true in seller-publish, job "publish", count:failed (3 failed); take it out of the baseline',
        UNSURE_WORDS,
    ]
    assert closing_lines(replace(whole.finished, broken_off="the disk is full"), 2) == ["broken off: the disk is full"]


def test_laws_that_judged_nothing_are_told_where_several_scenarios_judged_something() -> None:
    totals = session(ALL_THREE).finished.totals
    assert never_judged(totals, 2) == ("reload-restores",)
    assert never_judged(totals, 1) == ()
    assert never_judged(replace(totals, verdicts={}), 2) == ()
