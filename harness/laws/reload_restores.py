"""A reload tells the truth again, soon, and nothing false in between."""

from harness.core.durations import spoken
from harness.core.verdicts import Severity
from harness.core.words import RunKey
from harness.facts.agreement import FACTS, agrees, true_spans
from harness.facts.begun_at import wrong_beginning
from harness.facts.case import LOAD_MS, Case
from harness.facts.claims import Claim
from harness.facts.finding import Breach
from harness.facts.showing import Line
from harness.facts.spans import covering
from harness.facts.visibility import Document
from harness.laws.base import law
from harness.laws.shapes.resp import Due, doubt_silence
from harness.microcopy.reading import Kind


def reloads(case: Case) -> list[Due]:
    """Applies to: each reload of a page that spoke of a run, and each return to such a page after it was closed."""
    return [
        due
        for document in case.screen.visibility.documents
        for key in case.truth.runs()
        if any(_spoke(case, left, key) for left in _left(document, case))
        if _is_fair(due := _due(case, document, key), case)
    ]


def _left(document: Document, case: Case) -> list[Document]:
    """The document that this one takes the place of: the one reloaded, or the last that showed the same address."""
    earlier = [held for held in case.screen.visibility.documents if held.until_ms <= document.from_ms]
    if document.cause == "reload":
        return [held for held in earlier if held.tab == document.tab][-1:]
    if document.cause == "open":
        return [held for held in earlier if _spoke_at(case, held) == document.url][-1:]
    return []


def _spoke_at(case: Case, document: Document) -> str:
    """The address at which a document was left."""
    closed = (page for page in case.pages if page.tab == document.tab and page.at_ms == document.until_ms)
    return next((page.url for page in closed if page.cause == "close"), document.url)


def _spoke(case: Case, document: Document, key: RunKey) -> bool:
    return any(
        claim.at_ms < document.until_ms <= claim.until_ms and claim.kind in FACTS
        for claim in case.screen.claims(run=key, tab=document.tab)
    )


def _due(case: Case, document: Document, key: RunKey) -> Due:
    due_ms: float = document.ready_ms + LOAD_MS + case.beta_ms
    while (window := covering(case.excused, due_ms)) is not None:
        due_ms = window[1]
    return Due(run=key, tab=document.tab, from_ms=document.from_ms, due_ms=due_ms)


def _is_fair(due: Due, case: Case) -> bool:
    seen = case.screen.visibility.seen_throughout(due.tab, due.from_ms, due.due_ms)
    return case.ends_after(due.due_ms) and seen and not case.prompted(due.tab, due.from_ms, due.due_ms)


@law(
    id="reload-restores",
    title="A reload tells the truth again",
    failure_title="After a reload the page does not say what is so",
    requires="At most 2 s + β after a reload, or the return to a page that was closed, status, counts, "
    "step and the time at which it began (within 1 s) equal the truth; until then the page says that it is "
    "loading, never that there are no jobs, 0 % or that the job starts over.",
    why="People reload when they doubt what they see; a page that forgets the job makes them start it twice.",
    instead="The address names the job; after a reload the page says that it is loading, then shows state, "
    "numbers, step and start as the server has them.",
    severity=Severity.BLOCKER,
    source="article A136",
    targets=reloads,
)
def reload_restores(due: Due, case: Case) -> Breach | None:
    """Expects: nothing that denies the job between the reload and the deadline, and the truth at the deadline."""
    early = next((claim for claim in _painted(due, case) if _denies(claim, due, case)), None)
    if early is not None:
        return _breach(due, case, early, early.at_ms)
    told = case.telling(due.run, due.tab, due.due_ms)
    wrong = next((claim for claim in told if claim.kind in FACTS and not agrees(claim, case, due.due_ms)), None)
    if wrong is not None:
        return _breach(due, case, wrong, int(due.due_ms))
    if (line := wrong_beginning(case, due.tab, due.due_ms, due.run)) is not None:
        return _began(due, case, line)
    if any(claim.kind in FACTS for claim in told):
        return None
    doubt_silence(due, case)
    return _silence(due, case)


def _painted(due: Due, case: Case) -> list[Claim]:
    return [claim for claim in case.screen.claims(tab=due.tab, run=due.run) if due.from_ms <= claim.at_ms < due.due_ms]


def _denies(claim: Claim, due: Due, case: Case) -> bool:
    """No jobs; none going on, while this one does; or nothing done yet, when something was."""
    if claim.kind is Kind.NO_JOBS:
        return claim.word != "active" or claim.at_ms < case.truth.ended_at(claim.run)
    if claim.value != 0 or claim.word in ("failed", "skipped", "ahead", "remaining"):
        return False
    if claim.kind is Kind.PERCENT:
        return claim.phase is None and bool(case.tracks(claim.run).at("processed", claim.at_ms))
    spans = true_spans(claim, case) if claim.kind is Kind.COUNT else None
    return spans is not None and not agrees(claim, case, claim.at_ms)


def _breach(due: Due, case: Case, claim: Claim, at_ms: int) -> Breach:
    truth = case.truth.describe(due.run, at_ms)
    return Breach(
        run=due.run, tab=due.tab, at_ms=at_ms, until_ms=claim.until_ms, said=claim.text, truth=truth, slot="reload"
    )


def _began(due: Due, case: Case, line: Line) -> Breach:
    at_ms, view = int(due.due_ms), case.truth.view(due.run, int(due.due_ms))
    began_ms = (view.started_ms or view.accepted_ms) if view is not None else at_ms
    return Breach(
        run=due.run, tab=due.tab, at_ms=at_ms, until_ms=at_ms, said=line.text,
        truth=f"it had begun at {spoken(began_ms)}", slot="reload-start",
    )  # fmt: skip


def _silence(due: Due, case: Case) -> Breach:
    at_ms = int(due.due_ms)
    truth = case.truth.describe(due.run, at_ms)
    silence = "still said nothing of the job after the reload"
    return Breach(
        run=due.run, tab=due.tab, at_ms=at_ms, until_ms=at_ms, said=None, silence=silence, truth=truth, slot="reload"
    )
