"""Overclaims: words that claim much, and the fact that licenses each."""

from collections.abc import Callable

from harness.microcopy.reading import Kind
from harness.microcopy.remarks import SOON_S, promised
from harness.microcopy.utterance import Phrase, Utterance
from harness.speech.acts import Act
from harness.speech.judged import Judged, carries, overclaims
from harness.speech.situation import Situation
from harness.speech.states import tells_handing_in

_GOING_ON = frozenset((Act.STARTED, Act.WAITING, Act.WORKING, Act.STALLED, Act.RETRYING, Act.CANCELLING))
_OF_THE_PAGE = frozenset((Act.OFFLINE, Act.BACK))
ALMOST = 0.9

License = Callable[[Utterance, Phrase, Situation], bool | None]


def guards(said: Utterance, so: Situation) -> list[Judged]:
    """Each claim that is made, and whether it is licensed; one of which the fact is not known is left out."""
    answers: dict[str, Judged] = {}
    for phrase in said.phrases:
        for promise in _promises(phrase, said):
            licensed = LICENSES[promise](said, phrase, so)
            name = promise.replace(" ", "-")
            if licensed is False:
                answers[name] = overclaims(name, phrase.line)
            elif licensed:
                answers.setdefault(name, carries(name, phrase.line))
    return list(answers.values())


def _promises(phrase: Phrase, said: Utterance) -> tuple[str, ...]:
    """The guards whose words it says; an ending that is called complete is one without further words."""
    line = " ".join(phrase.line.split())
    ends = phrase.clause.claims and any(
        held.kind is Kind.ENDED and held.word in ("succeeded", "completed") and held.text == line
        for held in said.readings
    )
    return tuple(dict.fromkeys((*promised(phrase, said), *(("complete",) if ends and not phrase.order else ()))))


def _all(said: Utterance, phrase: Phrase, so: Situation) -> bool | None:
    """Nothing failed, was skipped or is left."""
    if so.act in _OF_THE_PAGE | {Act.STARTED, Act.WAITING} or _takes_back(said, phrase, so):
        return None
    return so.act is Act.SUCCEEDED and not so.failed and not so.skipped and not so.left


def _complete(said: Utterance, phrase: Phrase, so: Situation) -> bool | None:
    """It succeeded, or what failed is told in the same breath."""
    if so.act in _OF_THE_PAGE or tells_handing_in(phrase, so):
        return None
    if so.act is Act.SUCCEEDED:
        return True
    if _takes_back(said, phrase, so) or ("complete" not in phrase.promises and _stopped(said, phrase, so)):
        return None
    counted = [held for held in said.readings if held.kind is Kind.COUNT and held.value is not None]
    if so.act is Act.WORKING and phrase.has_number:
        return None
    if so.act in (Act.MIXED, Act.FAILED):
        told = so.failed in said.loose or any(held.word == "failed" and held.value == so.failed for held in counted)
        return told or (so.act is Act.FAILED and any(held.causes for held in said.phrases)) or _partial(said)
    return False


def _takes_back(said: Utterance, phrase: Phrase, so: Situation) -> bool:
    """ "All that had been copied was removed again" boasts of nothing."""
    beside = (held for held in said.phrases if held.line == phrase.line)
    return so.act is Act.CANCELLED and any("undone" in held.turns for held in beside)


def _stopped(said: Utterance, phrase: Phrase, so: Situation) -> bool:
    """ "Cancelled. 5 of 20 were published": in the same breath, it is no claim that the job ended well."""
    beside = (held for held in said.phrases if held.line == phrase.line)
    return so.act is Act.CANCELLED and any("cancelled" in held.turns for held in beside)


def _partial(said: Utterance) -> bool:
    return any(held.kind is Kind.ENDED and held.word == "partial" for held in said.readings)


def _nothing_changed(said: Utterance, phrase: Phrase, so: Situation) -> bool | None:
    """Nothing was kept."""
    if so.kept is not None:
        return so.kept == 0
    if so.succeeded is not None and so.act in (Act.MIXED, Act.FAILED):
        return so.succeeded == 0
    return None


def _will_retry(said: Utterance, phrase: Phrase, so: Situation) -> bool | None:
    """An attempt is scheduled."""
    if so.act in _OF_THE_PAGE:
        return None
    if so.retry_scheduled is not None:
        return so.retry_scheduled
    return True if so.act is Act.RETRYING else None if so.act in _GOING_ON else False


def _safe_to_close(said: Utterance, phrase: Phrase, so: Situation) -> bool | None:
    """It goes on without the page."""
    return so.survives_disconnect if so.act in _GOING_ON else None


def _soon(said: Utterance, phrase: Phrase, so: Situation) -> bool | None:
    """At most 10 s are left, or nine tenths are done."""
    if so.act not in _GOING_ON or phrase.order:
        return None
    wait_s = {Act.RETRYING: so.next_s, Act.WAITING: so.starts_in_s}.get(so.act, so.remaining_s)
    if wait_s is not None:
        return wait_s <= SOON_S or (so.share is not None and so.share >= ALMOST)
    return None if so.share is None or so.share >= ALMOST else False


LICENSES: dict[str, License] = {
    "all": _all,
    "complete": _complete,
    "nothing changed": _nothing_changed,
    "will retry": _will_retry,
    "safe to close": _safe_to_close,
    "soon": _soon,
}
"""guard -> whether what is so licenses it; None where that is not known"""
