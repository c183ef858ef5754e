"""The truth lane: bands without gaps, and jobs told apart by who asked for them."""

from dataclasses import replace

import pytest

from harness.reporters import timeline_truth
from harness.reporters.timeline_truth import truth_lane
from harness.trace.truth_event import TruthEvent
from tests.reporters.sample import END_MS, truth_events


def test_bands_follow_one_another_to_the_end() -> None:
    (run,) = truth_lane(truth_events(), END_MS)["runs"]
    bands = run["states"]
    assert [band["to"] for band in bands[:-1]] == [band["from"] for band in bands[1:]]
    assert (bands[0]["from"], bands[-1]["to"]) == (run["accepted"], run["ended"])


def test_a_run_that_has_not_ended_lasts_to_the_end_of_the_trial() -> None:
    begun = [event for event in truth_events() if event.at_ms < 100_000]
    (run,) = truth_lane(begun, 120_000)["runs"]
    assert (run["ended"], run["outcome"]) == (None, None)
    assert run["states"][-1]["to"] == run["phases"][-1]["to"] == 120_000


def test_jobs_of_others_are_marked() -> None:
    accepted, *rest = truth_events()
    world = replace(accepted, data=accepted.data | {"by": "world"})
    assert truth_lane([world, *rest], END_MS)["runs"][0]["by"] == "world"


def test_jobs_of_one_title_and_runs_of_one_job_are_told_apart() -> None:
    begun = [event for event in truth_events() if event.at_ms < 10_000]
    other = [replace(event, job="publish-2") for event in begun]
    again = [replace(event, run=2) for event in begun]
    titles = [run["title"] for run in truth_lane([*begun, *other], END_MS)["runs"]]
    assert titles == ["Publish 200 items (publish)", "Publish 200 items (publish-2)"]
    assert [run["title"] for run in truth_lane([*begun, *again], END_MS)["runs"]] == [
        "Publish 200 items",
        "Publish 200 items, run 2",
    ]


def test_points_are_few() -> None:
    (run,) = truth_lane(truth_events(), END_MS)["runs"]
    assert len(run["counts"]) == 201
    assert [clause for _, clause in run["says"]] == list(dict.fromkeys(clause for _, clause in run["says"]))


def test_a_job_without_end_is_told_more_coarsely(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(timeline_truth, "MOST_POINTS", 50)
    (run,) = truth_lane(truth_events(), END_MS)["runs"]
    assert len(run["says"]) <= 52
    assert len(run["counts"]) <= 52


def shifted(by_ms: int) -> list[TruthEvent]:
    return [replace(event, at_ms=event.at_ms + by_ms) for event in truth_events()]


def test_what_ended_before_the_trial_is_left_out_and_what_still_runs_begins_with_it() -> None:
    ended_ms = truth_events()[-1].at_ms
    assert truth_lane(shifted(-ended_ms - 1), END_MS)["runs"] == []
    (run,) = truth_lane(shifted(-ended_ms + 20_000), END_MS)["runs"]
    assert (run["accepted"], run["states"][0]["from"], run["counts"][0][0], run["ended"]) == (0, 0, 0, 20_000)
    assert all(phase["from"] >= 0 for phase in run["phases"])
