"""Rows of the plot."""

from harness.cli.crowd import crowds
from harness.cli.plot_rows import LEFT, RIGHT, Axis, crowd_row, legend, run_rows
from harness.cli.plot_style import PATTERNS, STYLE
from harness.cli.story import stories
from tests.cli.logs import EVERYTHING, accepted, log, whole


def test_times_lie_from_left_to_right() -> None:
    axis = Axis(-100, 100)
    assert [axis.x(at_ms) for at_ms in (-100, 0, 100)] == [LEFT, (LEFT + RIGHT) / 2, RIGHT]


def test_a_run_takes_a_row_for_each_phase() -> None:
    axis = Axis(0, 80_000)
    heights = [run_rows(run, axis, 0)[1] for run in stories([*EVERYTHING, *whole()], 80_000)]
    assert heights == [74, 59]


def test_a_phase_that_was_not_reached_is_said_so() -> None:
    (run,) = stories(log(accepted(0)), 1_000)
    assert run_rows(run, Axis(0, 80_000), 0)[0].count("not reached") == 2


def test_a_crowd_is_drawn_as_high_as_it_was_many() -> None:
    (crowd,) = crowds(stories([event for number in range(3) for event in whole(job=f"sync-{number}")], 10_000))
    drawn, _ = crowd_row(crowd, Axis(0, 20_000), 0)
    assert "3 at once at most; 3 succeeded; took 10.0 s in the middle" in drawn


def test_every_class_that_is_drawn_has_a_style() -> None:
    for name in ("waiting", "working", "resting", "paused", "retry", "failed", "lost", "over"):
        assert f".{name}" in STYLE
        assert f'class="{name}"' in legend(0)[0]
    assert all(f"url(#{id})" in STYLE and f'id="{id}"' in PATTERNS for id in ("waiting", "resting", "paused"))
