"""What a text follows: the id of the job, a time, its title, or a sentence with numbers of the job in it."""

import re
from collections.abc import Sequence
from datetime import datetime

from harness.proposal import names
from harness.proposal.clues import Clues
from harness.proposal.counts import moment, number
from harness.proposal.frames import Frame, framed, named
from harness.proposal.guess import Guess, slot
from harness.proposal.identity import Identity

_ISO = re.compile(r"\d{4}-\d\d-\d\d[T ]\d\d:\d\d(:\d\d(\.\d+)?)?(Z|[+-]\d\d:?\d\d)?")

_ID = "\0"
"""Stands for the id while a text is read."""


def text(name: str, values: Sequence[str], clues: Clues) -> Guess | None:
    """The template that a text follows; None where it cannot be told."""
    if clues.job is not None and all(clues.job.is_in(value) for value in values):
        return _with_job(values, clues.job, clues)
    if is_time(values):
        return moment(name, "iso", len(set(values)) == 1)
    if names.means(name, names.TITLES):
        return slot("job.title", f'by its name; it was "{values[-1]}"')
    if all(value.isdigit() for value in values):
        counted = number(name, [float(value) for value in values], clues)
        return counted and Guess(f"{counted.value[:-1]} | text}}", counted.why)
    frame = framed(values)
    return None if frame is None else _sentence(frame, values, clues)


def is_time(values: Sequence[str]) -> bool:
    """Whether all of them are moments as RFC 3339 writes them, or nearly."""
    return bool(values) and all(_ISO.fullmatch(value) and _is_time(value) for value in values)


def _is_time(value: str) -> bool:
    try:
        datetime.fromisoformat(value)
    except ValueError:
        return False
    return True


def _with_job(values: Sequence[str], job: Identity, clues: Clues) -> Guess | None:
    """Texts with the id in them, and perhaps with numbers that follow the job around it."""
    held = [job.replaced(value, _ID) for value in values]
    frame = framed(held) if " " in held[0] else None
    found = None if frame is None else _sentence(frame, values, clues)
    if found is None and len(set(held)) == 1:
        found = Guess(escaped(held[0]), "the id of the job")
    return found and Guess(found.value.replace(_ID, "{job.id}"), found.why)


def _sentence(frame: Frame, values: Sequence[str], clues: Clues) -> Guess | None:
    """Words that stay around numbers that follow the job; said only once, they must have the job's total in them."""
    if len(frame.columns[0]) == 1 and clues.total not in [column[0] for column in frame.columns]:
        return None
    told = [escaped(frame.words[0])]
    for index, column in enumerate(frame.columns):
        guess = number(named(frame.words, index), column, clues) or _count(column, clues)
        if guess is None:
            return None
        told += [str(guess.value), escaped(frame.words[index + 1])]
    also = f', and also "{frame.others[0]}"' if frame.others else ""
    return Guess("".join(told), f'it was "{values[-1]}"{also}')


def _count(column: Sequence[float], clues: Clues) -> Guess | None:
    """A number that was seen once: what else could it count?"""
    is_one = len(column) == 1 and clues.total is not None and column[0] <= clues.total
    return slot("job.succeeded", "a guess") if is_one else None


def escaped(words: str) -> str:
    """Words in which braces stand for themselves."""
    return words.replace("{", "{{").replace("}", "}}")
