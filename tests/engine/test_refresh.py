"""The refresh interval that a target file states is held against what its page does."""

from pathlib import Path

import pytest

from harness.core.resources import data
from harness.engine.spec import TrialSpec
from tests.engine.player import Player

pytestmark = pytest.mark.browser

SOURCE = data("fixtures/targets") / "plain-polling"


def stating(refresh: str, folder: Path) -> TrialSpec:
    """The plain polling page, which asks every 3 s, with a target file that says otherwise."""
    told = (SOURCE / "target.yaml").read_text(encoding="utf-8")
    (folder / "target.yaml").write_text(told.replace("refresh: 3s", f"refresh: {refresh}"), encoding="utf-8")
    (folder / "page.html").write_bytes((SOURCE / "page.html").read_bytes())
    return TrialSpec(scenario="mixed-outcome", target=str(folder / "target.yaml"))


def test_a_wrong_interval_is_told_with_its_line_and_the_right_one(player: Player, tmp_path: Path) -> None:
    result = player.run(stating("1s", tmp_path))
    assert result.exit == 2
    assert result.findings == ()
    assert result.error is not None
    line = 1 + (tmp_path / "target.yaml").read_text(encoding="utf-8").splitlines().index("refresh: 1s")
    said = f'{tmp_path / "target.yaml"}:{line}: refresh: "1s" is not how often the page asks: it asks again every 3'
    assert result.error.startswith(said)


def test_the_right_interval_is_nothing_to_talk_about(player: Player, tmp_path: Path) -> None:
    assert player.run(stating("3s", tmp_path)).error is None
