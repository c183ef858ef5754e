"""The second drive takes the pictures, comes out the same, and keeps as many as there is room for."""

from collections.abc import Callable
from pathlib import Path

import pytest

from harness.core.errors import HarnessTrouble
from harness.drive.lab import Lab
from harness.engine.pictures import take
from harness.engine.prepare import prepare
from harness.engine.run_trial import drive_once
from harness.engine.spec import TrialSpec
from harness.engine.wanted import Wanted
from harness.trace.result import Picture
from tests.engine.player import Player

pytestmark = pytest.mark.browser
SCENARIO = "ends-before-subscribe"


def want(*moments: int) -> list[Wanted]:
    return [Wanted(at_ms=at_ms, kind="state", label=f"at {at_ms}") for at_ms in moments]


@pytest.fixture
def taken(player: Player, tmp_path: Path) -> Callable[[list[Wanted]], list[Picture]]:
    """Takes pictures of one short trial, into ``tmp_path / pictures``."""
    prepared, folder = prepare(TrialSpec(scenario=SCENARIO)), tmp_path / "pictures"
    folder.mkdir()

    async def both(moments: list[Wanted]) -> list[Picture]:
        stored = await drive_once(prepared, player.keeper)
        return await take(prepared, await player.keeper.lab(), stored, moments, folder)

    return lambda moments: player.wait(both(moments))


def test_each_moment_is_pictured_in_the_order_of_time(
    taken: Callable[[list[Wanted]], list[Picture]], tmp_path: Path
) -> None:
    made = taken(want(9_000, 4_000, 6_000))
    assert [(one.at_ms, one.label, one.tab) for one in made] == [
        (at_ms, f"at {at_ms}", 0) for at_ms in (4_000, 6_000, 9_000)
    ]
    held = [(tmp_path / one.file).read_bytes() for one in made]
    assert all(image[:4] == b"RIFF" and image[8:12] == b"WEBP" for image in held)


def test_equal_pictures_are_one_file(taken: Callable[[list[Wanted]], list[Picture]], tmp_path: Path) -> None:
    first, second, *_ = taken(want(9_000, 9_001, 4_000))[1:]
    assert first.file == second.file
    assert len(list((tmp_path / "pictures").iterdir())) == 2


def test_one_moment_may_have_several_reasons(taken: Callable[[list[Wanted]], list[Picture]]) -> None:
    reasons = [Wanted(at_ms=9_000, kind=kind, label=kind) for kind in ("finding", "after")]
    assert [one.kind for one in taken(reasons)] == ["finding", "after"]


def test_the_tab_that_is_wanted_is_pictured_and_no_other(taken: Callable[[list[Wanted]], list[Picture]]) -> None:
    tabs = [Wanted(at_ms=9_000, kind="finding", label=f"tab {tab}", tab=tab) for tab in (0, 1)]
    assert [one.label for one in taken(tabs)] == ["tab 0"]


def test_a_trial_that_comes_out_otherwise_is_trouble(player: Player, tmp_path: Path) -> None:
    prepared = prepare(TrialSpec(scenario=SCENARIO))

    async def lied() -> None:
        stored = await drive_once(prepared, player.keeper)
        lab: Lab = await player.keeper.lab()
        lying = prepare(TrialSpec(scenario=SCENARIO, seed=99))
        await take(lying, lab, stored, want(9_000), tmp_path)

    with pytest.raises(HarnessTrouble, match="came out otherwise when it was driven again for its pictures"):
        player.wait(lied())
    assert list(tmp_path.iterdir()) == []


BESIDE = """\
id: beside
title: Two windows show two pages
world:
  jobs: [{id: publish, kind: publish, items: 4}]
journey:
  - {at: 1s, do: open-window, page: jobs}
  - {at: 15s, do: close-tab, tab: 1}
until: 25s
"""


def test_a_picture_is_of_the_tab_that_is_named_else_of_each_that_can_be_seen(player: Player, tmp_path: Path) -> None:
    (tmp_path / "beside.yaml").write_text(BESIDE, encoding="utf-8")
    prepared = prepare(TrialSpec(scenario=str(tmp_path / "beside.yaml")))
    folder = tmp_path / "pictures"
    folder.mkdir()

    async def both() -> list[Picture]:
        stored = await drive_once(prepared, player.keeper)
        moments = [Wanted(at_ms=9_000, kind="finding", label=f"{tab}", tab=tab) for tab in (0, 1, 7, None)]
        closed = Wanted(at_ms=20_000, kind="finding", label="closed", tab=0)
        return await take(prepared, await player.keeper.lab(), stored, [*moments, closed], folder)

    taken = player.wait(both())
    assert sorted((one.label, one.tab) for one in taken) == [("0", 0), ("1", 1), ("None", 0), ("None", 1)]
    assert len({(tmp_path / one.file).read_bytes() for one in taken}) == len({one.file for one in taken}) == 2
