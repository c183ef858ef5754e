"""Which attempt a clause names: ``attempt 2 of 3``, ``the second try``, ``on retry 2``."""

import re

ATTEMPT = re.compile(
    r"\b(?:attempt|try|retry|(?:re-?run|restart|repetition|replay|redelivery)(?= (?:number )?#?<n\d+> of))"
    r"(?: number)? #?(<n\d+>)(?: of (<n\d+>))?|(<n\d+>) of (<n\d+>) (?:attempts|tries|retries)\b"
)
TRY = r"(?:attempt|try|retry|go)\b"
_AT_ITS_END = re.compile(
    r" (?:on|at|in|with) (?:the |its )?(?:attempt|try|\w+ (?:attempt|try))(?: <n\d+>(?: of <n\d+>)?)?$"
)


def without_attempt(shape: str) -> str:
    """``published on attempt <n0>`` -> ``published``."""
    return _AT_ITS_END.sub("", shape)


def names_attempt(shape: str) -> bool:
    """Whether the clause tells which attempt of how many it is."""
    match = ATTEMPT.search(shape)
    return match is not None and (match[2] or match[4]) is not None
