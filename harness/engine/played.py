"""Does the target file tell what the page really asks for? Where it does not, nothing can be said of the page."""

from collections.abc import Iterator
from urllib.parse import urlsplit

from harness.core.durations import spoken
from harness.core.errors import UsageError
from harness.drive.thrown import blame
from harness.engine.lost_id import lost_ids
from harness.engine.prepare import Prepared
from harness.scenario.checks import Place
from harness.scenario.journey import STARTS
from harness.scenario.problems import near_to
from harness.told.file import WireFile
from harness.trace.records import Passed, Step
from harness.trace.trial import Trial

KEPT_BACK = "kept the form back"
_READS = frozenset(("GET", "HEAD", "OPTIONS"))
_MISSING = (404, 405)
_SAME_DOCUMENT = ("hide", "show")


def check_played(prepared: Prepared, trial: Trial) -> None:
    """Hold the page's requests against the wire and the scenario. Raises UsageError: file, line and the way out."""
    for check in (lost_ids, _unplayed, _another_kind, _nothing_sent):
        for trouble in check(prepared, trial):
            raise trouble


def _unplayed(prepared: Prepared, trial: Trial) -> Iterator[UsageError]:
    """Requests that look like those of the wire, and that no route plays."""
    wire = prepared.target.told.wire
    routes = list(wire.routes) if isinstance(wire, WireFile) else []
    known = {_first(route.partition(" ")[2]) for route in routes}
    for one in trial.passed:
        route = f"{one.method} {urlsplit(one.url).path}"
        if _first(urlsplit(one.url).path) in known and _is_lost(one):
            guess = near_to(route, _akin(route, routes))
            place: Place = ("wire", "routes", guess) if guess else ("wire", "routes")
            mend = "mend this one if it is meant, else write that route beside it" if guess else "write it here"
            yield prepared.target.written.trouble(place, f"the page asked {route}, which no route names; {mend}")


def _akin(route: str, routes: list[str]) -> list[str]:
    """The routes that may be meant: those of the same method, or of the same path."""
    method, _, path = route.partition(" ")
    return [one for one in routes if one.startswith(f"{method} ") or one.endswith(f" {path}")]


def _is_lost(one: Passed) -> bool:
    return one.method not in _READS or one.status in _MISSING


def _first(path: str) -> str:
    return path.lstrip("/").partition("/")[0].partition("?")[0]


def _another_kind(prepared: Prepared, trial: Trial) -> Iterator[UsageError]:
    """The person was to start a publish, and the page started an import."""
    jobs = {job.id: (index, job.kind) for index, job in enumerate(prepared.scenario.world.jobs)}
    wanted = {jobs[step.job][1]: step.job for step in _starts(trial) if step.job in jobs}
    made = {event.job: event.data["kind"] for event in trial.truth if event.kind == "job.accepted"}
    for command in trial.commands:
        kind = made.get(command.job)
        if command.do == "submit" and command.refused is None and wanted and kind not in {None, *wanted}:
            meant, job = next(iter(wanted.items()))
            yield prepared.plan.written.trouble(
                ("world", "jobs", jobs[job][0], "kind"),
                f'the page started a job of kind {kind}, and job "{job}" is of kind {meant}; write kind: {kind} here, '
                f"or kind: {meant} in the route of the target file that has do: submit",
            )


def _nothing_sent(prepared: Prepared, trial: Trial) -> Iterator[UsageError]:
    """The person pressed, and nothing that starts a job was ever sent, though the network was there."""
    if any(command.do == "submit" for command in trial.commands):
        return
    for step in _starts(trial):
        wrote = any(one.method not in _READS and one.sent_ms >= step.at_ms for one in trial.requests)
        cut = any(fault.at_ms <= step.done_ms <= (fault.end_ms or fault.at_ms) for fault in trial.faults)
        if not wrote and not cut:
            yield _unsent(prepared, trial, step)


def _unsent(prepared: Prepared, trial: Trial, step: Step) -> UsageError:
    """A form that is not filled in is the journey's to mend, what a press leads to the target file's."""
    at = prepared.plan.written.at("journey", step.n - 1)
    said = (
        f'the person pressed "{_pressed(trial, step)}" at {spoken(step.at_ms)}, and the page sent no request that '
        f"starts a job{_went(trial, step)}"
    )
    if step.note and KEPT_BACK in step.note:
        mend = "let the person choose a file before (do: choose-file), or give the field a value"
        return prepared.plan.written.trouble(("journey", step.n - 1), f"{said}; {step.note}; {mend}")
    thrown = blame(trial.thrown, step.tab, step.at_ms)
    mend = "mend that" if thrown else "name the control that starts it here, or mend what it does"
    return prepared.target.written.trouble(("controls", "submit"), f"{said} ({at}){thrown}; {mend}")


def _starts(trial: Trial) -> list[Step]:
    return [step for step in trial.steps if step.do in STARTS]


def _pressed(trial: Trial, step: Step) -> str:
    return next((press.name for press in trial.presses if press.step == step.n), step.do)


def _went(trial: Trial, step: Step) -> str:
    pages = (page for page in trial.pages if page.tab == step.tab and page.at_ms >= step.at_ms)
    gone = next((page for page in pages if page.cause not in _SAME_DOCUMENT), None)
    return f" (it loaded {gone.url} instead)" if gone is not None else ""
