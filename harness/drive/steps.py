"""What a person does, one function a step. Each begins at the trial's now."""

from collections.abc import Awaitable, Callable, Iterable, Sequence
from functools import partial
from itertools import groupby
from typing import Any

from harness.drive.act import Act
from harness.drive.hands import RunUntil, side_by_side
from harness.drive.presses import change, choose_file, go_to, start
from harness.drive.tabs import OpenTab
from harness.drive.trial import Trial
from harness.scenario.journey import Do, Step
from harness.trace.records import Step as StepRecord

Numbered = tuple[int, Step]


async def journey(trial: Trial, steps: Sequence[Step]) -> None:
    """Take all steps. Those of one moment are taken at once where they are done in different tabs."""
    for _, group in groupby(enumerate(steps, 1), key=lambda one: one[1].at_ms):
        chains = [partial(_in_turn, trial, chain) for chain in _by_tab(trial, list(group))]
        await side_by_side(chains, trial.run_until)


def _by_tab(trial: Trial, steps: list[Numbered]) -> Iterable[list[Numbered]]:
    """The steps of each tab. One in a tab that is yet to be opened comes after the step above it."""
    chains: dict[int | None, list[Numbered]] = {}
    where: int | None = None
    for number, step in steps:
        wanted = _where(trial, step)
        where = wanted if wanted in trial.tabs.desk.tabs else where
        chains.setdefault(where, []).append((number, step))
    return chains.values()


def _where(trial: Trial, step: Step) -> int | None:
    """The tab that a step is done in, None where all are closed."""
    return trial.tabs.desk.front if step.tab is None else step.tab - 1


async def _in_turn(trial: Trial, chain: list[Numbered], run_until: RunUntil) -> None:
    for number, step in chain:
        await _take(trial, number, step, run_until)


async def _take(trial: Trial, number: int, step: Step, run_until: RunUntil) -> None:
    """Let time pass until the step is due, do it, and record it."""
    await run_until(step.at_ms)
    where = _where(trial, step)
    tab = None if where is None else trial.tabs[where]
    act = Act(trial=trial, number=number, step=step, tab=tab, run_until=run_until)
    if tab is not None:
        await _attend(act, tab)
    at_ms, shown = act.now_ms, tab.number if tab else max(trial.tabs.desk.opened - 1, 0)
    await DO[step.do](act)
    note = "; ".join(act.notes) or None
    trial.took(StepRecord(n=number, do=step.do, at_ms=at_ms, tab=shown, done_ms=act.now_ms, job=step.job, note=note))


async def _attend(act: Act, tab: OpenTab[Any]) -> None:
    """Wait for the page to be loaded, and turn to it."""
    while act.trial.tabs.now_in(tab) > act.trial.now_ms:
        await act.wait()
    if len(act.trial.tabs.desk.tabs) > 1:
        act.notes.append(f"in tab {tab.number + 1}")
    if tab.number != act.trial.tabs.desk.front and act.step.do is not Do.CLOSE_TAB:
        await act.trial.tabs.turn_to(tab)


async def _reload(act: Act) -> None:
    await act.trial.tabs.reload(act.held)


async def _close_tab(act: Act) -> None:
    await act.trial.tabs.close(act.held)


async def _open_tab(act: Act) -> None:
    await act.trial.tabs.open(_path(act), act.now_ms)
    act.tab = act.trial.tabs.front


async def _open_window(act: Act) -> None:
    await act.trial.tabs.open(_path(act), act.now_ms, window=True)
    act.tab = act.trial.tabs.front


async def _switch_to(_act: Act) -> None:
    """Whoever does something in a tab turns to it first: nothing is left to do."""


async def _background(act: Act) -> None:
    await act.trial.tabs.turn_away(act.held)


async def _foreground(act: Act) -> None:
    await act.trial.tabs.turn_to(act.held)


async def _visit(act: Act) -> None:
    await go_to(act, _path(act))


async def _back(act: Act) -> None:
    await act.trial.tabs.traverse(act.held, -1)


async def _forward(act: Act) -> None:
    await act.trial.tabs.traverse(act.held, 1)


def _path(act: Act) -> str:
    return act.trial.plan.target.path(act.step.page or "home", act.step.job)


DO: dict[Do, Callable[[Act], Awaitable[None]]] = {
    Do.SUBMIT: start,
    Do.DOUBLE_CLICK: start,
    Do.CANCEL: change,
    Do.RETRY_FAILED: change,
    Do.RERUN: change,
    Do.CONTINUE: change,
    Do.CHOOSE_FILE: choose_file,
    Do.RELOAD: _reload,
    Do.CLOSE_TAB: _close_tab,
    Do.OPEN_TAB: _open_tab,
    Do.OPEN_WINDOW: _open_window,
    Do.SWITCH_TO: _switch_to,
    Do.BACKGROUND: _background,
    Do.FOREGROUND: _foreground,
    Do.VISIT: _visit,
    Do.BACK: _back,
    Do.FORWARD: _forward,
}
