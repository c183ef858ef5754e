"""How time passes in a trial: loads take theirs, stops are kept, and with no tab open only the job goes on."""

from pathlib import Path

import pytest

from harness.core.errors import UsageError
from harness.trace.records import Page, Request
from tests.drive.stage import Played, Stage

pytestmark = pytest.mark.browser


def pages(played: Played) -> list[tuple[str, int, int | None]]:
    return [(one.cause, one.at_ms, one.loaded_ms) for one in played.driven.records if isinstance(one, Page)]


def test_a_load_takes_its_time_and_waits_for_the_network(stage: Stage, tmp_path: Path) -> None:
    journey = ({"at": "10s", "do": "reload"}, {"at": "20s", "do": "reload"})
    faults = [{"kind": "blackhole", "at": "19s", "for": "6s"}]
    played = stage.play(tmp_path, "", journey=journey, until="40s", profile="slow-3g", faults=faults)
    (_, _, first_ms), (_, at_ms, second_ms), (_, cut_ms, third_ms) = pages(played)
    assert first_ms is not None
    assert second_ms is not None
    assert third_ms is not None
    assert first_ms > 2 * 400
    assert second_ms == at_ms + first_ms
    assert (cut_ms, third_ms) == (20_000, 25_000 + first_ms)


def test_a_load_while_the_device_is_offline_shows_no_page_until_a_later_one(stage: Stage, tmp_path: Path) -> None:
    journey = ({"at": "20s", "do": "reload"}, {"at": "23s", "do": "reload"}, {"at": "40s", "do": "reload"})
    faults = [{"kind": "offline", "at": "19s", "for": "6s"}]
    script = "say('here ' + Date.now() % 100_000); setInterval(() => fetch('/api/x'), 1_000);"
    played = stage.play(tmp_path, script, journey=journey, until="50s", faults=faults)
    assert [(cause, at_ms) for cause, at_ms, _ in pages(played)] == [
        ("open", 0), ("unreachable", 20_000), ("unreachable", 23_000), ("reload", 40_000),
    ]  # fmt: skip
    assert [at_ms for at_ms, said in played.said] == [0, 40_000]
    asked = {one.sent_ms for one in played.driven.records if isinstance(one, Request)}
    assert not [at_ms for at_ms in asked if 20_000 < at_ms < 40_000]
    assert max(asked) == 50_000


def test_a_page_that_reloads_itself_offline_is_gone_too(stage: Stage, tmp_path: Path) -> None:
    faults = [{"kind": "offline", "at": "19s", "for": "6s"}]
    played = stage.play(tmp_path, "say('here'); setTimeout(() => location.reload(), 20_000)", faults=faults)
    assert [(cause, at_ms) for cause, at_ms, _ in pages(played) if cause not in ("hide", "show")] == [
        ("open", 0), ("unreachable", 20_000),
    ]  # fmt: skip


def test_a_step_that_needs_the_page_says_that_it_is_out_of_reach(stage: Stage, tmp_path: Path) -> None:
    journey = ({"at": "20s", "do": "reload"}, {"at": "30s", "do": "submit", "job": "publish"})
    faults = [{"kind": "offline", "at": "19s", "for": "6s"}]
    with pytest.raises(UsageError, match="loaded while the device was offline; add `do: reload`"):
        stage.play(tmp_path, "", journey=journey, faults=faults)


def test_with_no_tab_open_the_clock_goes_on(stage: Stage, tmp_path: Path) -> None:
    journey = ({"at": "5s", "do": "close-tab"},)
    played = stage.play(tmp_path, "setInterval(() => say(performance.now()), 1_000)", journey=journey, until="30s")
    assert [cause for cause, _, _ in pages(played)] == ["open", "close"]
    assert played.driven.end_ms == 30_000
    assert played.said[-1][0] <= 5_000
