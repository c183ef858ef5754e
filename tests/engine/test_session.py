"""A session: which trials it has, what it announces, and how it ends."""

import asyncio
from collections.abc import AsyncIterator
from dataclasses import replace
from pathlib import Path

import pytest

from harness.core.errors import UsageError
from harness.core.verdicts import Level, Verdict
from harness.engine.prepare import prepare
from harness.engine.run_trial import failed
from harness.engine.session import (
    Happening,
    SessionSpec,
    announce,
    ended,
    events,
    exit_code,
    plain_gate,
    specs,
    started,
    totals,
)
from harness.engine.shard import Shard
from harness.engine.spec import TrialSpec
from harness.laws import ALL
from harness.scenario import read
from harness.trace.events import (
    ClockAdvanced,
    Event,
    LawJudged,
    SessionFinished,
    SessionStarted,
    TrialFinished,
    TrialStarted,
)
from harness.trace.result import LawVerdict, TrialResult

PREPARED = prepare(TrialSpec(scenario="mixed-outcome"))
VERDICTS = (
    LawVerdict(law="count-true", verdict=Verdict.PASSED, judged=9),
    LawVerdict(law="submit-once", verdict=Verdict.NOT_EXERCISED, judged=0),
)


def result(code: int = 0, verdicts: tuple[LawVerdict, ...] = VERDICTS) -> TrialResult:
    return replace(failed(PREPARED, ""), exit=code, verdicts=verdicts, error=None, virtual_ms=1_000)


def session(*scenarios: str) -> SessionSpec:
    trials = specs(scenarios, "reference", None, None, 1)
    return SessionSpec(trials=trials, target="reference", defect=None, command="meanwhile run")


def test_each_scenario_is_run_as_often_as_asked_one_after_another() -> None:
    made = specs(["black-hole", "mixed-outcome"], "reference", None, 4, 2)
    assert [(one.scenario, one.repeat) for one in made] == [
        ("black-hole", 1),
        ("black-hole", 2),
        ("mixed-outcome", 1),
        ("mixed-outcome", 2),
    ]
    assert {one.seed for one in made} == {4}


def test_without_a_scenario_all_are_run() -> None:
    assert [one.scenario for one in specs([], "reference", None, None, 1)] == [path.stem for path in read.paths()]


def test_a_target_gets_only_what_it_shows_unless_it_is_asked_by_name(tmp_path_factory: pytest.TempPathFactory) -> None:
    folder = tmp_path_factory.mktemp("target")
    (folder / "page.html").touch()
    file = folder / "target.yaml"
    file.write_text("id: mine\ntitle: Mine\nserve: {/: page.html}\nshows: [import]\n", encoding="utf-8")
    shown = {one.scenario for one in specs([], str(file), None, None, 1)}
    assert "mixed-outcome" not in shown
    assert [one.scenario for one in specs(["mixed-outcome"], str(file), None, None, 1)] == ["mixed-outcome"]


def test_every_file_is_read_before_the_first_trial() -> None:
    with pytest.raises(UsageError, match='no scenario "nope"'):
        announce(session("mixed-outcome", "nope"))


def test_the_first_event_says_what_is_about_to_be_run() -> None:
    first = announce(session("mixed-outcome", "black-hole"))
    assert (first.trials, [one.id for one in first.scenarios]) == (2, ["mixed-outcome", "black-hole"])
    assert (first.target.id, len(first.laws), first.command) == ("reference", len(ALL), "meanwhile run")
    assert (first.transport, first.network) == ("", "")


def test_another_transport_and_network_are_announced_and_make_other_trials() -> None:
    trials = specs(["mixed-outcome"], "reference", None, 4, 1, transport="poll", network="hotel-wifi")
    first = announce(SessionSpec(trials=trials, target="reference", defect=None, command=""))
    assert (first.transport, first.network) == ("poll", "hotel-wifi")
    assert first.plan == ("mixed-outcome--reference--poll--hotel-wifi--seed-4",)
    prepared = prepare(trials[0])
    assert prepared.beta_ms == 2 * prepared.scenario.network.profile.rtt_ms + 2_000
    assert prepared.scenario.network.own
    assert failed(prepared, "").replay == ("meanwhile run mixed-outcome --transport poll --network hotel-wifi --seed 4")


def test_events_come_in_order_and_end_with_the_totals() -> None:
    begun, clock = started(PREPARED), ClockAdvanced(trial=PREPARED.id, at_ms=7)

    async def happenings() -> AsyncIterator[Happening]:
        for one in (begun, clock, replace(result(), unmet=("submit-once",))):
            yield one

    async def all_of() -> list[Event]:
        return [event async for event in events(announce(session("mixed-outcome")), happenings(), plain_gate())]

    told = asyncio.run(all_of())
    kinds = [SessionStarted, TrialStarted, ClockAdvanced, LawJudged, LawJudged, TrialFinished, SessionFinished]
    assert [type(one) for one in told] == kinds
    assert told[1:3] == [begun, clock]
    last = told[-1]
    assert isinstance(last, SessionFinished)
    assert (last.exit_code, last.totals.trials) == (1, 1)


@pytest.mark.parametrize(
    ("codes", "code"), [((), 0), ((0, 0), 0), ((0, 1), 1), ((1, 3, 1), 3), ((1, 2, 0), 2), ((2, 3), 3)]
)
def test_trouble_of_our_own_beats_what_cannot_be_judged_and_that_findings(codes: tuple[int, ...], code: int) -> None:
    assert exit_code(result(one) for one in codes) == code


def test_totals_tell_how_many_failures_another_law_tells() -> None:
    told = tuple(
        LawVerdict(law=law, verdict=Verdict.FAILED, judged=1, under=under)
        for law, under in (("count-true", "counts-add-up"), ("counts-add-up", None))
    )
    counted = totals([result(1, told), result(1, told)], 55, plain_gate())
    assert (counted.verdicts[Verdict.FAILED], counted.under) == (4, 2)


def test_totals_count_answers_and_name_laws_that_judged_nothing() -> None:
    told = totals([result(), result(3, ()), result(2, ())], 55, plain_gate())
    assert (told.trials, told.errors, told.not_judged, told.wall_ms, told.virtual_ms) == (3, 1, 1, 55, 3_000)
    assert told.verdicts == {Verdict.PASSED: 1, Verdict.NOT_EXERCISED: 1}
    assert "submit-once" in told.never_armed
    assert "count-true" not in told.never_armed


def test_a_scenario_is_told_with_its_file_and_the_lines_of_its_journey() -> None:
    (told,) = announce(session("mixed-outcome")).scenarios
    assert told.file == "scenarios/outcomes/mixed-outcome.yaml"
    text = Path(told.file).read_text(encoding="utf-8").splitlines()
    assert told.steps
    assert all(text[step.line - 1].lstrip().startswith("- ") for step in told.steps)
    assert announce(session("mixed-outcome")).target.file == "fixtures/targets/reference/target.yaml"


def test_a_part_of_a_session_announces_its_own_trials_and_the_plan_of_all() -> None:
    whole = session("mixed-outcome", "black-hole", "by-attribute")
    part = replace(whole, shard=Shard(2, 2), scope="suite ci", remarks=("mind this",))
    first = announce(part)
    assert [one.scenario for one in part.own] == ["black-hole"]
    assert (first.trials, [one.id for one in first.scenarios], first.shard) == (1, ["black-hole"], "2/2")
    assert first.plan == announce(whole).plan
    assert len(first.plan) == 3
    assert (first.scope, first.remarks) == ("suite ci", ("mind this",))
    assert announce(whole).trials == 3


def test_a_session_without_trials_is_refused() -> None:
    with pytest.raises(UsageError, match='the target "reference" can show none of these scenarios'):
        announce(SessionSpec(trials=(), target="reference", defect=None, command=""))


def test_two_files_with_one_id_are_refused(tmp_path_factory: pytest.TempPathFactory) -> None:
    file = tmp_path_factory.mktemp("own") / "mixed-outcome.yaml"
    file.write_text(read.find("mixed-outcome").read_text(encoding="utf-8"), encoding="utf-8")
    with pytest.raises(UsageError, match=r'"mixed-outcome" is the id of mixed-outcome and of .*; rename one of them'):
        announce(session("mixed-outcome", str(file)))


def test_a_scenario_that_is_named_twice_is_run_once() -> None:
    assert len(specs(["black-hole", "black-hole"], "reference", None, None, 1)) == 1


def test_of_a_suite_only_what_the_target_shows_is_run(tmp_path_factory: pytest.TempPathFactory) -> None:
    folder = tmp_path_factory.mktemp("target")
    (folder / "page.html").touch()
    file = folder / "target.yaml"
    file.write_text("id: mine\ntitle: Mine\nserve: {/: page.html}\nshows: [import]\n", encoding="utf-8")
    assert specs(["mixed-outcome"], str(file), None, None, 1, as_named=False) == ()


def test_a_law_that_is_off_is_not_said_to_have_judged_nothing() -> None:
    gate = plain_gate()
    laws = tuple(replace(law, level=Level.OFF) if law.id == "submit-once" else law for law in gate.laws)
    told = totals([result()], 55, replace(gate, laws=laws))
    assert "submit-once" not in told.never_armed
    assert "reload-restores" in told.never_armed


def test_a_session_that_was_broken_off_is_trouble() -> None:
    last = ended([result()], 55, plain_gate(), broken_off="the disk is full")
    assert (last.exit_code, last.broken_off, last.totals.trials) == (3, "the disk is full", 1)
