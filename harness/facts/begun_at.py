"""Whether a page says rightly when a job began: at a moment at which the job, one of its runs or its steps began."""

from harness.core.words import RunKey
from harness.facts.case import Case
from harness.facts.showing import Line
from harness.facts.stamps import of_day
from harness.microcopy.beginnings import beginnings
from harness.microcopy.moments import moment

EXACT_MS = 1_000
"""laws.md, reload-restores: the start time within a second"""
_BEGINS = frozenset(("job.accepted", "run.queued", "run.started", "run.resumed", "phase.started"))


def wrong_beginning(case: Case, tab: int, at_ms: float, key: RunKey) -> Line | None:
    """The first line of the run that gives another time of the day for a beginning than any in the truth."""
    began = _moments(case, key, at_ms)
    lines = case.screen.showing(tab, at_ms, key).lines
    return next((line for line in lines if not _is_right(line.plain, began, at_ms)), None)


def _moments(case: Case, key: RunKey, at_ms: float) -> list[int]:
    mine = (event for event in case.truth.events if event.job == key.job and event.at_ms <= at_ms)
    return [event.at_ms for event in mine if event.kind in _BEGINS]


def _is_right(text: str, began: list[int], at_ms: float) -> bool:
    for when in beginnings(text):
        told = moment(when)
        if told is None or told.ago:
            continue
        start, until = of_day(told, at_ms)
        if not any(start - EXACT_MS <= held < until + EXACT_MS for held in began):
            return False
    return True
