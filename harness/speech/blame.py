"""The slots of a failure: its cause, and a remedy that can help."""

import re
from collections.abc import Iterable, Iterator

from harness.core import causes
from harness.core.causes import UNKNOWN, CauseClass
from harness.microcopy.remedies import Remedy
from harness.microcopy.utterance import Phrase, Utterance
from harness.speech.judged import Judged, carries, contradicts, omits, unverifiable
from harness.speech.situation import Situation

_KIN = (
    frozenset(("missing-id", "missing-field")),
    frozenset(("no-permission", "expired-credentials", "account-suspended")),
    frozenset(("bad-format", "missing-field")),
    frozenset(("timeout", "upstream-error")),
)
"""causes of one class that people speak of in the same words"""
_A_REASON = 3
_HELPERS = re.compile(r"\b(?:us|support|help|admin\w*|team|owner|manager|staff|desk|service|ticket)\b")
_LOOSE = frozenset((CauseClass.SYSTEM, CauseClass.UPSTREAM))
"""classes of which any cause says enough: nobody who uses the page can do anything about the difference"""


def cause(said: Utterance, so: Situation) -> Judged | None:
    """Every class of cause in the truth is named, and no other."""
    if not so.causes:
        return None
    named = [phrase for phrase in said.phrases if phrase.causes]
    stated = [phrase for phrase in named if not phrase.order]
    if all(any(names(held, wanted) for phrase in named for held in phrase.causes) for wanted in so.causes):
        return carries("cause", named[0].line if named else "")
    if other := next((phrase for phrase in stated if not fits(phrase.causes, so)), None):
        return contradicts("cause", other.line)
    if UNKNOWN in so.causes and any(phrase.vague for phrase in said.phrases):
        return carries("cause", next(phrase.line for phrase in said.phrases if phrase.vague))
    strange = next((phrase.line for phrase in said.phrases if may_tell(phrase)), None)
    return unverifiable("cause", strange) if strange else omits("cause")


def fits(named: Iterable[str], so: Situation) -> bool:
    """Whether what a phrase names can be one of the causes."""
    return any(names(held, wanted) for held in named for wanted in (*so.causes, *so.others))


def names(held: str, wanted: str) -> bool:
    """Whether a cause that the words name says what is so."""
    if held == wanted or any({held, wanted} <= kin for kin in _KIN):
        return True
    if wanted == UNKNOWN:
        return causes.class_of(held) in (UNKNOWN, CauseClass.SYSTEM)
    same = causes.class_of(held) == causes.class_of(wanted)
    one_is_class = held in causes.CLASSES or wanted in causes.CLASSES
    return same and (one_is_class or causes.class_of(wanted) in _LOOSE)


def may_tell(phrase: Phrase) -> bool:
    """Whether words that nobody knows may tell the cause: whole clauses, or what comes after "because"."""
    waits = bool(phrase.waits) and not (phrase.clause.claims or phrase.promises or phrase.vague)
    # one word that nobody knows may be what it is about; a reason takes more
    unread = (
        not phrase.understood
        or waits
        or {"because", "half a reason"} & phrase.turns
        or len(phrase.strangers) >= _A_REASON
    )
    return bool(unread) and not phrase.order and not phrase.causes


def remedy(said: Utterance, so: Situation) -> Judged | None:
    """For every cause something that can help; where nothing but trying again is offered, it must be able to help."""
    if not so.causes:
        return None
    offered = said.remedies
    if so.retry_scheduled and (told := next((p.line for p in said.phrases if "will retry" in p.promises), None)):
        return carries("remedy", told)
    if offered and all(is_helped(name, offered, so) for name in so.causes):
        return carries("remedy", offered[0].words)
    if strange := next(_may_help(said), None):
        return unverifiable("remedy", strange)
    return contradicts("remedy", offered[0].words) if offered else omits("remedy")


def _may_help(said: Utterance) -> Iterator[str]:
    """The words that may tell of a remedy which nobody here knows."""
    yield from (phrase.line for phrase in said.phrases if phrase.unknown_order or phrase.requirement)
    yield from (held.words for held in said.remedies if _is_unclear(held))
    if not said.remedies:
        yield from (phrase.line for phrase in said.strange if may_order(phrase))


def _is_unclear(held: Remedy) -> bool:
    """Whether it sends a person to somebody who is not there to help with the page (the payee, an author), or has them
    mend what nobody here knows ("Check the cable").
    """
    if held.kinds == ("ask",):
        return _HELPERS.search(held.words) is None
    return held.kinds == ("fix",) and not held.about


def is_helped(name: str, offered: Iterable[Remedy], so: Situation) -> bool:
    """Whether something offered can help against a cause."""
    return any(held.helps(_mended_by(name, so)) for held in offered)


def _mended_by(name: str, so: Situation) -> tuple[str, ...]:
    kinds = causes.mended_by(name)
    if so.retryable is None:
        return kinds
    again = ("retry", "wait")
    return (*kinds, *again) if so.retryable else tuple(kind for kind in kinds if kind not in again)


def may_order(phrase: Phrase) -> bool:
    """Whether words that nobody knows may tell a person what to do."""
    return "may order" in phrase.turns
