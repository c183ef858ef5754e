"""Words that claim much: all, successfully, nothing changed, we will retry, safe to close, in a few seconds."""

import re
from functools import lru_cache

from harness.microcopy.english import ENGLISH
from harness.microcopy.lists import WordLists
from harness.microcopy.reading import Heard

GUARDS = ("all", "complete", "nothing changed", "will retry", "safe to close", "soon")
_OF_NOW = frozenset(("all", "complete", "nothing changed"))
"""What must be so at the moment; the others speak of what is to come, or may be done."""
_DENIED = re.compile(
    r"(?:n't|\b(?:not|never|no longer|cannot|nearly|almost|unless|whether|if|until|once|when|before|after))"
    r"(?: \w+){0,2}$"
)
_BUT = re.compile(r"\b(?:but|except|apart from|other than|save for|all but)\b")


@lru_cache(maxsize=20_000)
def promises_in(clause: Heard, lists: WordLists) -> tuple[str, ...]:
    """The guards whose words a clause says, as its own: no question, no condition, no denial."""
    if "?" in clause.end:
        return ()
    return tuple(guard for guard in GUARDS if _says(guard, clause, lists))


def _says(guard: str, clause: Heard, lists: WordLists) -> bool:
    text = f"{clause.label}: {clause.text}" if clause.label else clause.text
    if guard in _OF_NOW:
        match = re.search(ENGLISH.subordinate, text)
        text = text[: match.start()] if match else text
        if re.search(ENGLISH.silent, text):
            return False
    match = lists.promises[guard].search(text)
    if match is None or (guard == "all" and _BUT.search(text)):
        return False
    return _DENIED.search(text[: match.start()].rstrip()) is None
