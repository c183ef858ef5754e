"""Which moments are pictured, and that the second drive shows them."""

from dataclasses import replace
from pathlib import Path

import pytest

from harness.core.errors import HarnessTrouble
from harness.core.verdicts import Severity
from harness.engine.pictures import MOST_FINDINGS, SETTLED_MS, Wanted, take, wanted
from harness.engine.prepare import prepare
from harness.engine.run_trial import drive_once
from harness.engine.spec import TrialSpec
from harness.trace.result import Finding, Picture
from tests.engine.player import Player
from tests.tiny import BETA_MS, Tiny

FINDING = Finding(
    law="count-true", at_ms=4_000, until_ms=None, job="publish", run=1, said="a", truth="b", sentence="it said a",
    why="d", tab=0, fingerprint="f", severity=Severity.BLOCKER,
)  # fmt: skip


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


def trial() -> Tiny:
    return Tiny(end=20).accepted(1).event(2, "run.started", worker=1).item(3, 1).item(4, 2)


def test_each_state_of_the_job_is_wanted_once_it_can_be_seen() -> None:
    moments = wanted(trial().trial(), ())
    assert [one.at_ms for one in moments] == [1_999, 2_000 + BETA_MS + SETTLED_MS]
    assert [one.label for one in moments] == ["queued", "running"]
    assert all(one.finding is None for one in moments)


def test_a_state_that_comes_too_late_to_be_seen_is_not_wanted() -> None:
    late = Tiny(end=3).accepted(1).event(2.8, "run.started", worker=1)
    assert len(wanted(late.trial(), ())) == 1


def test_a_pause_is_a_state_and_a_state_that_comes_again_is_not_wanted_again() -> None:
    paused = trial()
    for at in (6, 12):
        paused = paused.event(at, "run.paused", reason="maintenance", until_ms=None).event(at + 3, "run.resumed")
    assert [one.label for one in wanted(paused.trial(), ())] == ["queued", "running", "paused"]


def test_a_state_that_is_over_at_once_is_not_wanted() -> None:
    short = trial().event(6, "run.paused", reason="maintenance", until_ms=None).event(6.4, "run.resumed")
    assert "paused" not in [one.label for one in wanted(short.trial(), ())]


def test_what_the_person_started_is_pictured_before_what_the_world_did() -> None:
    both = Tiny(end=20).accepted(1, job="sync", by="world").accepted(5)
    assert [one.at_ms // 1_000 for one in wanted(both.trial(), ())] == [6, 2]


def test_findings_come_first_and_only_so_many() -> None:
    found = tuple(replace(FINDING, at_ms=at_ms) for at_ms in range(20))
    moments = wanted(trial().trial(), found)
    assert [one.at_ms for one in moments[:MOST_FINDINGS]] == list(range(MOST_FINDINGS))
    assert [one.finding for one in moments].count("f") == MOST_FINDINGS
    assert moments[0] == Wanted(at_ms=0, label="count-true", why="it said a", finding="f", tab=0)


@pytest.mark.browser
def test_each_moment_is_pictured_and_the_trial_is_the_same_again(player: Player, tmp_path: Path) -> None:
    prepared = prepare(TrialSpec(scenario="ends-before-subscribe"))
    folder = tmp_path / "pictures"
    folder.mkdir()

    async def both() -> tuple[Picture, ...]:
        stored = await drive_once(prepared, player.keeper)
        lab = await player.keeper.lab()
        moments = [Wanted(at_ms=at_ms, label="a", why="b") for at_ms in (9_000, 6_000)]
        taken = await take(prepared, lab, stored, moments, folder)
        lying = replace(stored, screens=stored.screens[:-1])
        with pytest.raises(HarnessTrouble, match="came out otherwise when it was driven again"):
            await take(prepared, lab, lying, [], folder)
        return taken

    taken = player.wait(both())
    assert [one.at_ms for one in taken] == [6_000, 9_000]
    files = [tmp_path / one.file for one in taken]
    assert all(file.read_bytes().startswith(b"\xff\xd8") for file in files)


@pytest.mark.browser
def test_a_picture_is_of_the_tab_that_is_named_else_of_the_one_in_use(player: Player, tmp_path: Path) -> None:
    (tmp_path / "beside.yaml").write_text(BESIDE, encoding="utf-8")
    prepared = prepare(TrialSpec(scenario=str(tmp_path / "beside.yaml")))
    folder = tmp_path / "pictures"
    folder.mkdir()

    async def both() -> tuple[Picture, ...]:
        stored = await drive_once(prepared, player.keeper)
        moments = [Wanted(at_ms=9_000, label=f"{tab}", why="b", tab=tab) for tab in (0, 1, 7, None)]
        closed = Wanted(at_ms=20_000, label="closed", why="b", tab=0)
        return await take(prepared, await player.keeper.lab(), stored, [*moments, closed], folder)

    taken = player.wait(both())
    assert [(one.label, one.tab) for one in taken] == [("0", 0), ("1", 1), ("None", 1)]
    assert len({(tmp_path / one.file).read_bytes() for one in taken}) == len({one.file for one in taken}) == 2
