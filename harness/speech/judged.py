"""The answer on one slot, guard or lint, with the sentence that gave it; and on a whole utterance."""

from collections.abc import Iterable
from dataclasses import dataclass

from harness.speech.acts import Said

WRONG = frozenset((Said.OMITS, Said.CONTRADICTS, Said.OVERCLAIMS))


@dataclass(frozen=True, kw_only=True, slots=True)
class Judged:
    """``name`` is that of a slot, a guard or a lint; ``text`` the sentence that gave the answer, "" where none did."""

    name: str
    said: Said
    text: str = ""

    @property
    def is_wrong(self) -> bool:
        """Whether the page is to be blamed for it."""
        return self.said in WRONG


def carries(name: str, text: str = "") -> Judged:
    """It is said, and so."""
    return Judged(name=name, said=Said.CARRIES, text=text)


def omits(name: str) -> Judged:
    """It is not said."""
    return Judged(name=name, said=Said.OMITS)


def contradicts(name: str, text: str) -> Judged:
    """Something else is said."""
    return Judged(name=name, said=Said.CONTRADICTS, text=text)


def overclaims(name: str, text: str) -> Judged:
    """More is said than is so."""
    return Judged(name=name, said=Said.OVERCLAIMS, text=text)


def unverifiable(name: str, text: str) -> Judged:
    """Something is said that may be it, and nobody could read it."""
    return Judged(name=name, said=Said.UNVERIFIABLE, text=text)


def wrong_in(answers: Iterable[Judged]) -> tuple[str, ...]:
    """The names of what is wrong."""
    return tuple(dict.fromkeys(held.name for held in answers if held.is_wrong))


def is_unverifiable(answers: Iterable[Judged]) -> bool:
    """Whether nothing is wrong, and something could not be read."""
    held = tuple(answers)
    return not wrong_in(held) and any(one.said is Said.UNVERIFIABLE for one in held)
