"""After the network's return, or a long absence, the page says what is so, with nobody's help."""

from harness.core.verdicts import Severity
from harness.core.words import RunKey
from harness.facts.agreement import FACTS, agrees, tells_end
from harness.facts.case import Case
from harness.facts.claims import Claim
from harness.facts.finding import Breach
from harness.facts.network_windows import CATCH_UP_MS
from harness.laws.base import law
from harness.laws.shapes.resp import Due, doubt_silence, is_fair
from harness.microcopy.reading import Kind

LONG_HIDDEN_MS = 300_000


def returns(case: Case) -> list[Due]:
    """Applies to: each return of the network, or of a tab hidden for 5 min, of a page that speaks of a run
    that went on.
    """
    return [
        due
        for tab in case.screen.tabs
        for start, until in _absences(case, tab)
        for key in case.truth.runs()
        if (_spoke(case, tab, start, key) or _spoke(case, tab, until, key)) and case.truth.moments(key, start, until)
        if is_fair(due := Due(run=key, tab=tab, from_ms=int(start), due_ms=until), case)
    ]


def _absences(case: Case, tab: int) -> list[tuple[float, float]]:
    shown = [
        (at_ms - hidden_ms, at_ms + CATCH_UP_MS + case.beta_ms)
        for at_ms, hidden_ms in case.screen.visibility.shown(tab)
        if hidden_ms >= LONG_HIDDEN_MS
    ]
    return [*case.excused, *shown]


def _spoke(case: Case, tab: int, at_ms: float, key: RunKey) -> bool:
    return any(claim.kind in FACTS for claim in case.telling(key, tab, at_ms))


@law(
    id="reconnect-catches-up",
    title="Back in touch, the page catches up by itself",
    failure_title="After the network's return the page goes on saying what is no longer so",
    requires="At most 5 s + β after the network returns, or a tab hidden for 5 min is shown, the view "
    "equals the truth with no action of the person, and the notice goes.",
    why="A page that missed the news keeps people waiting for a job that is over, or makes them start it again.",
    instead="When the connection is back the page asks for the whole state first, then follows the news from there on.",
    severity=Severity.BLOCKER,
    source="article A135, A136; WHATWG HTML, server-sent events, Last-Event-ID",
    targets=returns,
)
def reconnect_catches_up(due: Due, case: Case) -> Breach | None:
    """Expects: at the deadline every fact on the page is so, the end is told if it came, and no notice is left."""
    told = case.telling(due.run, due.tab, due.due_ms)
    wrong = _untrue(told, case, due.due_ms) or _notice(told)
    if wrong is not None:
        return _breach(due, case, wrong)
    if not any(claim.kind in FACTS for claim in told):
        doubt_silence(due, case)
        return _silence(due, case, "said nothing of the job")
    if case.truth.ended_at(due.run) <= due.due_ms - case.beta_ms and not tells_end(told, case):
        doubt_silence(due, case)
        return _silence(due, case, "did not say that the job had ended")
    return None


def _untrue(told: list[Claim], case: Case, at_ms: float) -> Claim | None:
    return next((claim for claim in told if not agrees(claim, case, at_ms)), None)


def _caught_up_ms(due: Due, case: Case, claim: Claim) -> float:
    """When nothing untrue stood there any more: one old number after the other is one trouble."""
    at_ms = claim.until_ms
    while at_ms < case.end_ms:
        untrue = _untrue(case.telling(due.run, due.tab, at_ms), case, at_ms)
        if untrue is None or untrue.until_ms <= at_ms:
            break
        at_ms = untrue.until_ms
    return at_ms


def _notice(told: list[Claim]) -> Claim | None:
    return next((claim for claim in told if claim.kind is Kind.CONNECTION and claim.word in ("lost", "stale")), None)


def _breach(due: Due, case: Case, claim: Claim) -> Breach:
    at_ms = int(due.due_ms)
    truth = case.truth.describe(due.run, at_ms)
    if claim.kind is Kind.CONNECTION:
        truth = f"the network was back ({truth})"
    return Breach(
        run=due.run, tab=due.tab, at_ms=at_ms, until_ms=_caught_up_ms(due, case, claim), said=claim.text, truth=truth,
        slot="return",
    )  # fmt: skip


def _silence(due: Due, case: Case, silence: str) -> Breach:
    at_ms = int(due.due_ms)
    truth = case.truth.describe(due.run, at_ms)
    return Breach(
        run=due.run, tab=due.tab, at_ms=at_ms, until_ms=at_ms, said=None, silence=silence, truth=truth, slot="return"
    )
