"""What a short text is called by what stands beside it: a term, a column's header, the caption of a tile."""

import re

from harness.facts.tree import Tree

_NUMERIC = re.compile(r"^[\s\d.,/%–—-]*\d[\s\d.,/%]*(?:of[\s\d.,/%]+)?$")
_LONGEST = 40
_TILE_WORDS = 2
ITEM_HEADERS = frozenset(
    (
        "sku",
        "name",
        "price",
        "item",
        "product",
        "file",
        "row",
        "reason",
        "cause",
        "error",
        "category",
        "customer",
        "message",
        "why",
        "what to do",
    )
)


def is_numeric(text: str) -> bool:
    """Whether the text is a number and nothing else: ``124``, ``124 / 500``, ``62 %``."""
    return _NUMERIC.match(text) is not None


def is_tile(text: str) -> bool:
    """Whether the text is one figure with at most a word or two about it: ``124``, ``Done 20 (25 %)``."""
    return len(re.findall(r"[^\W\d_]+", text)) <= _TILE_WORDS


def label_of(tree: Tree, nid: str, text: str) -> str:
    """The label of a node's text; empty where it has none or needs none."""
    role = tree.role(nid)
    for at in (nid, *tree.ancestors(nid)):
        held = tree.role(at)
        if held == "definition":
            return _term(tree, at)
        if held in ("cell", "gridcell"):
            return _header(tree, at) if len(text) <= _LONGEST else ""
        if held in ("row", "listitem", "list", "table", "main", "region", "article"):
            break
    if role == "heading" or not is_numeric(text):
        return ""
    return _sibling(tree, nid)


def _term(tree: Tree, nid: str) -> str:
    parent = tree.parents.get(nid)
    if parent is None:
        return ""
    label = ""
    for kid in tree.kids(parent):
        if kid == nid:
            return label
        if tree.role(kid) == "term":
            label = tree.full_text(kid)
    return label


def _header(tree: Tree, nid: str) -> str:
    row = next((at for at in tree.ancestors(nid) if tree.role(at) == "row"), None)
    if row is None:
        return ""
    index = next((i for i, kid in enumerate(tree.kids(row)) if kid == nid or nid in tree.kids(kid)), None)
    columns = headers(tree, row)
    if columns and index is not None and index < len(columns):
        return columns[index]
    header = next((kid for kid in tree.kids(row) if tree.role(kid) == "rowheader"), None)
    if header is None and len(tree.kids(row)) == 2:
        header = tree.kids(row)[0]
    return tree.full_text(header) if header not in (None, nid) else ""


def headers(tree: Tree, row: str) -> list[str]:
    """The column headers of the table that a row stands in."""
    table = next((at for at in tree.ancestors(row) if tree.role(at) in ("table", "grid", "treegrid")), None)
    return _columns(tree, table) if table else []


def _columns(tree: Tree, nid: str) -> list[str]:
    for kid in tree.kids(nid):
        role = tree.role(kid)
        if role == "row":
            cells = [cell for cell in tree.kids(kid) if tree.role(cell) == "columnheader"]
            return [tree.full_text(cell) for cell in tree.kids(kid)] if cells else []
        if role in ("rowgroup", "generic") and (found := _columns(tree, kid)):
            return found
    return []


def _sibling(tree: Tree, nid: str) -> str:
    """The one other short text in the smallest container: tiles and stat blocks."""
    for at in tree.ancestors(nid):
        others = [text for holder, text in tree.leaves(at, most=6) if holder != nid]
        if len(others) == 1 and len(others[0]) <= _LONGEST and not re.search(r"\d", others[0]):
            return others[0]
        if others:
            return ""
    return ""
