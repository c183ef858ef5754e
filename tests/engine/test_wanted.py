"""Which moments are pictured."""

from dataclasses import replace

from harness.core.verdicts import Severity
from harness.engine.wanted import ANSWERED_MS, MOST_FINDINGS, MOST_MOMENTS, SETTLED_MS, Wanted, wanted
from harness.facts.network_windows import CATCH_UP_MS
from harness.trace.result import Finding
from tests.tiny import BETA_MS, Tiny

FINDING = Finding(
    law="count-true", at_ms=4_000, until_ms=None, job="publish", run=1, said="a", truth="b", sentence="it said a",
    why="d", tab=0, fingerprint="f", severity=Severity.BLOCKER,
)  # fmt: skip
END_MS = 20_000


def trial() -> Tiny:
    return Tiny(end=20).accepted(1).event(2, "run.started", worker=1).item(3, 1).item(4, 2)


def labels(tiny: Tiny, kind: str = "state") -> list[str]:
    return [one.label for one in wanted(tiny.trial(), ()) if one.kind == kind]


def moments(tiny: Tiny, kind: str = "state") -> list[int]:
    return [one.at_ms for one in wanted(tiny.trial(), ()) if one.kind == kind]


def test_each_state_of_the_job_is_wanted_once_it_can_be_seen() -> None:
    assert moments(trial()) == [1_999, 2_000 + BETA_MS + SETTLED_MS]
    assert labels(trial()) == ["queued", "running"]


def test_a_state_that_comes_too_late_to_be_seen_is_not_wanted() -> None:
    assert labels(Tiny(end=3).accepted(1).event(2.8, "run.started", worker=1)) == ["queued"]


def test_a_state_that_is_over_at_once_is_not_wanted() -> None:
    short = trial().event(6, "run.paused", reason="maintenance", until_ms=None).event(6.4, "run.resumed")
    assert "paused" not in labels(short)


def test_a_state_that_comes_again_is_wanted_again_after_all_that_is_new() -> None:
    paused = trial()
    for at in (6, 12):
        paused = paused.event(at, "run.paused", reason="maintenance", until_ms=None).event(at + 3, "run.resumed")
    assert labels(paused) == ["queued", "running", "paused", "running", "paused", "running"]
    assert [one.kind for one in wanted(paused.trial(), ())] == ["state"] * 3 + ["end"] + ["state"] * 3


def test_what_the_person_started_is_pictured_before_what_the_world_did() -> None:
    both = Tiny(end=20).accepted(1, job="sync", by="world").accepted(5)
    assert [at_ms // 1_000 for at_ms in moments(both)] == [6, 2]


def test_where_there_are_several_jobs_each_is_named() -> None:
    both = Tiny(end=20).accepted(1, job="sync", title="Sync prices", by="world").accepted(5)
    assert labels(both) == ["Publish 10 items: queued", "Sync prices: queued"]


def test_an_outcome_is_told_in_plain_words() -> None:
    assert labels(trial().ended(6, "partial", succeeded=8, failed=2)) == ["queued", "running", "partly succeeded"]


def test_a_step_is_wanted_just_before_and_just_after() -> None:
    steps = trial().step(1, "submit").step(5, "reload")
    assert [(one.at_ms, one.kind, one.label) for one in wanted(steps.trial(), ())][:4] == [
        (999, "before", "just before the person starts the job"),
        (1_000 + ANSWERED_MS, "after", "the person starts the job"),
        (4_999, "before", "just before the person reloads the page"),
        (5_000 + ANSWERED_MS, "after", "the person reloads the page"),
    ]


def test_just_after_is_before_the_next_step() -> None:
    assert moments(trial().step(1, "submit").step(1.05, "reload"), "after") == [1_050, 1_050 + ANSWERED_MS]


def test_two_steps_of_one_moment_have_nothing_between_them() -> None:
    assert moments(trial().step(1, "submit").step(1, "reload"), "after") == [1_000 + ANSWERED_MS]


def test_a_fault_is_wanted_as_it_begins_as_it_ends_and_when_the_page_could_catch_up() -> None:
    cut = trial().fault(5, 9, "offline")
    assert [(one.at_ms, one.label) for one in wanted(cut.trial(), ()) if one.kind == "fault"] == [
        (5_000, "the network is gone"),
        (9_000, "the network is back"),
        (9_000 + CATCH_UP_MS + BETA_MS, "the network is back, some seconds later"),
    ]


def test_a_fault_of_a_moment_has_no_end_of_its_own() -> None:
    assert moments(trial().fault(5, 5, "drop"), "fault") == [5_000, 5_000 + CATCH_UP_MS + BETA_MS]


def test_what_lies_beyond_the_end_cannot_be_pictured() -> None:
    late = trial().fault(19, 25, "offline")
    assert moments(late, "fault") == [19_000]


def test_findings_come_first_and_only_so_many() -> None:
    found = tuple(replace(FINDING, at_ms=at_ms) for at_ms in range(20))
    made = wanted(trial().step(1, "submit").trial(), found)
    assert [one.at_ms for one in made[:MOST_FINDINGS]] == list(range(MOST_FINDINGS))
    assert [one.finding for one in made].count("f") == MOST_FINDINGS
    assert made[0] == Wanted(at_ms=0, kind="finding", label="count-true", why="it said a", finding="f", tab=0)


def test_there_are_so_many_moments_at_most_and_each_may_be_wanted_for_several_reasons() -> None:
    busy = Tiny(end=900).accepted(1)
    for second in range(2, 200, 2):
        busy.step(second, "reload").step(second, "back")
    made = wanted(busy.trial(), (replace(FINDING, at_ms=3_999),))
    assert len({one.at_ms for one in made}) == MOST_MOMENTS
    assert [one.at_ms for one in made].count(3_999) == 3


def test_the_end_is_wanted() -> None:
    assert moments(trial(), "end") == [END_MS]
