"""Never an older truth: what a tab has shown of a job, it does not take back for something older."""

from collections.abc import Hashable, Sequence
from dataclasses import dataclass

from harness.core.verdicts import Severity
from harness.core.words import RunKey
from harness.facts.agreement import true_spans
from harness.facts.case import Case
from harness.facts.claims import Claim
from harness.facts.finding import Breach
from harness.facts.spans import Span
from harness.laws.base import law
from harness.laws.shapes.mono import Position, first_steps_back
from harness.microcopy.reading import Kind


@dataclass(frozen=True, kw_only=True, slots=True)
class Version:
    """A statement about a run, with the moments up to its paint of which it is true."""

    claim: Claim
    moments: Sequence[Span]

    @property
    def view(self) -> tuple[int, RunKey]:
        """The tab, and the run that it speaks of."""
        return self.claim.tab, self.claim.run

    @property
    def content(self) -> Hashable:
        """What it says, whatever else the sentence says."""
        return self.view, self.claim.kind, self.claim.word, self.claim.value, self.claim.reading.total, self.claim.phase


Judged = tuple[Claim, Claim | None]
"""A claim, and one shown before that was newer."""


def versions(case: Case) -> list[Judged]:
    """Applies to: every statement about a run of which the truth knows when it is so, in the order shown."""
    shown = [version for claim in case.screen.claims() if (version := _version(claim, case)).moments]
    newer = first_steps_back(_in_tab(version, case) for version in shown)
    newer = {index: claim for index, claim in newer.items() if _is_taken_back(index, claim, shown)}
    newer |= first_steps_back(_in_place(version, case) for version in shown)
    return [(version.claim, newer.get(index)) for index, version in enumerate(shown)]


def _version(claim: Claim, case: Case) -> Version:
    spans = () if claim.surface == "announcement" else true_spans(claim, case) or ()
    return Version(claim=claim, moments=[span for span in spans if span[0] <= claim.at_ms])


def _in_place(version: Version, case: Case) -> Position:
    """What one node of one document says of one thing: another document may call another place by the same name."""
    claim, documents = version.claim, case.screen.visibility.documents
    began = (held.from_ms for held in documents if held.tab == claim.tab and held.from_ms <= claim.at_ms)
    place = (version.view, max(began, default=0), claim.node, _thing(claim), claim.phase)
    return Position(claim=claim, place=place, spans=version.moments)


def _thing(claim: Claim) -> str | None:
    """A number is compared with the same number; that a job ended, with what it was doing."""
    return f"{claim.word} items" if claim.kind is Kind.COUNT else "state" if claim.kind is Kind.ENDED else claim.kind


def _in_tab(version: Version, case: Case) -> Position:
    """All that the tab says: two parts of it may be told by two answers, and either may be as old as the allowance."""
    allowed = [(start, until + case.beta_ms) for start, until in version.moments]
    return Position(claim=version.claim, place=version.view, spans=allowed)


def _is_taken_back(index: int, newer: Claim, shown: Sequence[Version]) -> bool:
    """Not where the page was saying the same beside the newer claim, nor where one false number stands in a frame
    that is newer: such a number is untrue, and no older version.
    """
    version = shown[index]
    return not _stood_beside(version, newer, shown[:index]) and not _is_lone_number(version, shown)


def _stood_beside(version: Version, newer: Claim, before: Sequence[Version]) -> bool:
    return any(held.content == version.content and held.claim.until_ms > newer.at_ms for held in before)


def _is_lone_number(version: Version, shown: Sequence[Version]) -> bool:
    claim, until_ms = version.claim, version.moments[-1][1]
    return claim.kind is Kind.COUNT and any(
        held.view == version.view and held.claim.at_ms == claim.at_ms and held.moments[-1][0] >= until_ms
        for held in shown
    )


@law(
    id="monotonic-view",
    title="Never an older truth than was shown already",
    failure_title="The page went back to something older than it had shown",
    requires="In one tab, reloads included, the page never shows an older version of a job than it has shown already.",
    why="A page that goes back in time makes people doubt what they saw, and act on what is over.",
    instead="The page keeps the version of what it shows, across reloads too, and drops every answer that is older.",
    severity=Severity.BLOCKER,
    source="article A136; Terry et al. 1994, monotonic reads",
    targets=versions,
    least=3,
)
def monotonic_view(target: Judged, case: Case) -> Breach | None:
    """Expects: nothing newer was shown before it, in its place or, by more than β, in its tab."""
    claim, newer = target
    if newer is None:
        return None
    return Breach.gone_back(claim, newer, slot="view", doing=case.truth.describe(claim.run, claim.at_ms))
