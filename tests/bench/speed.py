"""What a judged trial costs, as a ratio to a bare visit of the same page in the same run."""

from collections.abc import Awaitable, Callable
from dataclasses import dataclass, field, replace
from functools import partial
from pathlib import Path
from statistics import median
from tempfile import TemporaryDirectory

from playwright.async_api import Browser, Route, async_playwright

from harness.core.stopwatch import Stopwatch
from harness.drive.browser import find_browser
from harness.drive.keeper import Keeper
from harness.engine.prepare import Prepared, prepare
from harness.engine.run_trial import drive_once, judge_trial
from harness.engine.spec import TrialSpec
from harness.scenario.scenario import Transport
from harness.targets.target import Target
from harness.trace.trial import write_trial
from harness.wire.load import load_wire

SCENARIO = "seller-publish"
ORIGIN = "http://app.localhost"
ROUNDS = 7
BARE = "bare visit"


@dataclass(slots=True)
class Times:
    """Milliseconds of each round, by what was timed."""

    taken: dict[str, list[int]] = field(default_factory=dict)
    virtual_ms: int = 0

    async def time(self, name: str, work: Callable[[], Awaitable[object]]) -> None:
        """Time one round."""
        stopwatch = Stopwatch()
        await work()
        self.taken.setdefault(name, []).append(stopwatch.ms)

    def median(self, name: str) -> float:
        """The median round."""
        return median(self.taken[name])


def publish(transport: Transport) -> Prepared:
    """The ten-minute publish over one transport, without its faults: what is timed is a healthy trial."""
    prepared = prepare(TrialSpec(scenario=SCENARIO))
    link = prepared.scenario.link.model_copy(update={"faults": ()})
    scenario = prepared.scenario.model_copy(update={"transport": transport, "link": link})
    scenario.__dict__.pop("network", None)
    wire = load_wire(prepared.target, transport.value)
    return replace(prepared, plan=replace(prepared.plan, scenario=scenario, wire=wire))


async def measure() -> Times:
    """Interleaved rounds of everything, so that a busy machine is busy for all of them."""
    times = Times()
    async with async_playwright() as playwright, Keeper() as kept, Keeper(reuse=False) as fresh:
        browser = await (await find_browser(playwright)).launch(playwright)
        for round_number in range(ROUNDS + 1):
            taken = times if round_number else Times()  # the first round warms up
            await taken.time(BARE, partial(_visit, browser, publish(Transport.SSE).target))
            for transport in Transport:
                for page, keeper in (("page used again", kept), ("fresh page", fresh)):
                    work = partial(_judged, publish(transport), keeper, times)
                    await taken.time(f"{transport}, {page}", work)
        await browser.close()
    return times


async def _judged(prepared: Prepared, keeper: Keeper, times: Times) -> None:
    """What ``meanwhile run`` does for a trial: drive, judge, store."""
    trial = await drive_once(prepared, keeper)
    judge_trial(prepared, trial)
    times.virtual_ms = trial.header.end_ms
    with TemporaryDirectory() as folder:
        write_trial(Path(folder) / "trial.jsonl", trial.records())


async def _visit(browser: Browser, target: Target) -> None:
    """A new context, a new page, the same files, and nothing else."""
    context = await browser.new_context()

    async def serve(route: Route) -> None:
        path = "/" + route.request.url.removeprefix(ORIGIN).lstrip("/")
        found = target.file(path, document=route.request.is_navigation_request())
        if found is None:
            await route.fulfill(status=404)
        else:
            await route.fulfill(body=found.body, content_type=found.content_type)

    await context.route("**/*", serve)
    page = await context.new_page()
    await page.goto(ORIGIN + "/")
    await context.close()
