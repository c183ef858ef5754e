"""How time passes in a trial: loads take theirs, stops are kept, and with no tab open only the job goes on."""

from pathlib import Path

import pytest

from harness.trace.records import Page
from tests.drive.stage import Played, Stage

pytestmark = pytest.mark.browser


def pages(played: Played) -> list[tuple[str, int, int | None]]:
    return [(one.cause, one.at_ms, one.loaded_ms) for one in played.driven.records if isinstance(one, Page)]


def test_a_load_takes_its_time_and_waits_for_the_network(stage: Stage, tmp_path: Path) -> None:
    journey = ({"at": "10s", "do": "reload"}, {"at": "20s", "do": "reload"})
    faults = [{"kind": "offline", "at": "19s", "for": "6s"}]
    played = stage.play(tmp_path, "", journey=journey, until="40s", profile="slow-3g", faults=faults)
    (_, _, first_ms), (_, at_ms, second_ms), (_, cut_ms, third_ms) = pages(played)
    assert first_ms is not None
    assert second_ms is not None
    assert third_ms is not None
    assert first_ms > 2 * 400
    assert second_ms == at_ms + first_ms
    assert (cut_ms, third_ms) == (20_000, 25_000 + first_ms)


def test_with_no_tab_open_the_clock_goes_on(stage: Stage, tmp_path: Path) -> None:
    journey = ({"at": "5s", "do": "close-tab"},)
    played = stage.play(tmp_path, "setInterval(() => say(performance.now()), 1_000)", journey=journey, until="30s")
    assert [cause for cause, _, _ in pages(played)] == ["open", "close"]
    assert played.driven.end_ms == 30_000
    assert played.said[-1][0] <= 5_000
