"""A guess, and why: the lines of the target file that is proposed."""

from dataclasses import dataclass
from typing import Any


@dataclass(frozen=True, slots=True)
class Guess:
    """``value`` is what stands in the file: a scalar, or an object or a list of guesses. ``why`` becomes a comment.

    ``lost``: it could not be found what this follows; it is told as it was last seen.
    """

    value: Any
    why: str = ""
    lost: bool = False


def slot(name: str, why: str) -> Guess:
    """A slot of the template language."""
    return Guess(f"{{{name}}}", why)
