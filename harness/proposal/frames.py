"""Sentences that differ only in their numbers: the words that stay, and the numbers in columns."""

import re
from collections.abc import Sequence
from dataclasses import dataclass

_NUMBER = re.compile(r"\d+(?:\.\d+)?")


@dataclass(frozen=True, kw_only=True, slots=True)
class Frame:
    """``words`` stand around the numbers; ``columns`` holds each number's values, one after another.

    ``others`` are sentences that have no part in it: something else was said as well.
    """

    words: tuple[str, ...]
    columns: tuple[tuple[float, ...], ...]
    others: tuple[str, ...] = ()


def framed(values: Sequence[str]) -> Frame | None:
    """The frame of most of these sentences; None where none of them holds a number."""
    said = list(dict.fromkeys(values))
    frames = [tuple(_NUMBER.split(value)) for value in said]
    usual = max((frame for frame in frames if len(frame) > 1), key=frames.count, default=None)
    if usual is None:
        return None
    rows = [_numbers(value) for value, frame in zip(said, frames, strict=True) if frame == usual]
    others = tuple(value for value, frame in zip(said, frames, strict=True) if frame != usual)
    return Frame(words=usual, columns=tuple(zip(*rows, strict=True)), others=others)


def _numbers(text: str) -> tuple[float, ...]:
    return tuple(map(float, _NUMBER.findall(text)))


def named(words: Sequence[str], index: int) -> str:
    """The word beside a number, which names it: what follows it first, and ``of`` names nothing before a total."""
    after = words[index + 1]
    if after.startswith("%"):
        return "percent"
    following = [word for word in re.findall(r"[^\W\d_]+", after) if word != "of"]
    return next(iter(following or re.findall(r"[^\W\d_]+", words[index])[-1:]), "")
