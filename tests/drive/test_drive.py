"""A trial ends where its scenario says; where it says nothing, some time after the last thing that can happen."""

from dataclasses import replace
from pathlib import Path

import pytest

from harness.drive.drive import AFTER_MS, Driven, drive
from harness.drive.plan import Plan
from harness.drive.tabs import Tabs
from harness.drive.virtual_tab import VirtualTab
from tests.drive.stage import SAY, SHELL, WRITTEN, ScriptedWire, Stage, situation, target, text

pytestmark = pytest.mark.browser

ASKS = "setInterval(() => fetch('/elsewhere'), 20_000);"


def plan(folder: Path) -> Plan:
    (folder / "page.html").write_text(SHELL.format(script=SAY.format() + ASKS), encoding="utf-8")
    scene = situation("50s", ({"at": "9s", "do": "background"},), {})
    return Plan(
        scenario=scene, target=target(folder), wire=ScriptedWire(lambda *_: text("ok")), seed=1, written=WRITTEN
    )


def driven(stage: Stage, given: Plan) -> Driven:
    async def play() -> Driven:
        return await drive(given, await stage.keeper.lab())

    result: Driven = stage.run(play())
    return result


def test_it_ends_where_the_scenario_says(stage: Stage, tmp_path: Path) -> None:
    assert driven(stage, plan(tmp_path)).end_ms == 50_000


def test_else_it_ends_a_while_after_the_last_step(stage: Stage, tmp_path: Path) -> None:
    given = plan(tmp_path)
    open_end = replace(given, scenario=given.scenario.model_copy(update={"until_ms": None}))
    assert driven(stage, open_end).end_ms == 9_000 + AFTER_MS


def test_what_no_wire_claims_is_told(stage: Stage, tmp_path: Path) -> None:
    assert driven(stage, plan(tmp_path)).passed_through == ("http://app.localhost/elsewhere",) * 2


def test_who_watches_is_called_at_each_stop(stage: Stage, tmp_path: Path) -> None:
    seen: list[tuple[int, int]] = []
    clock: list[int] = []

    async def watch(now_ms: int, tabs: Tabs[VirtualTab]) -> None:
        seen.append((now_ms, tabs.front.number))

    async def play() -> None:
        lab = await stage.keeper.lab()
        await drive(plan(tmp_path), lab, watch, (30_000, 4_000), lambda now_ms, _step: clock.append(now_ms))

    stage.run(play())
    assert seen == [(4_000, 0), (9_000, 0), (30_000, 0), (50_000, 0)]
    assert sorted(set(clock)) == [4_000, 9_000, 30_000, 50_000]
