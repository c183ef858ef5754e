"""Whether a page kept an obligation: the slots of its act, over all that stood on a tab at the deadline."""

from collections.abc import Iterable
from dataclasses import replace

from harness.core.time import EPOCH
from harness.facts.case import Case
from harness.facts.showing import Showing
from harness.microcopy.lists import WordLists, lists_of
from harness.microcopy.reading import Kind
from harness.microcopy.utterance import Utterance, understand
from harness.speech import progress
from harness.speech.acts import SLOTS, Act, Said
from harness.speech.judge import judge
from harness.speech.judged import Judged, carries
from harness.speech.obligations import Obligation
from harness.speech.situation import Situation
from harness.speech.truth import situation

_OF_THE_PAGE = frozenset((Kind.CONNECTION, Kind.LOADING, Kind.SENDING, Kind.AS_OF, Kind.NO_JOBS))
_OF_CONTACT = frozenset((Act.OFFLINE, Act.BACK))
_MINUTE_MS = 60_000
_MOST_MOMENTS = 20


def kept(held: Obligation, case: Case, tab: int) -> tuple[Judged, ...] | None:
    """The slots that the act must carry. None where the tab could not be seen, told of the run in brief alone, or is in
    a language whose words nobody here can judge.
    """
    lists, due_ms = lists_of(case.screen.foreign), due(held, case, tab)
    if lists is None or not case.screen.visibility.is_seen(tab, due_ms) or due_ms >= held.until_ms:
        return None
    shown = case.screen.showing(tab, due_ms, held.run)
    if shown.brief or not shown.lines:
        return None
    answers = [_answers(held, case, tab, moment, shown, lists) for moment in _moments(held, case, due_ms)]
    return tuple(_best(slot, answers) for slot in SLOTS[held.act] if any(slot in told for told in answers))


def due(held: Obligation, case: Case, tab: int) -> float:
    """The deadline with the allowance, put off while the page cannot be blamed; of a silence itself it cannot be."""
    due_ms = held.due_ms + case.beta_ms
    return due_ms if held.act in _OF_CONTACT else case.deadline(due_ms, tab)


def _moments(held: Obligation, case: Case, due_ms: float) -> list[int]:
    """The moments of the last β: what was so at one of them is true."""
    from_ms = int(due_ms - case.beta_ms)
    return [int(due_ms), *case.truth.moments(held.run, from_ms, due_ms)[-_MOST_MOMENTS:], from_ms]


def _best(slot: str, answers: list[dict[str, Judged]]) -> Judged:
    told = [held[slot] for held in answers if slot in held]
    return next((held for held in told if held.said is Said.CARRIES), told[0])


def _answers(held: Obligation, case: Case, tab: int, at_ms: int, shown: Showing, lists: WordLists) -> dict[str, Judged]:
    so = _so(held, case, at_ms)
    if so is None:
        return {}
    lines = tuple(_lines(held, case, shown))
    said = understand(lines, lists, own=so.own, controls=shown.controls)
    standing = [claim.reading for claim in case.telling(held.run, tab, due(held, case, tab)) if claim.phase is None]
    whole = replace(said, readings=tuple(standing))
    return {answer.name: _of_page(answer, whole, so) for answer in judge(whole, so)}


def _lines(held: Obligation, case: Case, shown: Showing) -> Iterable[str]:
    for line in shown.lines:
        readings = case.words.read(line.text).readings
        of_page = bool(readings) and all(reading.kind in _OF_THE_PAGE for reading in readings)
        if held.act in _OF_CONTACT or not of_page:
            yield line.plain


def _so(held: Obligation, case: Case, at_ms: int) -> Situation | None:
    so = situation(case, held.run, at_ms, held.act)
    if so is None or held.act is not Act.OFFLINE:
        return so
    minute = EPOCH.hour * 60 + EPOCH.minute + held.at_ms // _MINUTE_MS
    return replace(so, as_of_minute=minute)


def _of_page(answer: Judged, said: Utterance, so: Situation) -> Judged:
    """Of a whole page one true quantity is enough: a law judges each. A notice that went tells the return."""
    if answer.name == "quantity" and (right := progress.tells_right(said, so)):
        return carries("quantity", right)
    lost = any(held.kind is Kind.CONNECTION and held.word != "back" for held in said.readings)
    return carries("state") if so.act is Act.BACK and answer.name == "state" and not lost else answer
