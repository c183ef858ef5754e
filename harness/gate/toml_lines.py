"""Where in a TOML file a value stands: tomllib reads values and forgets their lines."""

import re
from collections.abc import Iterator

from harness.scenario.checks import Place

Path = tuple[str, ...]
_HEADER = re.compile(r"\s*\[\s*([^\[\]]+?)\s*\]\s*(?:#.*)?$")
_KEY = re.compile(r"""\s*((?:[\w-]+|"[^"]*"|'[^']*')(?:\s*\.\s*(?:[\w-]+|"[^"]*"|'[^']*'))*)\s*=""")
_WORD = re.compile(r"""[\w-]+|"[^"]*"|'[^']*'""")


def locate(text: str, place: Place) -> tuple[int, str]:
    """The line, from 1, of a place in the file, and the last key on the way to it (empty at the top).

    What stands inside a value (a list, a table in braces) is looked for from the line of its key onwards, as it is
    written there. A key that is missing has the line of the table it belongs to.
    """
    keys = [str(step) for step in place]
    found = [(path, line) for path, line in _paths(text) if path == tuple(keys[: len(path)])]
    path, line = max(found, key=lambda one: len(one[0]), default=((), 1))
    if not path:
        return 1, ""
    inside = (_inside(text, line, word) for word in reversed(keys[len(path) :]))
    number, key = next((one for one in inside if one is not None), (line, None))
    return number, key or path[-1]


def _paths(text: str) -> Iterator[tuple[Path, int]]:
    """Each table and each key of the file, with its line."""
    table: Path = ()
    for number, line in enumerate(text.splitlines(), 1):
        if header := _HEADER.match(line):
            table = _words(header[1])
            yield table, number
        elif key := _KEY.match(line):
            yield (*table, *_words(key[1])), number


def _words(dotted: str) -> Path:
    return tuple(word.strip("\"'") for word in _WORD.findall(dotted))


def _inside(text: str, line: int, word: str) -> tuple[int, str | None] | None:
    """The line of a word inside the value that begins at that line, and the word itself where it is a key there."""
    for number, held in enumerate(text.splitlines()[line - 1 :], line):
        if number > line and (_HEADER.match(held) or _KEY.match(held)):
            return None
        value = held.partition("=")[2] or held
        if found := re.search(rf"(?<![\w-]){re.escape(word)}(?![\w-])(\s*=)?", value):
            return number, word if found[1] else None
    return None
