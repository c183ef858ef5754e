"""What a back end tells: slots by name, and those words of theirs that can be told from all others."""

from collections.abc import Callable
from typing import Any

from harness.told.formats import Sort
from harness.told.slots import Slot


def told_apart(slot: Slot, tell: Callable[[str], Any]) -> set[str]:
    """``job.state:retrying`` for each word of the slot of which ``tell`` gives what it gives of no other."""
    words = slot.words.words if slot.words is not None else ()
    said = [tell(word) for word in words]
    return {f"{slot.name}:{word}" for word, one in zip(words, said, strict=True) if said.count(one) == 1}


def asked_of(slot: Slot) -> str:
    """What a condition tells of its slot: a word or a flag as it is; of a number or a moment, ``job.failed:``, not
    which it is.
    """
    return slot.name if slot.words is not None or slot.sort is Sort.FLAG else f"{slot.name}:"
