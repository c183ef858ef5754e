"""What a page offers to do: the controls in its body that can be pressed, by their names."""

import re

from harness.facts.case import Case
from harness.facts.context import in_body
from harness.facts.tree import Tree
from harness.microcopy.english import ENGLISH

_BUTTONS = frozenset(("button", "menuitem"))
_LEADS_BACK = re.compile(r"(?:cancel|stop|abort|close|dismiss|hide|back|ok|okay|got it)\b")


def ways_on(case: Case, tab: int, at_ms: float) -> list[str]:
    """The names of the controls by which a person can go on from what is shown: each button that does more than close
    or cancel something, each link that begins with a verb.
    """
    tree = case.screen.tree(tab, at_ms)
    return [
        name for nid in tree.nodes if _stands(tree, nid) and (name := _name(tree, nid)) and _leads_on(tree, nid, name)
    ]


def _stands(tree: Tree, nid: str) -> bool:
    return tree.nodes[nid].get("enabled") is not False and in_body(tree, nid)


def _name(tree: Tree, nid: str) -> str:
    named = tree.nodes[nid].get("name")
    return str(named or tree.full_text(nid)) if tree.role(nid) in (*_BUTTONS, "link") else ""


def _leads_on(tree: Tree, nid: str, name: str) -> bool:
    words = name.lower()
    if tree.role(nid) in _BUTTONS:
        return _LEADS_BACK.match(words) is None and "expanded" not in tree.nodes[nid]
    first = next(iter(re.findall(r"[a-z-]+", words)), "")
    return first in ENGLISH.imperatives and _LEADS_BACK.match(words) is None
