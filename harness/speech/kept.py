"""Whether a page kept an obligation: the slots of its act, over all that stood on a tab at the deadline."""

import re
from collections.abc import Iterable, Iterator
from dataclasses import replace

from harness.core.time import EPOCH
from harness.facts.case import Case
from harness.facts.showing import Showing
from harness.microcopy.lists import WordLists, lists_of
from harness.microcopy.own import NOBODYS
from harness.microcopy.reading import Kind
from harness.microcopy.utterance import Utterance, understand
from harness.speech import progress
from harness.speech.acts import SLOTS, Act, Said
from harness.speech.judge import judge
from harness.speech.judged import Judged, carries, omits
from harness.speech.obligations import Obligation
from harness.speech.situation import Situation
from harness.speech.truth import situation

_OF_THE_PAGE = frozenset((Kind.CONNECTION, Kind.LOADING, Kind.SENDING, Kind.AS_OF, Kind.NO_JOBS))
_OF_CONTACT = frozenset((Act.OFFLINE, Act.BACK))
_MINUTE_MS = 60_000
_MOST_MOMENTS = 20
_HEADING_WORDS = 2
_NUMBER = re.compile(r"\d")
_STATE = re.compile(
    r"(?i)wait|queue|pend|paus|hold|busy|retr|again|cancel|stop|fail|succe|complet|finish|done|end|ing\b|line"
)


def kept(held: Obligation, case: Case, tab: int, due_ms: float) -> tuple[Judged, ...] | None:
    """The slots that the act must carry, as they stand at ``due_ms``, the deadline on that tab. None where the tab
    could not be seen, told of the run in brief alone, or is in a language whose words nobody here can judge.
    """
    lists = lists_of(case.screen.foreign)
    if lists is None or not case.screen.visibility.is_seen(tab, due_ms) or due_ms >= held.until_ms:
        return None
    shown = case.screen.showing(tab, due_ms, held.run)
    if shown.brief or not (shown.lines or shown.headed):
        return None
    return _slots(held, case, due_ms, _said(held, case, tab, due_ms, shown, lists), shown.named)


def due(held: Obligation, case: Case, tab: int) -> float:
    """The deadline with the allowance, put off while the page cannot be blamed; of a silence itself it cannot be."""
    due_ms = held.due_ms + case.beta_ms
    return due_ms if held.act in _OF_CONTACT else case.deadline(due_ms, tab)


def _moments(held: Obligation, case: Case, due_ms: float) -> list[int]:
    """The moments of the last β: what was so at one of them is true."""
    from_ms = int(due_ms - case.beta_ms)
    return [int(due_ms), *case.truth.moments(held.run, from_ms, due_ms)[-_MOST_MOMENTS:], from_ms]


def _said(held: Obligation, case: Case, tab: int, due_ms: float, shown: Showing, lists: WordLists) -> Utterance:
    """All that stands on the tab of the run, as one utterance."""
    so = situation(case, held.run, int(due_ms))
    own = so.own if so is not None else NOBODYS
    said = understand(tuple(_lines(held, case, shown)), lists, own=own, controls=shown.controls)
    standing = [claim.reading for claim in case.telling(held.run, tab, due_ms) if claim.phase is None]
    return replace(said, readings=tuple(standing))


def _slots(held: Obligation, case: Case, due_ms: float, said: Utterance, named: bool) -> tuple[Judged, ...]:
    """The slots, each by the moment of the last β at which it is best."""
    best: dict[str, Judged] = {}
    for at_ms in _moments(held, case, due_ms):
        for answer in _answers(held, case, at_ms, said, named):
            if answer.name not in best or answer.said is Said.CARRIES:
                best[answer.name] = answer
        if all(answer.said is Said.CARRIES for answer in best.values()):
            break
    return tuple(best[slot] for slot in SLOTS[held.act] if slot in best)


def _answers(held: Obligation, case: Case, at_ms: int, said: Utterance, named: bool) -> Iterator[Judged]:
    so = _so(held, case, at_ms)
    if so is None:
        return
    for answer in judge(said, so):
        if answer.name in SLOTS[held.act]:
            yield carries("job") if named and answer.name == "job" else _of_page(answer, said, so)


def _may_tell(text: str) -> bool:
    """laws.md, 6.3.2: a number, a word of a state; or a whole sentence."""
    return bool(_NUMBER.search(text) or _STATE.search(text)) or len(text.split()) > _HEADING_WORDS


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
    """Of a whole page one true quantity is enough: a law judges each. A notice that went tells the return. A heading
    that nobody can read is no doubt: what stands on a page is much, and most of it is no message.
    """
    if answer.name == "quantity" and (right := progress.tells_right(said, so)):
        return carries("quantity", right)
    if answer.name == "state" and so.act is Act.BACK and not _is_lost(said):
        return carries("state")
    is_heading = answer.said is Said.UNVERIFIABLE and not _may_tell(answer.text)
    return omits(answer.name) if is_heading else answer


def _is_lost(said: Utterance) -> bool:
    return any(held.kind is Kind.CONNECTION and held.word != "back" for held in said.readings)
