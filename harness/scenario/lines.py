"""Where in a YAML file a value stands."""

from typing import Any

from harness.scenario.checks import Place


def locate(tree: Any, place: Place) -> tuple[int, str]:
    """The line, from 1, of a place in the file, and the last key on the way to it (empty at the top)."""
    line, key, node = 1, "", tree
    for step in place:
        if isinstance(node, dict) and step in node:
            line, key = _line_of_key(node, step, line), str(step)
        elif isinstance(node, list) and isinstance(step, int) and step < len(node):
            line = _line_of_item(node, step, line)
        else:
            continue
        node = node[step]
    return line, key


def _line_of_key(node: Any, key: str | int, otherwise: int) -> int:
    try:
        return int(node.lc.key(key)[0]) + 1
    except (AttributeError, KeyError, TypeError):
        return otherwise


def _line_of_item(node: Any, index: int, otherwise: int) -> int:
    try:
        return int(node.lc.item(index)[0]) + 1
    except (AttributeError, KeyError, TypeError):
        return otherwise
