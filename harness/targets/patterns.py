"""Can a pattern of a name be read? The page reads it as JavaScript does: only what no dialect takes is wrong here."""

import re

_SURE = (
    "bad escape (end of pattern)",
    "missing )",
    "multiple repeat",
    "nothing to repeat",
    "unbalanced parenthesis",
    "unknown extension",
    "unterminated",
)
_AS_PYTHON = (("(?<!", "(?<!"), ("(?<=", "(?<="), ("(?<", "(?P<"), ("[^]", "."), ("[]", "(?!)"))
"""JavaScript's way to write it, and Python's; the first two are no group with a name."""
_TOKEN = re.compile("|".join(re.escape(written) for written, _ in _AS_PYTHON))
_FLAGS = re.compile(r"\(\?[a-zA-Z]+\)")


def trouble_with(pattern: str) -> str | None:
    """What is wrong with it, None where nothing is for sure."""
    if flags := _FLAGS.match(pattern):
        return f"JavaScript has no {flags[0]}, and letter case does not count here: leave it out"
    try:
        re.compile(_TOKEN.sub(lambda token: dict(_AS_PYTHON)[token[0]], pattern))
    except re.error as error:
        if error.msg.startswith(_SURE):
            return f"{error.msg}: mend it, or write a backslash before a sign that stands for itself"
    return None
