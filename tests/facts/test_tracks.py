"""Tracks: every counter of a run over time, held against the truth at every moment."""

from harness.core.words import RunKey
from harness.facts.spans import covering
from harness.facts.tracks import NOW, Tracks
from tests.tiny import Tiny, running

KEY = RunKey("publish", 1)


def test_they_say_what_the_truth_says_at_every_moment() -> None:
    truth = running().item(50, 11, "failed").case().truth
    tracks = Tracks(truth, KEY)
    for at_ms in range(1000, 60_000, 250):
        view = truth.view(KEY, at_ms)
        assert view is not None
        for name in ("processed", "succeeded", "failed", "skipped", "remaining", "total"):
            assert tracks.at(name, at_ms) == getattr(view.counts, name)
            assert covering(tracks.when(name, getattr(view.counts, name)), at_ms) is not None


def test_the_current_phase_is_the_last_begun() -> None:
    tiny = Tiny().accepted(phases=True).event(2, "run.started", worker=1)
    tiny.event(2, "phase.started", phase="validate", total=10).event(3, "phase.advanced", phase="validate", done=4)
    tiny.event(5, "phase.ended", phase="validate", state="done").event(6, "phase.started", phase="publish", total=10)
    tracks = Tracks(tiny.case().truth, KEY)
    assert [tracks.at(NOW, at_ms) for at_ms in (1500, 3500, 5500, 6500)] == [0, 4, 4, 0]
    assert [tracks.at("step", at_ms) for at_ms in (3500, 6500)] == [(1, 2), (2, 2)]


def test_several_values_and_all_others() -> None:
    tracks = Tracks(running().case().truth, KEY)
    assert tracks.when("processed", 1, 2) == [(3000, 5000)]
    assert tracks.other_than("processed", 0) == [(3000, float("inf"))]
    assert tracks.when("processed", 99) == []


def test_of_phases_side_by_side_each_is_a_step_in_hand() -> None:
    tiny = Tiny().accepted(phases=True).event(2, "run.started", worker=1)
    tiny.event(2, "phase.started", phase="validate", total=10).event(3, "phase.started", phase="publish", total=10)
    tracks = Tracks(tiny.event(5, "phase.ended", phase="validate", state="done").case().truth, KEY)
    assert tracks.when("step:1", 2) == [(2000, 5000)]
    assert tracks.when("step:2", 2) == [(3000, float("inf"))]
