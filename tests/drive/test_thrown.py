"""What the page's own script threw is kept with its moment, and told in the words of the browser."""

from pathlib import Path

import pytest

from harness.drive.thrown import blame
from harness.trace.records import Thrown
from tests.drive.stage import Stage

THROWN = (
    Thrown(tab=0, at_ms=400, text="Error: early"),
    Thrown(tab=0, at_ms=900, text="Error: just before"),
    Thrown(tab=1, at_ms=1_000, text="Error: elsewhere"),
    Thrown(tab=0, at_ms=1_200, text="Error: after"),
    Thrown(tab=0, at_ms=1_300, text="Error: and again"),
)


@pytest.mark.parametrize(
    ("tab", "since_ms", "said"),
    [
        (0, 1_000, '; the page\'s script threw "Error: after" at 1.2 s'),
        (0, 2_000, '; the page\'s script threw "Error: and again" at 1.3 s'),
        (2, 0, ""),
    ],
)
def test_the_first_from_then_on_is_blamed_else_the_last_before(tab: int, since_ms: int, said: str) -> None:
    assert blame(THROWN, tab, since_ms) == said


def thrown(stage: Stage, folder: Path, script: str) -> list[tuple[int, str]]:
    records = stage.play(folder, script, until="5s").driven.records
    return [(one.at_ms, one.text) for one in records if isinstance(one, Thrown)]


@pytest.mark.browser
@pytest.mark.parametrize(
    ("script", "kept"),
    [
        ("setTimeout(() => { throw new TypeError('no'); }, 400);", [(400, "TypeError: no")]),
        ("setTimeout(() => Promise.reject(new Error('never')), 700);", [(700, "Error: never")]),
        ("Promise.reject(Object.create(null));", [(0, "something without words")]),
        ("try { null.x } catch {} Promise.reject(1).catch(() => 0);", []),
        ("throw new Error('x'.repeat(400));", [(0, "Error: " + "x" * 293)]),
    ],
)
def test_what_nobody_caught_is_kept(script: str, kept: list[tuple[int, str]], stage: Stage, tmp_path: Path) -> None:
    assert thrown(stage, tmp_path, script) == kept


@pytest.mark.browser
def test_a_page_that_throws_without_end_is_kept_in_part(stage: Stage, tmp_path: Path) -> None:
    assert len(thrown(stage, tmp_path, "setInterval(() => { throw 1; }, 10);")) == 20
