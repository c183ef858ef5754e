"""The scenarios that ship: what each is about is so in its truth."""

from collections import Counter
from pathlib import Path

import pytest

from harness import laws
from harness.core.words import Outcome, RunKey, State
from harness.facts.truth import Truth
from harness.model.rehearsal import rehearse
from harness.network import faults
from harness.network.faults import Blackhole, Offline
from harness.scenario.journey import STARTS, Answer, By, Do
from harness.scenario.read import load, paths
from harness.scenario.scenario import Scenario, Transport

PUBLISH = RunKey("publish", 1)
LONGEST_MS = 4 * 60_000
CUTS = {"blackhole", "offline", "http", "refused"}
BREAKS = {*CUTS, "reset", "server_restart"}
SLOW = {"3g", "slow-3g", "satellite"}
LOSSY = {"hotel-wifi"}
GOOD = {"wifi", "cable", "4g", "lte"}
LAWS = [law.id for law in laws.ALL]
ALL = {path.stem: load(path) for path in paths()}


def truth(id: str) -> Truth:
    return Truth(rehearse(ALL[id]).events)


def window(scenario: Scenario, kind: str) -> tuple[int, int]:
    found = [fault for fault in scenario.network.faults if fault.kind == kind][-1]
    assert found.end_ms is not None
    return found.at_ms, found.end_ms


def test_the_twelve_are_there() -> None:
    assert set(ALL) >= {
        "seller-publish",
        "queued-behind-others",
        "mixed-outcome",
        "reload-two-phases",
        "closed-and-back",
        "black-hole",
        "offline-across-end",
        "double-click-slow-network",
        "lost-submit-answer",
        "retries-third-attempt",
        "slow-but-healthy",
        "ends-before-subscribe",
    }


@pytest.mark.parametrize("path", paths(), ids=lambda path: str(path.stem))
def test_each_names_its_source_and_what_it_arms(path: Path) -> None:
    scenario = ALL[path.stem]
    assert scenario.source
    assert scenario.arms
    assert set(scenario.arms) <= set(LAWS)
    assert len(set(scenario.arms)) == len(scenario.arms)
    assert path.read_text(encoding="utf-8").startswith("# yaml-language-server: $schema=../schema.json\n")


def test_there_are_thirty_six_at_least() -> None:
    assert len(ALL) >= 36


@pytest.mark.parametrize("law", LAWS)
def test_each_law_is_armed_by_three_over_stream_and_polling_on_slow_lossy_and_good_networks(law: str) -> None:
    armed = [scenario for scenario in ALL.values() if law in scenario.arms]
    assert len(armed) >= 3
    assert {scenario.transport for scenario in armed} >= {Transport.SSE, Transport.POLL}
    networks = {scenario.link.profile for scenario in armed}
    assert [kind for kind in (SLOW, LOSSY, GOOD) if not networks & kind] == []


@pytest.mark.parametrize("id", ALL)
def test_what_a_law_needs_is_in_the_scenarios_that_arm_it(id: str) -> None:
    scenario, log = ALL[id], truth(id)
    outcomes = {log.outcome(key) for key in log.runs()}
    does = {step.do for step in scenario.journey}
    struck = {fault.kind for fault in scenario.network.every}
    kinds = {event.kind for event in log.events}
    looks = does & {Do.RELOAD, Do.OPEN_TAB, Do.OPEN_WINDOW, Do.CLOSE_TAB, Do.BACK, Do.FORWARD}
    # What is in a person's file, the wire finds; the model alone does not know of it.
    failed = bool(kinds & {"item.failed", "run.paused"}) or Do.CHOOSE_FILE in does
    needs = {
        "winning-attempt-named": Outcome.SUCCEEDED in outcomes,
        "partial-named-partial": Outcome.PARTIAL in outcomes or Do.CHOOSE_FILE in does,
        "reload-restores": bool(does & {Do.RELOAD, Do.OPEN_TAB}),
        "reload-harmless": bool(looks),
        "offline-disclosed": bool(struck & CUTS),
        "frozen-and-stamped": bool(struck & CUTS),
        "transport-error-not-job-failure": bool(struck & {*BREAKS, "drop", "lost_response"}),
        "reconnect-catches-up": bool(struck & BREAKS),
        "submit-once": Do.DOUBLE_CLICK in does or "lost_response" in struck or {Do.SUBMIT, Do.BACK} <= does,
        "unknown-outcome-honest": bool(struck & {"blackhole", "lost_response"}),
        "auto-retry-told": bool(kinds & {"item.retrying", "run.retrying"}),
        "cause-true": failed,
        "remedy-fits-cause": failed,
        "cancelled-summary-true": Do.CANCEL in does or Outcome.CANCELLED in outcomes,
        "cancelling-shown": Do.CANCEL in does or "run.cancelling" in kinds,
        "outcome-breakdown-true": bool(outcomes & {Outcome.PARTIAL, Outcome.CANCELLED}),
        "retry-failed-only": Do.RETRY_FAILED in does,
    }
    assert [law for law in scenario.arms if not needs.get(law, True)] == []


@pytest.mark.parametrize("id", sorted(set(ALL) - {"seller-publish"}))
def test_all_but_the_sellers_are_short(id: str) -> None:
    log = truth(id)
    assert max(log.ended_at(key) for key in log.runs()) <= LONGEST_MS


def test_every_fault_strikes_before_some_job_is_over() -> None:
    struck = {
        fault.kind
        for scenario in ALL.values()
        for fault in scenario.network.faults
        if any(fault.at_ms < truth(scenario.id).ended_at(key) for key in truth(scenario.id).runs())
    }
    assert struck == {fault.kind for fault in faults.ALL}


def test_the_journeys_go_through_every_kind_of_step() -> None:
    assert {step.do for scenario in ALL.values() for step in scenario.journey} == set(Do)
    assert {step.by for scenario in ALL.values() for step in scenario.journey} == set(By)
    assert {step.answer for scenario in ALL.values() for step in scenario.journey} == set(Answer)


def test_the_seller_waits_more_than_ten_minutes_and_loses_touch_in_the_middle() -> None:
    log, (from_ms, to_ms) = truth("seller-publish"), window(ALL["seller-publish"], "blackhole")
    assert 600_000 < log.ended_at(PUBLISH) - log.accepted_at(PUBLISH) < 900_000
    assert log.outcome(PUBLISH) is Outcome.PARTIAL
    assert to_ms - from_ms == 25_000
    before, after = log.view(PUBLISH, from_ms), log.view(PUBLISH, to_ms)
    assert before is not None
    assert after is not None
    assert before.phase is not None
    assert before.phase.id == "publish"
    assert 0 < before.counts.processed < after.counts.processed < 200
    # A server that keeps ten seconds of events has forgotten some of those that were missed.
    assert log.moments(PUBLISH, from_ms, to_ms - 10_000)


def test_the_persons_job_waits_behind_two() -> None:
    view = truth("queued-behind-others").view(PUBLISH, 5_000)
    assert view is not None
    assert view.queue is not None
    assert (view.state, view.queue.ahead, view.queue.reason) == (State.QUEUED, 2, "no-free-worker")


def test_20_succeed_3_fail_5_are_skipped() -> None:
    assert truth("mixed-outcome").describe(PUBLISH, 10**9) == "ended: 20 succeeded, 3 failed, 5 skipped"


def test_the_reloads_are_in_two_phases() -> None:
    log, key = truth("reload-two-phases"), RunKey("import", 1)
    reloads = [step.at_ms for step in ALL["reload-two-phases"].journey if step.do is Do.RELOAD]
    running = [view.phase for at_ms in reloads if (view := log.view(key, at_ms))]
    assert [phase.id for phase in running if phase] == ["upload", "process"]


def test_the_tab_is_closed_before_the_end_and_opened_after_it() -> None:
    scenario, log = ALL["closed-and-back"], truth("closed-and-back")
    at = {step.do: step.at_ms for step in scenario.journey}
    assert at[Do.CLOSE_TAB] < log.ended_at(PUBLISH) < at[Do.OPEN_TAB]


def test_the_black_holes_swallow_the_answer_and_then_some_progress() -> None:
    scenario, log = ALL["black-hole"], truth("black-hole")
    first, second = scenario.network.faults
    submit = next(step for step in scenario.journey if step.do in STARTS)
    assert submit.at_ms + scenario.network.profile.rtt_ms < first.at_ms < log.accepted_at(PUBLISH)
    assert second.end_ms is not None
    assert second.end_ms < log.ended_at(PUBLISH)
    assert log.moments(PUBLISH, second.at_ms, second.end_ms)


def test_the_end_falls_into_the_time_offline() -> None:
    from_ms, to_ms = window(ALL["offline-across-end"], "offline")
    assert from_ms < truth("offline-across-end").ended_at(PUBLISH) < to_ms - 5_000


def test_three_items_win_on_the_third_attempt() -> None:
    events = truth("retries-third-attempt").events
    won = Counter(event.data["attempt"] for event in events if event.kind == "item.succeeded")
    assert won[3] == 3


def test_the_retries_leave_nothing_else_to_do_for_a_while() -> None:
    log = truth("retries-third-attempt")
    states = {view.state for view in log.views(PUBLISH, 0, 10**9)}
    assert State.RETRYING in states


def test_slow_but_healthy_has_no_trouble_at_all() -> None:
    log = truth("slow-but-healthy")
    assert not any(event.kind in ("item.retrying", "item.failed") for event in log.events)
    assert log.outcome(PUBLISH) is Outcome.SUCCEEDED


def test_the_short_job_ends_before_the_page_can_subscribe() -> None:
    scenario, log = ALL["ends-before-subscribe"], truth("ends-before-subscribe")
    # The answer travels half a round trip, and the page's next question another half.
    assert log.ended_at(PUBLISH) - log.accepted_at(PUBLISH) < scenario.network.profile.rtt_ms


def test_the_second_job_is_asked_for_while_the_first_has_no_answer() -> None:
    scenario, log = ALL["two-jobs-at-once"], truth("two-jobs-at-once")
    first, second = (step.at_ms for step in scenario.journey if step.do in STARTS)
    assert first < second < log.accepted_at(RunKey("import", 1))


def test_each_short_cut_is_over_in_less_than_two_seconds_while_the_job_goes_on() -> None:
    scenario, log = ALL["short-cuts"], truth("short-cuts")
    cuts = [(fault.at_ms, fault.end_ms or 0) for fault in scenario.network.faults]
    assert all(until - start < 2_000 for start, until in cuts)
    assert log.accepted_at(PUBLISH) < cuts[0][0] < cuts[-1][1] < log.ended_at(PUBLISH)


def test_the_errors_on_the_way_last_for_more_than_ten_seconds_of_a_job_that_goes_on() -> None:
    from_ms, to_ms = window(ALL["bad-gateway"], "http")
    assert to_ms - from_ms > 10_000
    assert truth("bad-gateway").moments(PUBLISH, from_ms, to_ms)


def at(id: str, do: Do) -> int:
    """When the person does that for the last time."""
    return [step.at_ms for step in ALL[id].journey if step.do is do][-1]


@pytest.mark.parametrize(
    ("id", "do"), [("cancel-into-a-silence", Do.CANCEL), ("retry-into-a-silence", Do.RETRY_FAILED)]
)
def test_the_hotels_network_is_silent_when_the_person_has_made_up_their_mind(id: str, do: Do) -> None:
    silences = [fault for fault in ALL[id].network.own if isinstance(fault, Blackhole)]
    decided_ms = at(id, do) + (1_000 if do is Do.CANCEL else 0)
    assert any(one.at_ms < decided_ms < one.end_ms - 1_000 for one in silences)


def test_the_person_comes_back_before_the_end() -> None:
    back_ms = at("closed-and-back-midway", Do.OPEN_TAB)
    assert at("closed-and-back-midway", Do.CLOSE_TAB) < back_ms
    assert back_ms + 5_000 < truth("closed-and-back-midway").ended_at(PUBLISH)


def test_it_can_be_cancelled_at_first_and_no_longer_when_the_person_comes_back_to_it() -> None:
    steps = [step.at_ms for step in ALL["no-longer-cancellable"].journey if step.do is Do.CANCEL]
    views = [truth("no-longer-cancellable").view(PUBLISH, at_ms) for at_ms in steps]
    assert [view.phase.id for view in views if view and view.phase] == ["validate", "publish"]


def test_the_person_lets_the_paused_publish_go_on() -> None:
    moments = {event.kind: event.at_ms for event in truth("skip-and-continue").events}
    assert moments["run.paused"] + 10_000 < moments["run.resumed"] == at("skip-and-continue", Do.CONTINUE)


def test_the_slow_device_is_offline_in_the_middle_and_at_the_end() -> None:
    log = truth("offline-on-slow-3g")
    first, second = ALL["offline-on-slow-3g"].network.faults
    assert isinstance(first, Offline)
    assert isinstance(second, Offline)
    assert log.accepted_at(PUBLISH) < first.at_ms < first.end_ms < second.at_ms < log.ended_at(PUBLISH) < second.end_ms


@pytest.mark.parametrize("id", ["cancel-by-keyboard", "cancel-into-a-silence", "cancelled-in-the-other-window"])
def test_a_cancellation_takes_longer_than_a_second(id: str) -> None:
    log = truth(id)
    assert log.outcome(PUBLISH) is Outcome.CANCELLED
    assert log.ended_at(PUBLISH) - at(id, Do.CANCEL) > 1_000
