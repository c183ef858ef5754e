"""A tab of its own on a page that a test writes."""

from typing import Any

from harness.drive.virtual_tab import VirtualTab
from tests.drive.stage import Stage

ORIGIN = "http://tab.localhost"
BEGIN = {
    "tab": 0, "now_ms": 5_000, "epoch_ms": 0, "seed": 1, "claims": [], "hidden": False, "focused": True, "faults": [],
    "profile": {"id": "ideal", "rtt_ms": 0, "down_bps": None, "up_bps": None}, "forget": "all",
}  # fmt: skip


def segment(until_ms: int) -> dict[str, Any]:
    """Until then, with no word of the server."""
    tabs = [{"number": 0, "load_ms": 0}]
    return {"from_ms": 5_000, "until_ms": until_ms, "tabs": tabs, "fault_counts": {}, "next_request": 1}


async def opened(stage: Stage, html: str) -> VirtualTab:
    """A page at five seconds of a trial."""
    lab = await stage.keeper.lab()
    context = await lab._browser.new_context()
    await context.route("**/*", lambda route: route.fulfill(body=html, content_type="text/html"))
    tab = await VirtualTab.over(await context.new_page())
    await tab.arm({**BEGIN, "now_ms": 99})
    await tab.arm(BEGIN)
    await tab.open(ORIGIN + "/")
    return tab
