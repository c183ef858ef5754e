"""Looking changes nothing: a reload, a return or a second tab sends no order and leaves every job as it was."""

from dataclasses import dataclass

from harness.core.verdicts import Severity
from harness.core.words import RunKey
from harness.facts.case import Case
from harness.facts.finding import Breach
from harness.laws.base import CannotTell, law
from harness.laws.shapes.same import told
from harness.trace.records import Command, Request

SOON_MS = 5_000
"""Ours: what a page sends so soon after it was loaded, and before the person presses anything, it sends by itself."""
NOT_YET = frozenset((408, 409, 425, 429))
"""Answers after which the same order may be sent again, as after those of a server in trouble."""
SERVER_ERRORS = 500
LOADS = frozenset(("open", "reload", "navigate", "close"))
TURNS = frozenset(("back", "forward"))
_SAYS = {"open": "the page was opened", "navigate": "the page was turned", "close": "the tab was closed"}


@dataclass(frozen=True, kw_only=True, slots=True)
class Look:
    """The person only looked: a load, a close, or a turn back or forward, and until when what follows comes of it."""

    tab: int
    at_ms: int
    until_ms: float
    how: str


def looks(case: Case) -> list[Look]:
    """Applies to: each reload, close, opening and turn of a page once a job was asked for, or is there."""
    loads = [
        (page.tab, page.at_ms, page.cause, page.loaded_ms or page.at_ms) for page in case.pages if page.cause in LOADS
    ]
    turns = [(step.tab, step.at_ms, step.do, step.at_ms) for step in case.steps if step.do in TURNS]
    return [
        Look(tab=tab, at_ms=at_ms, until_ms=_until(case, tab, at_ms, ready_ms), how=how)
        for tab, at_ms, how, ready_ms in sorted({*loads, *turns})
        if _has_begun(case, at_ms) and case.ends_after(ready_ms)
    ]


def _has_begun(case: Case, at_ms: int) -> bool:
    return bool(case.truth.at(at_ms)) or any(press.at_ms < at_ms for press in case.presses)


def _until(case: Case, tab: int, at_ms: int, ready_ms: int) -> float:
    """Until the next press: what is sent after that may have been asked for."""
    pressed = (press.at_ms for press in case.presses if press.tab == tab and press.at_ms >= at_ms)
    return min([ready_ms + SOON_MS, *pressed])


@law(
    id="reload-harmless",
    title="Looking changes nothing",
    failure_title="Looking at the page changed something",
    requires="A reload, a close, a turn back or forward and a second tab send no request that changes things, and "
    "change nothing; a request whose answer is still out may be sent again with the same Idempotency-Key.",
    why="People who reload to see what is going on start the job a second time, or stop it.",
    instead="Looking only ever reads (GET); a start has a key of its own that is kept until it was answered, so "
    "that sending it again starts nothing new.",
    severity=Severity.BLOCKER,
    source="article A24, A25, A137; RFC 9110, safe methods",
    targets=looks,
)
def reload_harmless(look: Look, case: Case) -> Breach | None:
    """Expects: nothing but reads, and what was open already."""
    for request, command in told(case, look.tab, look.at_ms, look.until_ms):
        if not _was_open(request, look, case):
            return _breach(look, request, command, case)
    return None


def _was_open(request: Request, look: Look, case: Case) -> bool:
    """Whether the same order, under the same key, was on its way before and no answer had decided it."""
    key = request.idempotency_key
    same = [held for held in case.requests if key and held.idempotency_key == key and held.sent_ms < look.at_ms]
    if not same or any(_is_decided(held, look.at_ms - case.clock_error_ms) for held in same):
        return False
    if any(_is_decided(held, look.at_ms) for held in same):
        raise CannotTell("an answer came and the page was left within the clock error: it may not have been heard")
    return True


def _is_decided(request: Request, at_ms: int) -> bool:
    if request.answered_ms is None or request.answered_ms > at_ms or request.status is None:
        return False
    return request.status < SERVER_ERRORS and request.status not in NOT_YET


def _breach(look: Look, request: Request, command: Command | None, case: Case) -> Breach:
    how = _SAYS.get(look.how, f"the person pressed {look.how}")
    did = "it did nothing new" if command is None else f"it had the server {command.do} {command.job}"
    return Breach(
        run=_run(command, case, look),
        tab=look.tab,
        at_ms=request.sent_ms,
        until_ms=request.sent_ms,
        said=None,
        silence=f"sent {request.method} {request.path} by itself after {how}",
        truth=did if command is None or command.refused is None else f"the server refused it ({command.refused})",
        slot="look",
    )


def _run(command: Command | None, case: Case, look: Look) -> RunKey:
    """The run that was looked at; where there was none, what came of it."""
    known = [view.key for view in case.truth.at(look.at_ms)]
    meant = [key for key in known if command is not None and key.job == command.job]
    return next(iter([*meant, *known]), RunKey(command.job if command else "page", 1))
