"""What a person does, one function a step. Each begins at the trial's now."""

from collections.abc import Awaitable, Callable

from harness.drive.act import Act
from harness.drive.presses import change, go_to, start
from harness.drive.trial import Trial
from harness.scenario.journey import Do, Step
from harness.trace.records import Step as StepRecord


async def take(trial: Trial, number: int, step: Step) -> None:
    """Let time pass until the step is due, do it, and record it."""
    tab = None if trial.tabs.desk.front is None else trial.tabs.front
    await trial.run_until(max(step.at_ms, tab.now_ms if tab else 0))
    act = Act(trial=trial, number=number, step=step, tab=tab)
    at_ms, where = act.now_ms, tab.number if tab else max(trial.tabs.desk.opened - 1, 0)
    await DO[step.do](act)
    note = "; ".join(act.notes) or None
    trial.took(StepRecord(n=number, do=step.do, at_ms=at_ms, tab=where, done_ms=act.now_ms, job=step.job, note=note))


async def _reload(act: Act) -> None:
    await act.trial.tabs.reload(act.held)


async def _close_tab(act: Act) -> None:
    await act.trial.tabs.close(act.held)


async def _open_tab(act: Act) -> None:
    await act.trial.tabs.open(_path(act), act.now_ms)
    act.tab = act.trial.tabs.front


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
    Do.RELOAD: _reload,
    Do.CLOSE_TAB: _close_tab,
    Do.OPEN_TAB: _open_tab,
    Do.BACKGROUND: _background,
    Do.FOREGROUND: _foreground,
    Do.VISIT: _visit,
    Do.BACK: _back,
    Do.FORWARD: _forward,
}
