"""On pages that we did not write, what only sounds like a control of the job is left alone."""

import pytest

from harness.drive.controls import find
from harness.drive.drive import drive
from harness.drive.plan import Plan
from harness.drive.tabs import Tabs
from harness.drive.virtual_tab import VirtualTab
from harness.targets.file import Control
from harness.targets.load import load
from harness.wire.load import load_wire
from tests.drive.stage import WRITTEN, Stage, situation

pytestmark = pytest.mark.browser

ORDER = {"at": "3s", "do": "submit", "job": "publish"}
LOST = {"faults": [{"kind": "blackhole", "at": "3s", "for": "40s"}]}
LATER_MS = 25_000


@pytest.mark.parametrize("target", ["plain-heron", "plain-quill"])
def test_giving_up_an_order_cancels_no_job(stage: Stage, target: str) -> None:
    shown = load(target)
    scene = situation("30s", (ORDER,), LOST, ({"id": "publish", "kind": "publish", "items": 400},))
    plan = Plan(scenario=scene, target=shown, wire=load_wire(shown, "sse"), seed=1, written=WRITTEN)
    offered: list[list[str]] = []

    async def play() -> None:
        await drive(plan, await stage.keeper.lab(), look, (LATER_MS,))

    async def look(now_ms: int, tabs: Tabs[VirtualTab]) -> None:
        if now_ms == LATER_MS:
            page = tabs.front.tab.page
            offered.append([one.name for one in await find(page, (Control(name="stop|cancel"),))])
            offered.append([one.name for one in await find(page, shown.controls("cancel", None))])

    stage.run(play())
    assert offered == [["Stop trying"], []]
