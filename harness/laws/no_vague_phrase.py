"""No empty words: "something went wrong" tells nobody anything."""

from dataclasses import dataclass

from harness.core import causes
from harness.core.verdicts import Severity
from harness.core.words import RunKey
from harness.facts.case import Case
from harness.facts.claims import Claim
from harness.facts.finding import Breach
from harness.facts.remarked import Remarked
from harness.laws.base import foreign, law
from harness.microcopy.reading import Kind
from harness.microcopy.remarks import VAGUE

_TROUBLES = frozenset(
    (("ended", "failed"), ("ended", "partial"), ("count", "failed"), ("connection", "lost"), ("connection", "stale"))
)


@dataclass(frozen=True, kw_only=True, slots=True)
class Trouble:
    """Trouble that a tab told of a run: with an empty phrase, or without any."""

    run: RunKey
    tab: int
    phrase: Remarked | None = None


def troubles(case: Case) -> list[Trouble]:
    """Applies to: every empty phrase; and each tab that told trouble of a run without one."""
    empty = [Trouble(run=held.run, tab=held.tab, phrase=held) for held in case.screen.remarks(VAGUE)]
    told = {(claim.run, claim.tab) for claim in case.screen.claims() if _is_trouble(claim)}
    plain = told - {(trouble.run, trouble.tab) for trouble in empty}
    return [*empty, *(Trouble(run=run, tab=tab) for run, tab in sorted(plain))]


def _is_trouble(claim: Claim) -> bool:
    return claim.kind is Kind.TROUBLE or ((claim.kind.value, claim.word) in _TROUBLES and claim.value != 0)


@law(
    id="no-vague-phrase",
    title="No empty words",
    failure_title="The page tells of trouble in words that say nothing",
    requires='No status, error or notification says "something went wrong", "an error occurred" or the like, unless '
    "nobody knows the cause, and then only with something that can be done.",
    why="Empty words tell people nothing and only raise worry: they can neither mend it nor know whether to wait.",
    instead="What failed, why, and what to do, in one sentence: “The shop did not answer in time. We will try "
    "again at 10:42.”",
    severity=Severity.MAJOR,
    source="article A119; GOV.UK, error message; exception after Polaris",
    targets=troubles,
    unseen=foreign,
)
def no_vague_phrase(trouble: Trouble, case: Case) -> Breach | None:
    """Expects: no empty phrase; where the cause is unknown, one with a remedy."""
    held = trouble.phrase
    if held is None or (held.remark.remedied and _nobody_knows(held, case)):
        return None
    truth = case.truth.describe(held.run, held.at_ms)
    return Breach(
        run=held.run, tab=held.tab, at_ms=held.at_ms, until_ms=held.until_ms, said=held.text, truth=truth, slot=VAGUE,
        surface=held.surface,
    )  # fmt: skip


def _nobody_knows(held: Remarked, case: Case) -> bool:
    """Whether something failed for a cause that the truth does not name either, or that no page is told."""
    if not case.can_know("cause"):
        return True
    view = case.truth.view(held.run, held.at_ms)
    return view is not None and any(count.cause not in causes.BY_ID for count in view.causes)
