"""A session: which trials it has, what it announces, and how it ends."""

import asyncio
from collections.abc import AsyncIterator
from dataclasses import replace

import pytest

from harness.core.errors import UsageError
from harness.core.verdicts import Verdict
from harness.engine.prepare import prepare
from harness.engine.run_trial import failed
from harness.engine.session import (
    Happening,
    SessionSpec,
    announce,
    events,
    exit_code,
    plain_gate,
    specs,
    started,
    totals,
)
from harness.engine.spec import TrialSpec
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
    assert (first.target.id, len(first.laws), first.command) == ("reference", 10, "meanwhile run")


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


@pytest.mark.parametrize(("codes", "code"), [((), 0), ((0, 0), 0), ((0, 1), 1), ((1, 3, 1), 3)])
def test_trouble_of_our_own_beats_findings(codes: tuple[int, ...], code: int) -> None:
    assert exit_code(result(one) for one in codes) == code


def test_totals_count_answers_and_name_laws_that_judged_nothing() -> None:
    told = totals([result(), result(3, ())], 55, plain_gate())
    assert (told.trials, told.errors, told.wall_ms, told.virtual_ms) == (2, 1, 55, 2_000)
    assert told.verdicts == {Verdict.PASSED: 1, Verdict.NOT_EXERCISED: 1}
    assert "submit-once" in told.never_armed
    assert "count-true" not in told.never_armed
