"""TEXT: what stands on a page at a deadline must carry certain facts, and must not carry others."""

from dataclasses import dataclass, replace

from harness.facts.agreement import tells_end
from harness.facts.case import Case
from harness.facts.endings import Ending, endings
from harness.facts.finding import Breach
from harness.facts.showing import Line, Showing
from harness.laws.base import CannotTell, NotObservable, foreign
from harness.laws.shapes.resp import Due, is_fair
from harness.microcopy.lists import WordLists, lists_of
from harness.microcopy.reading import Kind
from harness.microcopy.remedies import Remedy
from harness.microcopy.utterance import Phrase, Utterance, understand
from harness.speech.acts import Said
from harness.speech.judged import Judged
from harness.speech.situation import Situation
from harness.speech.truth import situation

WITHIN_MS = 1_000
"""What a page has to tell the end, and again as much to fetch what it tells beside it."""
_OF_THE_PAGE = frozenset((Kind.CONNECTION, Kind.LOADING, Kind.SENDING, Kind.AS_OF, Kind.NO_JOBS))
_FAILED = frozenset((("count", "failed"), ("ended", "failed"), ("ended", "partial"), ("trouble", None)))


@dataclass(frozen=True, kw_only=True)
class Told:
    """What a tab tells of a run at a deadline. ``said`` are all its lines, in context those that speak of failure."""

    due: Due
    so: Situation
    showing: Showing
    lines: tuple[Line, ...]
    said: Utterance
    lists: WordLists

    def phrases(self, line: Line) -> tuple[Phrase, ...]:
        """The clauses of one line."""
        return understand((line.plain,), self.lists, own=self.so.own).phrases

    def pressed(self, name: str) -> tuple[Remedy, ...]:
        """What a control of that name does about a failure."""
        return understand((), self.lists, own=self.so.own, controls=(name,)).controls

    def shown(self, judged: Judged) -> Judged:
        """The answer, with the sentence as the page shows it."""
        return replace(judged, text=next((line.text for line in self.lines if line.plain == judged.text), judged.text))

    def speaks_of_failure(self, line: Line) -> bool:
        """Whether a line is about what failed: its row is, or it says so, or gives a reason."""
        said = understand((line.plain,), self.lists, own=self.so.own)
        fails = any((held.kind.value, held.word) in _FAILED for held in said.readings)
        return line.item or line.role == "alert" or fails or _gives_reason(said)


def ends_told(case: Case) -> list[Due]:
    """Each ending that a tab tells, when it has had time to tell the rest."""
    dues = [_due(ending, case) for ending in endings(case)]
    return [due for due in dues if is_fair(due, case) and tells_end(case.telling(due.run, due.tab, due.due_ms), case)]


def _due(ending: Ending, case: Case) -> Due:
    """The end is told by a deadline, and what belongs to it a moment later."""
    told_ms = case.deadline(ending.from_ms + WITHIN_MS + case.beta_ms, ending.tab)
    due_ms = case.deadline(told_ms + WITHIN_MS, ending.tab)
    return Due(run=ending.run, tab=ending.tab, from_ms=ending.from_ms, due_ms=due_ms)


def told_at(due: Due, case: Case) -> Told | None:
    """What the tab tells at the deadline; None where the run is told of in brief alone. Raises NotObservable for a page
    in a language whose words nobody here can judge.
    """
    lists = lists_of(case.screen.foreign)
    if lists is None:
        raise NotObservable(foreign(case) or "")
    so, shown = situation(case, due.run, int(due.due_ms)), case.screen.showing(due.tab, due.due_ms, due.run)
    if so is None or shown.brief:
        return None
    lines = tuple(line for line in shown.lines if not _is_of_the_page(line, lists))
    texts = tuple(line.plain for line in lines)
    said = understand(texts, lists, own=so.own, controls=shown.controls)
    return Told(due=due, so=so, showing=shown, lines=lines, said=said, lists=lists)


def _is_of_the_page(line: Line, lists: WordLists) -> bool:
    said = understand((line.plain,), lists)
    return not _gives_reason(said) and any(reading.kind in _OF_THE_PAGE for reading in said.readings)


def _gives_reason(said: Utterance) -> bool:
    return any(phrase.causes and "because" in phrase.turns for phrase in said.phrases)


def breach(due: Due, case: Case, judged: Judged, *, silence: str, truth: str, surface: str = "text") -> Breach | None:
    """The breach that an answer is; None where it carries. Raises CannotTell where nobody could read it, NotObservable
    where the page cannot know it.
    """
    if judged.said in (Said.OMITS, Said.UNVERIFIABLE) and not case.can_know(judged.name):
        raise NotObservable(f"the back end never tells the {judged.name} of a failure")
    if judged.said is Said.UNVERIFIABLE:
        raise CannotTell(f'could not read "{judged.text}"')
    if not judged.is_wrong:
        return None
    at_ms = int(due.due_ms)
    return Breach(
        run=due.run,
        tab=due.tab,
        at_ms=at_ms,
        until_ms=at_ms,
        said=judged.text or None,
        silence=silence,
        truth=truth,
        slot=judged.name,
        surface=surface,
    )
