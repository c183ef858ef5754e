"""What a person does, one function a step. Each begins at the trial's now and returns a note, or None."""

from collections.abc import Awaitable, Callable

from playwright.async_api import Page

from harness.core.errors import HarnessTrouble
from harness.drive.controls import Spot, find, link_to, press
from harness.drive.trial import Trial
from harness.scenario.journey import Do, Step
from harness.trace.records import Press
from harness.trace.records import Step as StepRecord

LOOK_AGAIN_MS = 100
PATIENCE_MS = 15_000


async def take(trial: Trial, number: int, step: Step) -> None:
    """Let time pass until the step is due, do it, and record it."""
    await trial.run_until(step.at_ms)
    at_ms = trial.place.now_ms
    tab = max(trial.place.number, 0)
    trial.place.step = number
    note = await DO[step.do](trial, step)
    trial.took(
        StepRecord(n=number, do=step.do, at_ms=at_ms, tab=tab, done_ms=trial.place.now_ms, job=step.job, note=note)
    )


async def _submit(trial: Trial, step: Step) -> str | None:
    await _press(trial, await _control(trial, step))
    return None


async def _double_click(trial: Trial, step: Step) -> str | None:
    spot = await _control(trial, step)
    await _press(trial, spot)
    await trial.run_until(trial.place.now_ms + step.gap_ms)
    await _press(trial, spot, part="again")
    return None


async def _press(trial: Trial, spot: Spot, part: str = "control") -> None:
    """Press a control, and record it."""
    place = trial.place
    trial.recording.press(
        Press(
            step=place.step,
            tab=place.number,
            at_ms=place.now_ms,
            node=spot.node,
            role=spot.role,
            name=spot.name,
            part=part,
        )
    )
    await press(_page(trial), spot)


async def _reload(trial: Trial, _step: Step) -> str | None:
    assert trial.place.tab is not None
    await trial.load("reload", trial.place.tab.reload)
    return None


async def _close_tab(trial: Trial, _step: Step) -> str | None:
    await trial.close_tab()
    return None


async def _open_tab(trial: Trial, step: Step) -> str | None:
    await trial.open_tab(_path(trial, step))
    return None


async def _background(trial: Trial, _step: Step) -> str | None:
    await _hide(trial, hidden=True)
    return None


async def _foreground(trial: Trial, _step: Step) -> str | None:
    await _hide(trial, hidden=False)
    return None


async def _visit(trial: Trial, step: Step) -> str | None:
    path = _path(trial, step)
    spot = await link_to(_page(trial), path)
    if spot is not None:
        await press(_page(trial), spot)
        return f"by a link to {path}"
    assert trial.place.tab is not None
    tab = trial.place.tab
    await trial.load("navigate", lambda: tab.open(trial.origin + path))
    return f"by the address {path}"


async def _back(trial: Trial, _step: Step) -> str | None:
    before = trial.assets.loading[:]
    trial.assets.offline = False  # the page before is in the browser's cache
    await trial.arm()
    await _page(trial).go_back(wait_until="load")
    if trial.assets.loading != before:
        trial.exchange.close_all()
        await trial.loaded("navigate", trial.place.now_ms)
    return None


async def _hide(trial: Trial, *, hidden: bool) -> None:
    assert trial.place.tab is not None
    trial.place.hidden = hidden
    await trial.place.tab.set_hidden(hidden)
    cause = "hide" if hidden else "show"
    trial.recording.page(tab=trial.place.number, at_ms=trial.place.now_ms, url=await trial.url(), cause=cause)


async def _control(trial: Trial, step: Step) -> Spot:
    """The control that starts the job. A person waits for it while the page is still loading."""
    job = trial.plan.scenario.world.job(step.job or "")
    control = trial.plan.target.submit_control(job)
    give_up_ms = trial.place.now_ms + PATIENCE_MS
    while trial.place.now_ms <= give_up_ms:
        spot = await find(_page(trial), control)
        if spot is not None:
            return spot
        await trial.run_until(trial.place.now_ms + LOOK_AGAIN_MS)
    raise HarnessTrouble(
        _out_of_reach(trial)
        or f'no {control.role} named "{control.name}" on the page of target "{trial.plan.target.id}" '
        f"{PATIENCE_MS // 1000} s after step {step.do} was due; name it in the target file under controls: submit"
    )


def _out_of_reach(trial: Trial) -> str | None:
    if not trial.assets.offline:
        return None
    return (
        "the tab shows the browser's page for a missing connection: it was loaded while the device was offline; "
        "add `do: reload` once the network is back, before the step that needs the page"
    )


def _page(trial: Trial) -> Page:
    if trial.place.tab is None:
        raise HarnessTrouble("a step needs a tab, and the journey has closed it; add `do: open-tab` before that step")
    return trial.place.tab.page


def _path(trial: Trial, step: Step) -> str:
    return trial.plan.target.path(step.page or "home", step.job)


DO: dict[Do, Callable[[Trial, Step], Awaitable[str | None]]] = {
    Do.SUBMIT: _submit,
    Do.DOUBLE_CLICK: _double_click,
    Do.RELOAD: _reload,
    Do.CLOSE_TAB: _close_tab,
    Do.OPEN_TAB: _open_tab,
    Do.BACKGROUND: _background,
    Do.FOREGROUND: _foreground,
    Do.VISIT: _visit,
    Do.BACK: _back,
}
