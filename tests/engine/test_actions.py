"""What a person does to a job on the reference page, from the press to what came of it."""

import re
from dataclasses import replace
from itertools import pairwise
from typing import Any

import pytest

from harness.core.words import RunKey
from harness.engine.prepare import prepare
from harness.engine.run_trial import drive_once, judge_trial
from harness.engine.spec import TrialSpec
from harness.facts.case import Case
from harness.scenario.scenario import Scenario
from harness.trace.trial import Trial
from harness.wire.load import load_wire
from tests.engine.player import Player

pytestmark = pytest.mark.browser

STEADY = {"third_party": {"marketplace": {"latency": {"constant": "1s"}}}}
PUBLISH = RunKey("publish", 1)


def publish(items: int = 20, **more: Any) -> dict[str, Any]:
    """A world with one publish, of which an item ends each second from about 3 s after its start."""
    return {**STEADY, "jobs": [{"id": "publish", "kind": "publish", "items": items, **more}]}


def at(moment: str, do: str, job: str | None = "publish", **more: Any) -> dict[str, Any]:
    """A step."""
    return {"at": moment, "do": do, **({"job": job} if job else {}), **more}


def done(player: Player, world: dict[str, Any], *journey: dict[str, Any], until: str, **more: Any) -> Case:
    """The trial of that; no law that there is finds anything wrong with it."""
    told = {"title": "By hand", "seed": 7, "network": {"profile": "wifi"}, "until": until, **more}
    scene = Scenario.model_validate({"id": "by-hand", "world": world, "journey": journey, **told})
    prepared = prepare(TrialSpec(scenario="mixed-outcome"))
    wire = load_wire(prepared.target, scene.transport.value)
    prepared = replace(prepared, plan=replace(prepared.plan, scenario=scene, wire=wire, seed=scene.seed))
    trial: Trial = player.wait(drive_once(prepared, player.keeper))
    verdicts = judge_trial(prepared, trial)
    assert [finding.sentence for verdict in verdicts for finding in verdict.findings] == []
    assert [doubt for verdict in verdicts for doubt in verdict.doubts] == []
    return Case(trial)


def shown(case: Case, second: float) -> str:
    """What stands on the page at that second."""
    return case.screen.text_at(0, round(second * 1000))


def told(case: Case) -> list[tuple[str, int | None, str | None]]:
    """What the server was told."""
    return [(command.do, command.run, command.refused) for command in case.commands]


def said(case: Case) -> list[str]:
    assert all(one.existed_before for one in case.announcements)
    return [one.text for one in case.announcements]


def test_a_cancel_is_asked_about_first_and_a_no_sends_nothing(player: Player) -> None:
    journey = [at("2s", "submit"), at("8s", "cancel", answer="dismiss", by="keyboard")]
    case = done(player, publish(), *journey, until="40s")
    question = shown(case, 8.5)
    assert "Cancel “Publish 20 items”?" in question
    assert "The item in hand will be finished first, and nothing more will be published." in question
    assert "items are published so far, and will stay on sale." in question
    assert [press.name for press in case.presses][-2:] == ["Cancel publish", "Keep publishing"]
    assert "Cancel “Publish 20 items”?" not in shown(case, 11)
    assert told(case) == [("submit", 1, None)]


@pytest.mark.parametrize("transport", ["sse", "poll"])
def test_a_cancel_is_asking_at_once_cancelling_once_confirmed_and_leaves_a_receipt(
    transport: str, player: Player
) -> None:
    journey = [at("9s", "submit"), at("22s", "cancel")]
    slow = {"network": {"profile": "slow-3g"}, "transport": transport}
    case = done(player, publish(), *journey, until="60s", **slow)
    pressed_s = case.presses[-1].at_ms / 1000
    asked = shown(case, pressed_s + 0.1)
    assert "Asking to cancel…" in asked
    assert "Running" not in asked.split("Steps")[0].splitlines()
    assert "Cancelling" in shown(case, pressed_s + 2.7) or "Cancelled" in shown(case, pressed_s + 2.7)
    view = case.truth.view(PUBLISH, 60_000)
    assert view is not None
    assert view.outcome == "cancelled"
    cancelled = shown(case, 40)
    assert f"{view.kept} items kept, {20 - (view.kept or 0)} items not done, none of them taken back." in cancelled
    assert "Run all 20 items again" in cancelled
    assert "See what is on sale now" in cancelled
    assert told(case) == [("submit", 1, None), ("cancel", 1, None)]


def test_what_a_cancel_takes_back_is_said_before_and_after(player: Player) -> None:
    world = publish(cancellation={"keeps": "nothing", "mode": "immediate"})
    case = done(player, world, at("2s", "submit"), at("12s", "cancel"), until="41s")
    asked, cancelled = shown(case, 12.5), shown(case, 40)
    assert "will be broken off" in asked
    assert "and will be taken back." in asked
    assert "0 items kept, 20 items not done," in cancelled
    assert any("is being cancelled. It will stop at once." in one for one in said(case))


def test_a_cancel_that_came_too_late_is_admitted(player: Player) -> None:
    case = done(player, publish(6), at("2s", "submit"), at("7300ms", "cancel"), until="40s")
    assert told(case) == [("submit", 1, None), ("cancel", 1, None)]
    assert "Publish complete. 6 items published." in shown(case, 12)
    assert "The request to cancel came too late." in shown(case, 12)
    assert any("The request to cancel came too late." in one for one in said(case))


def test_a_cancel_of_what_is_over_is_refused_and_said_to_be_too_late(player: Player) -> None:
    case = done(player, publish(6), at("2s", "submit"), at("7950ms", "cancel"), until="40s")
    assert [(do, run) for do, run, _ in told(case)] == [("submit", 1), ("cancel", None)]
    assert "It was too late to cancel: the job was over already." in shown(case, 12)
    assert "Publish complete. 6 items published." in shown(case, 12)


def test_where_cancelling_is_forbidden_it_is_not_offered_and_said(player: Player) -> None:
    world = publish(cancellation={"forbidden_from": "publish"}, phases={"validate": "300ms"})
    case = done(player, world, at("2s", "submit"), until="40s")
    seen = [shown(case, 4), shown(case, 12)]
    assert ["Cancel publish" in one for one in seen] == [True, False]
    assert ["It can no longer be cancelled." in one for one in seen] == [False, True]


@pytest.mark.parametrize("transport", ["sse", "poll"])
def test_a_retry_takes_just_what_failed(transport: str, player: Player) -> None:
    world = publish(outcomes={"failed": {"upstream-error": 3}}, retry={"attempts": 1})
    journey = [at("2s", "submit"), at("30s", "retry-failed")]
    case = done(player, world, *journey, until="51s", transport=transport)
    assert told(case) == [("submit", 1, None), ("retry-failed", 2, None)]
    assert "This is run 2, for the 3 items that failed before." in shown(case, 33)
    assert "Publish complete. 3 items published." in shown(case, 50)
    assert "Previous run 1: Finished with problems" in " ".join(shown(case, 50).split())
    items = [{item.id for item in case.truth.items(RunKey("publish", run), 50_000)} for run in (1, 2)]
    failed = {item.id for item in case.truth.items(PUBLISH, 50_000) if item.state == "failed"}
    assert (len(items[0]), items[1]) == (20, failed)


def test_a_retry_whose_answer_is_lost_survives_a_reload_and_is_done_once(player: Player) -> None:
    lost = {"at": "43s", "for": "4s", "kind": "lost_response", "match": "/api/jobs/publish:retry-failed"}
    world = publish(outcomes={"failed": {"timeout": 2}}, retry={"attempts": 1})
    journey = [at("2s", "submit"), at("44s", "retry-failed"), at("46s", "reload", None)]
    case = done(player, world, *journey, until="70s", network={"profile": "wifi", "faults": [lost]})
    assert "Asking to retry 2 failed items…" in shown(case, 44.1)
    assert "This is run 2, for the 2 items that failed before." in shown(case, 52)
    assert told(case) == [("submit", 1, None), ("retry-failed", 2, None)]
    keys = {request.idempotency_key for request in case.requests if request.path.endswith(":retry-failed")}
    assert len(keys) == 1


def test_what_nothing_but_a_person_can_mend_is_not_to_be_retried_but_can_be_run_again(player: Player) -> None:
    world = publish(outcomes={"failed": {"missing-id": 3}})
    case = done(player, world, at("2s", "submit"), at("31s", "rerun"), until="61s")
    ended = shown(case, 30)
    assert "Retry" not in ended
    assert "3 items failed because of a missing ID." in ended
    assert "Give each item a unique ID, then try again." in ended
    assert "This is run 2, for all items." in shown(case, 60)
    assert "Publish complete. 20 items published." in shown(case, 60)
    assert told(case) == [("submit", 1, None), ("rerun", 2, None)]


def test_a_run_that_waits_for_a_word_goes_on_when_it_gets_it(player: Player) -> None:
    world = publish(on_critical="pause", outcomes={"items": {"item-004": "expired-credentials"}})
    case = done(player, world, at("2s", "submit"), at("16s", "continue"), until="50s")
    assert "Paused after a serious error. It goes on once a person says so." in shown(case, 15)
    assert "Reconnect the marketplace, then try again." in shown(case, 15)
    assert "Publishing items:" in shown(case, 17)
    assert [press.name for press in case.presses][-1] == "Skip and continue with 16 items"
    assert told(case) == [("submit", 1, None), ("continue", 1, None)]
    assert said(case)[-3:-1] == ["Asking to continue with 16 items…", "Publish 20 items goes on."]


def test_a_job_that_came_through_on_a_later_attempt_says_on_which(player: Player) -> None:
    world = publish(flaky={"items": 3, "attempts": 2, "cause": "upstream-error"}, retry={"backoff": "3s"})
    case = done(player, world, at("2s", "submit"), until="61s")
    assert "Succeeded on attempt 3." in shown(case, 60)
    retries = [one for one in said(case) if "Retrying" in one]
    attempts = [re.findall(r"attempt (\d) of 3", one) for one in retries]
    assert attempts == [["2"], ["3"], ["2"]], "the last item fails for the first time after a while without retries"


def test_two_jobs_at_once_stay_in_sight_where_they_were_asked_for(player: Player) -> None:
    world = publish()
    world["jobs"].append({"id": "import", "kind": "import", "items": 20})
    journey = [at("2s", "submit"), at("2200ms", "submit", "import")]
    case = done(player, world, *journey, until="60s")
    assert [frame.url for frame in case.screen.frames(0) if frame.at_ms <= 4_000][-1] == "/"
    lines = shown(case, 4).splitlines()
    assert {("Publish 20 items", "Running"), ("Import 20 items", "Running")} <= set(pairwise(lines))
    assert told(case) == [("submit", 1, None), ("submit", 1, None)]


def test_the_file_of_an_import_is_told_of_before_the_start_and_outlives_a_refusal_and_a_reload(player: Player) -> None:
    world = {
        "jobs": [{"id": "import", "kind": "import", "items": 12}],
        "refuse": [{"at": "5s", "for": "5s", "status": 403}],
    }
    journey = [
        at("2s", "choose-file", None, file="empty.csv"),
        at("4s", "choose-file", None, file="missing-id.csv"),
        at("6s", "submit", "import"),
        at("8s", "reload", None),
        at("12s", "submit", "import"),
    ]
    case = done(player, world, *journey, until="41s")
    empty, refused, reloaded, ended = (shown(case, second) for second in (3, 7, 11, 40))
    assert "“empty.csv” cannot be read. It is empty." in empty
    assert "was refused, so nothing was started. You are not allowed to start this job." in refused
    found = "“missing-id.csv” holds 12 rows. 8 of them can be imported."
    assert [found in one for one in (refused, reloaded, ended)] == [True, True, False]
    assert "Import finished with problems. 8 succeeded, 4 failed, 0 skipped." in ended
    assert "3 items failed because of a missing ID." in ended
    assert told(case) == [("submit", 1, None)]


def test_everything_can_be_done_with_the_keyboard_alone(player: Player) -> None:
    journey = [at("2s", "submit", by="keyboard"), at("8s", "cancel", by="keyboard")]
    case = done(player, publish(), *journey, until="40s")
    assert {(press.by, press.name) for press in case.presses} >= {("keyboard", "Publish 20 items")}
    assert {press.by for press in case.presses} == {"keyboard"}
    assert [step.note for step in case.steps] == [None, None]
    assert told(case) == [("submit", 1, None), ("cancel", 1, None)]


@pytest.mark.parametrize("scenario", ["cancel-by-keyboard", "file-that-cannot-be-read", "retry-from-two-windows"])
def test_the_same_trial_is_the_same_to_the_last_byte(scenario: str, player: Player, deep: bool) -> None:
    prepared = prepare(TrialSpec(scenario=scenario))
    trials = [player.wait(drive_once(prepared, player.keeper)) for _ in range(10 if deep else 2)]
    assert len({(trial.truth_hash, trial.screen_hash) for trial in trials}) == 1
