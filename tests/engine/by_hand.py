"""Drives a trial by hand: what a person does at each moment is a function of the page, whatever a journey can say."""

import math
from collections.abc import Awaitable, Callable, Sequence
from dataclasses import replace
from pathlib import Path
from typing import Any

from playwright.async_api import Locator, Page

from harness.drive.controls import park
from harness.drive.drive import Driven
from harness.drive.keeper import Keeper
from harness.drive.trial import Trial as Driving
from harness.engine.collect import collect
from harness.engine.prepare import Prepared, prepare
from harness.engine.spec import TrialSpec
from harness.scenario.scenario import Scenario
from harness.trace.trial import Trial
from harness.wire.load import load_wire

Act = Callable[[Driving], Awaitable[Any]]
Acts = Sequence[tuple[float, Act]]
"""What is done, at which second of the trial, in order."""


def given(scenario: dict[str, Any], target: str = "reference") -> Prepared:
    """A trial of a scenario that a test makes up. Its journey is done by hand."""
    told = {"title": "By hand", "source": "tests", "seed": 7, "journey": [{"at": "0s", "do": "foreground"}], **scenario}
    prepared = prepare(TrialSpec(scenario="mixed-outcome", target=target))
    scene = Scenario.model_validate({"id": "by-hand", "network": {"profile": "wifi"}, **told})
    wire = load_wire(prepared.target, scene.transport.value)
    return replace(prepared, plan=replace(prepared.plan, scenario=scene, wire=wire, seed=scene.seed))


async def by_hand(prepared: Prepared, keeper: Keeper, acts: Acts, until_s: float) -> Trial:
    """The stored trial after all of it."""
    lab = await keeper.lab()
    driving = Driving(prepared.plan, lab)
    await lab.prepare(driving.tabs.assets, driving.tabs.origin)
    await driving.tabs.open("/", 0)
    for at_s, act in acts:
        await driving.run_until(round(at_s * 1000))
        await act(driving)
        await park(_page(driving))
    await driving.run_until(round(until_s * 1000))
    records = (*driving.recording.records(), *driving.exchange.commands)
    events = tuple(event for event in driving.backend.truth.events if event.at_ms <= driving.now_ms)
    driven = Driven(events=events, records=records, end_ms=driving.now_ms, passed_through=())
    return collect(prepared, driven, lab.version)


def press(name: str, role: str = "button") -> Act:
    """Press with the mouse what is called so; of a dialog that is open, its own."""

    async def act(driving: Driving) -> None:
        page = _page(driving)
        await _click(page, _within(page).get_by_role(role, name=name, exact=True))

    return act


def key(*names: str) -> Act:
    """Press keys, one after another."""

    async def act(driving: Driving) -> None:
        for name in names:
            await _page(driving).keyboard.press(name)

    return act


def choose(path: Path) -> Act:
    """Choose a file in the page's file chooser."""

    async def act(driving: Driving) -> None:
        await _page(driving).locator("input[type=file]").set_input_files(path)

    return act


def look(seen: list[str], script: str = "document.body.innerText") -> Act:
    """Note what a script finds on the page."""

    async def act(driving: Driving) -> None:
        seen.append(str(await _page(driving).evaluate(script)))

    return act


def reload() -> Act:
    """Load the page again."""

    async def act(driving: Driving) -> None:
        await driving.tabs.reload(driving.tabs.front)

    return act


def _page(driving: Driving) -> Page:
    return driving.tabs.front.tab.page


def _within(page: Page) -> Any:
    return page.locator("dialog:modal, body:not(:has(dialog:modal))")


async def _click(page: Page, control: Locator) -> None:
    there = await control.count()
    assert there == 1, f"{there} such controls: {await page.locator('button:visible').all_inner_texts()}"
    await control.scroll_into_view_if_needed()
    box = await control.bounding_box()
    assert box is not None
    x, y = box["x"] + box["width"] / 2, box["y"] + box["height"] / 2
    assert math.isfinite(x + y)
    await page.mouse.click(x, y)
