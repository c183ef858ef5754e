"""What a person does to a job on the reference page, from the press to what came of it."""

import re
from typing import Any

import pytest

from harness.core.resources import data
from harness.core.words import RunKey
from harness.engine.run_trial import judge_trial
from harness.facts.case import Case
from harness.trace.trial import Trial
from tests.engine.by_hand import Acts, by_hand, choose, given, key, look, press, reload
from tests.engine.player import Player

pytestmark = pytest.mark.browser

IMPORTS = data("fixtures/imports")
MAIN = "document.querySelector('main').innerText"
FOCUS = "document.activeElement.textContent.trim()"
STEADY = {"third_party": {"marketplace": {"latency": {"constant": "1s"}}}}


def publish(items: int = 20, **more: Any) -> dict[str, Any]:
    """A world with one publish, of which an item ends each second from about 3 s after its start."""
    return {"world": {**STEADY, "jobs": [{"id": "publish", "kind": "publish", "items": items, **more}]}}


def done(player: Player, scenario: dict[str, Any], acts: Acts, until_s: float) -> Trial:
    """The trial of that; no law that there is finds anything wrong with it."""
    prepared = given(scenario)
    trial = player.wait(by_hand(prepared, player.keeper, acts, until_s))
    verdicts = judge_trial(prepared, trial)
    assert [finding.sentence for verdict in verdicts for finding in verdict.findings] == []
    assert [doubt for verdict in verdicts for doubt in verdict.doubts] == []
    return trial


def told(trial: Trial) -> list[tuple[str, int | None, str | None]]:
    """What the server was told."""
    return [(command.do, command.run, command.refused) for command in trial.commands]


def said(trial: Trial) -> list[str]:
    assert all(one.existed_before for one in trial.announcements)
    return [one.text for one in trial.announcements]


def test_a_cancel_is_asked_about_first_and_escape_sends_nothing(player: Player) -> None:
    seen: list[str] = []
    acts = [
        (2, press("Publish 20 items")),
        (8, press("Cancel publish")),
        (9, look(seen, "document.querySelector('dialog').innerText")),
        (9, look(seen, FOCUS)),
        (10, key("Escape")),
        (11, look(seen, FOCUS)),
        (11, look(seen, "String(document.querySelector('dialog').open)")),
    ]
    trial = done(player, publish(), acts, 40)
    question, focused, back, is_open = seen
    assert "Cancel “Publish 20 items”?" in question
    assert "The item in hand will be finished first, and nothing more will be published." in question
    assert "items are published so far, and will stay on sale." in question
    assert (focused, back, is_open) == ("Keep publishing", "Cancel publish", "false")
    assert told(trial) == [("submit", 1, None)]


@pytest.mark.parametrize("transport", ["sse", "poll"])
def test_a_cancel_is_asking_at_once_cancelling_once_confirmed_and_leaves_a_receipt(
    transport: str, player: Player
) -> None:
    seen: list[str] = []
    scenario = {**publish(), "network": {"profile": "slow-3g"}, "transport": transport}
    acts = [
        (9, press("Publish 20 items")),
        (22, press("Cancel publish")),
        (23, press("Cancel publish")),
        (23.1, look(seen, MAIN)),
        (23.1, look(seen, "document.title")),
        (25.7, look(seen, MAIN)),
        (40, look(seen, MAIN)),
    ]
    trial = done(player, scenario, acts, 60)
    asked, title, cancelling, cancelled = seen
    assert "Asking to cancel…" in asked
    assert title.startswith("Asking to cancel: Publish 20 items")
    assert "Running\n" not in asked.split("Steps")[0]
    assert "Cancelling" in cancelling or "Cancelled" in cancelling
    view = Case(trial).truth.view(RunKey("publish", 1), 60_000)
    assert view is not None
    assert view.outcome == "cancelled"
    assert f"{view.kept} items kept, {20 - (view.kept or 0)} items not done, none of them taken back." in cancelled
    assert "Run all 20 items again" in cancelled
    assert "See what is on sale now" in cancelled
    assert told(trial) == [("submit", 1, None), ("cancel", 1, None)]


def test_what_a_cancel_takes_back_is_said_before_and_after(player: Player) -> None:
    seen: list[str] = []
    acts = [
        (2, press("Publish 20 items")),
        (12, press("Cancel publish")),
        (12.1, look(seen, "document.querySelector('dialog').innerText")),
        (12.2, press("Cancel publish")),
        (12.9, look(seen, MAIN)),
        (40, look(seen, MAIN)),
    ]
    trial = done(player, publish(cancellation={"keeps": "nothing", "mode": "immediate"}), acts, 41)
    asked, cancelling, cancelled = seen
    assert "will be broken off" in asked
    assert "and will be taken back." in asked
    assert "taken back" in cancelling
    assert "0 items kept, 20 items not done," in cancelled
    assert any("is being cancelled. It will stop at once." in one for one in said(trial))


def test_a_cancel_that_came_too_late_is_admitted(player: Player) -> None:
    seen: list[str] = []
    late = {**publish(6), "network": {"profile": "wifi"}}
    acts = [
        (2, press("Publish 6 items")),
        (8.2, press("Cancel publish")),
        (8.3, press("Cancel publish")),
        (12, look(seen, MAIN)),
    ]
    trial = done(player, late, acts, 40)
    assert told(trial) == [("submit", 1, None), ("cancel", 1, None)]
    assert "Publish complete. 6 items published." in seen[0]
    assert "The request to cancel came too late." in seen[0]
    assert any("The request to cancel came too late." in one for one in said(trial))


def test_a_cancel_of_what_is_over_is_refused_and_said_to_be_too_late(player: Player) -> None:
    seen: list[str] = []
    acts = [
        (2, press("Publish 6 items")),
        (8.2, press("Cancel publish")),
        (8.95, press("Cancel publish")),
        (12, look(seen, MAIN)),
    ]
    trial = done(player, publish(6), acts, 40)
    assert [(do, run) for do, run, _ in told(trial)] == [("submit", 1), ("cancel", None)]
    assert "It was too late to cancel: the job was over already." in seen[0]
    assert "Publish complete. 6 items published." in seen[0]


def test_where_cancelling_is_forbidden_it_is_not_offered_and_said(player: Player) -> None:
    seen: list[str] = []
    world = publish(cancellation={"forbidden_from": "publish"}, phases={"validate": "300ms"})
    acts = [(2, press("Publish 20 items")), (4, look(seen, MAIN)), (12, look(seen, MAIN))]
    done(player, world, acts, 40)
    assert ["Cancel publish" in one for one in seen] == [True, False]
    assert ["It can no longer be cancelled." in one for one in seen] == [False, True]


@pytest.mark.parametrize("transport", ["sse", "poll"])
def test_a_retry_takes_just_what_failed_however_often_it_is_pressed(transport: str, player: Player) -> None:
    seen: list[str] = []
    world = {**publish(outcomes={"failed": {"upstream-error": 3}}, retry={"attempts": 1}), "transport": transport}
    acts = [
        (2, press("Publish 20 items")),
        (30, press("Retry 3 failed items")),
        (30.1, press("Asking to retry 3 failed items…")),
        (30.2, key("Enter")),
        (33, look(seen, MAIN)),
        (50, look(seen, MAIN)),
    ]
    trial = done(player, world, acts, 51)
    assert told(trial) == [("submit", 1, None), ("retry-failed", 2, None)]
    assert "This is run 2, for the 3 items that failed before." in seen[0]
    assert "Publish complete. 3 items published." in seen[1]
    assert "Previous run 1: Finished with problems" in seen[1]
    case = Case(trial)
    items = [{item.id for item in case.truth.items(RunKey("publish", run), 50_000)} for run in (1, 2)]
    failed = {item.id for item in case.truth.items(RunKey("publish", 1), 50_000) if item.state == "failed"}
    assert (len(items[0]), items[1]) == (20, failed)


def test_a_retry_whose_answer_is_lost_survives_a_reload_and_is_done_once(player: Player) -> None:
    seen: list[str] = []
    lost = {"at": "29s", "for": "4s", "kind": "lost_response", "match": "/api/jobs/publish:retry-failed"}
    scenario = {
        **publish(outcomes={"failed": {"timeout": 2}}, retry={"attempts": 1}),
        "network": {"profile": "wifi", "faults": [{**lost, "at": "43s"}]},
    }
    acts = [
        (2, press("Publish 20 items")),
        (44, press("Retry 2 failed items")),
        (44.1, look(seen, MAIN)),
        (46, reload()),
        (52, look(seen, MAIN)),
    ]
    trial = done(player, scenario, acts, 70)
    assert "Asking to retry 2 failed items…" in seen[0]
    assert "This is run 2, for the 2 items that failed before." in seen[1]
    assert told(trial) == [("submit", 1, None), ("retry-failed", 2, None)]
    keys = {request.idempotency_key for request in trial.requests if request.path.endswith(":retry-failed")}
    assert len(keys) == 1


def test_what_nothing_but_a_person_can_mend_is_not_to_be_retried_but_can_be_run_again(player: Player) -> None:
    seen: list[str] = []
    acts = [
        (2, press("Publish 20 items")),
        (30, look(seen, MAIN)),
        (31, press("Run all 20 items again")),
        (60, look(seen, MAIN)),
    ]
    trial = done(player, publish(outcomes={"failed": {"missing-id": 3}}), acts, 61)
    assert "Retry" not in seen[0]
    assert "3 items failed because of a missing ID.\n\nGive each item a unique ID, then try again." in seen[0]
    assert "This is run 2, for all items." in seen[1]
    assert "Publish complete. 20 items published." in seen[1]
    assert told(trial) == [("submit", 1, None), ("rerun", 2, None)]


def test_a_run_that_waits_for_a_word_goes_on_when_it_gets_it(player: Player) -> None:
    seen: list[str] = []
    world = publish(on_critical="pause", outcomes={"items": {"item-004": "expired-credentials"}})
    acts = [
        (2, press("Publish 20 items")),
        (15, look(seen, MAIN)),
        (16, press("Skip and continue with 16 items")),
        (17, look(seen, MAIN)),
    ]
    trial = done(player, world, acts, 50)
    assert "Paused after a serious error. It goes on once a person says so." in seen[0]
    assert "Reconnect the marketplace, then try again." in seen[0]
    assert "Publishing items:" in seen[1]
    assert told(trial) == [("submit", 1, None), ("continue", 1, None)]
    assert said(trial)[-3:-1] == ["Asking to continue with 16 items…", "Publish 20 items goes on."]


def test_a_job_that_came_through_on_a_later_attempt_says_on_which(player: Player) -> None:
    seen: list[str] = []
    world = publish(flaky={"items": 3, "attempts": 2, "cause": "upstream-error"}, retry={"backoff": "3s"})
    trial = done(player, world, [(2, press("Publish 20 items")), (60, look(seen, MAIN))], 61)
    assert "Succeeded on attempt 3." in seen[0]
    retries = [one for one in said(trial) if "Retrying" in one]
    attempts = [re.findall(r"attempt (\d) of 3", one) for one in retries]
    assert attempts == [["2"], ["3"], ["2"]], "the last item fails for the first time after a while without retries"


def test_two_jobs_at_once_stay_in_sight_where_they_were_asked_for(player: Player) -> None:
    seen: list[str] = []
    scenario = publish()
    scenario["world"]["jobs"].append({"id": "import", "kind": "import", "items": 20})
    acts = [
        (2, press("Publish 20 items")),
        (2.2, press("Import 20 items")),
        (4, look(seen, "location.pathname")),
        (4, look(seen, MAIN)),
    ]
    trial = done(player, scenario, acts, 60)
    assert seen[0] == "/"
    assert "Publish 20 items\n\nRunning\n\n" in seen[1]
    assert "Import 20 items\n\nRunning\n\n" in seen[1]
    assert told(trial) == [("submit", 1, None), ("submit", 1, None)]


def test_the_file_of_an_import_is_told_of_before_the_start_and_outlives_a_refusal_and_a_reload(player: Player) -> None:
    seen: list[str] = []
    world = {
        "jobs": [{"id": "import", "kind": "import", "items": 12}],
        "refuse": [{"at": "5s", "for": "5s", "status": 403}],
    }
    acts = [
        (2, choose(IMPORTS / "empty.csv")),
        (3, look(seen, MAIN)),
        (4, choose(IMPORTS / "missing-id.csv")),
        (6, press("Import 12 items")),
        (7, look(seen, MAIN)),
        (8, reload()),
        (11, look(seen, MAIN)),
        (12, press("Import 12 items")),
        (40, look(seen, MAIN)),
    ]
    trial = done(player, {"world": world}, acts, 41)
    empty, refused, reloaded, ended = seen
    assert "“empty.csv” cannot be read. It is empty." in empty
    assert "was refused, so nothing was started. You are not allowed to start this job." in refused
    found = "“missing-id.csv” holds 12 rows. 8 of them can be imported."
    assert [found in one for one in (refused, reloaded, ended)] == [True, True, False]
    assert "Import finished with problems. 8 succeeded, 4 failed, 0 skipped." in ended
    assert "3 items failed because of a missing ID." in ended
    assert told(trial) == [("submit", 1, None)]


def test_everything_can_be_done_with_the_keyboard_alone(player: Player) -> None:
    seen: list[str] = []
    ring = "getComputedStyle(document.activeElement).outlineStyle"
    acts = [
        (2, press("Publish 20 items")),
        (8, key("Tab")),
        (8, look(seen, FOCUS)),
        (8, look(seen, ring)),
        (8.1, key("Enter")),
        (8.2, look(seen, FOCUS)),
        (8.2, look(seen, ring)),
        (8.3, key("Tab", "Enter")),
        (8.4, look(seen, FOCUS)),
        (12, key("Tab")),
        (12, look(seen, FOCUS)),
    ]
    trial = done(player, publish(), acts, 40)
    assert seen == [
        "Cancel publish",
        "solid",
        "Keep publishing",
        "solid",
        "Asking to cancel…",
        "Run all 20 items again",
    ]
    assert told(trial) == [("submit", 1, None), ("cancel", 1, None)]


@pytest.mark.parametrize("world", [publish(), {"world": {}}], ids=["a question and its answer", "a file"])
def test_the_same_trial_is_the_same_to_the_last_byte(world: dict[str, Any], player: Player) -> None:
    asked: Acts = [(2, press("Publish 20 items")), (8, press("Cancel publish")), (9, key("Escape"))]
    again: Acts = [(12, press("Cancel publish")), (13, press("Cancel publish"))]
    file: Acts = [(2, choose(IMPORTS / "good.csv")), (4, press("Import 60 items"))]
    acts = file if world == {"world": {}} else [*asked, *again]
    trials = [player.wait(by_hand(given(world), player.keeper, acts, 30)) for _ in range(3)]
    assert len({(trial.truth_hash, trial.screen_hash) for trial in trials}) == 1
