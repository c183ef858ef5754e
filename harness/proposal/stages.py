"""Documents of a job that waits, goes on, or has ended: a back end may tell each in another shape."""

from collections.abc import Sequence
from typing import Any

from harness.proposal import names
from harness.proposal.frames import framed
from harness.proposal.shape import ABSENT, Place, is_number, whole
from harness.proposal.state_words import StateWord, meaning
from harness.told.vocabulary import ENDS

WAITING, LIVE, ENDED = "waiting", "live", "ended"


def stage(document: Any, states: dict[str, StateWord], state_name: str) -> str | None:
    """Where the job was when the document was told; None where it does not say."""
    ours = {one.word: ours for ours, one in states.items()}
    found: str | None = None
    for leaf in whole([document]).leaves():
        [value] = leaf.values
        if leaf.name == state_name and isinstance(value, str):
            word = ours.get(value) or meaning(value)
            return ENDED if word in ENDS else WAITING if word == "queued" else LIVE
        if isinstance(value, bool) and names.means(leaf.name, names.ENDED):
            found = ENDED if value else LIVE
    return found


def by_stage(documents: Sequence[Any], states: dict[str, StateWord], state_name: str) -> dict[str | None, list[Any]]:
    """The documents, sorted by where the job was, those of the end first."""
    sorted_out: dict[str | None, list[Any]] = {}
    for document in documents:
        sorted_out.setdefault(stage(document, states, state_name), []).append(document)
    return {one: sorted_out[one] for one in (ENDED, WAITING, LIVE, None) if one in sorted_out}


def differs(usual: Sequence[Any], other: Sequence[Any], state_name: str) -> bool:
    """Whether the other documents have another shape than the usual ones, and not just other numbers."""
    return _differs(whole(usual), whole(other), state_name)


def _differs(usual: Place, other: Place, state_name: str) -> bool:
    if usual.is_object and other.is_object:
        theirs = {one.name: one for one in other.fields()}
        ours = {one.name: one for one in usual.fields()}
        return ours.keys() != theirs.keys() or any(_differs(ours[name], theirs[name], state_name) for name in ours)
    if usual.name == state_name or usual.is_list or other.is_list:
        return False
    return _leaf_differs(usual, other)


def _leaf_differs(usual: Place, other: Place) -> bool:
    ours, theirs = usual.there, other.there
    if not theirs or any(isinstance(value, bool) for value in theirs):
        return False
    if not ours:
        return all(isinstance(value, str) and " " in value for value in theirs) and ABSENT not in usual.values
    if all(map(is_number, (*ours, *theirs))):
        return len(ours) > 1 and min(ours) == max(ours) > 0 and max(theirs) != max(ours)
    return _says_otherwise([str(value) for value in ours], [str(value) for value in theirs])


def _says_otherwise(ours: Sequence[str], theirs: Sequence[str]) -> bool:
    """Whether these sentences have nothing of those but numbers."""
    frame = framed(ours)
    if frame is None or len(frame.columns[0]) == 1:
        return False
    return all((one := framed([said])) is None or one.words != frame.words for said in theirs)
