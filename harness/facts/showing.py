"""What stands on a tab at one moment about one run: its texts with their places, and the controls beside them."""

from collections.abc import Iterator
from dataclasses import dataclass

from harness.core.words import RunKey
from harness.facts.context import is_item, names_cause
from harness.facts.jobwords import JobWords
from harness.facts.labels import is_numeric, label_of
from harness.facts.lens import Lens
from harness.facts.tree import INLINE, Tree
from harness.trace.records import Page, ScreenDelta
from harness.trace.trial import Trial

_CONTROLS = frozenset(("button", "link", "menuitem"))
_GROUPS = frozenset(("listitem", "row", "group", "article", "generic", "figure", "region", "definition", "cell"))
_FRAME = frozenset(("banner", "navigation", "contentinfo"))
_ROWS = frozenset(("row", "listitem"))


@dataclass(frozen=True, kw_only=True, slots=True)
class Line:
    """One text, and what it says ``plain``, where a target file taught that. ``path``: the nodes above it, the nearest
    first. ``item``: its row is about one item or one cause.
    """

    text: str
    plain: str
    node: str
    role: str
    path: tuple[str, ...]
    item: bool


@dataclass(frozen=True, kw_only=True, slots=True)
class Showing:
    """``brief``: the run is told of in rows of a list alone, each in brief. ``named``: its title stands there by
    itself, which is no line; ``headed``: as a heading.
    """

    lines: tuple[Line, ...]
    controls: tuple[str, ...]
    brief: bool
    named: bool
    headed: bool

    def beside(self, line: Line, most: int) -> tuple[Line, ...]:
        """The other lines in the smallest part around a line that holds any, at most so many steps up."""
        for at in line.path[:most]:
            others = tuple(held for held in self.lines if held.node != line.node and at in held.path)
            if others:
                return others
        return ()


def showing(trial: Trial, tab: int, at_ms: float, run: RunKey, words: JobWords) -> Showing:
    """What the tab shows of the run at that moment."""
    tree, url = tree_at(trial, tab, at_ms)
    lens = Lens(words)
    lens.url = url
    lens.regions.note(tree, set(tree.nodes))
    mine = [nid for nid in _nodes(tree) if _is_of(tree, nid, run, lens, int(at_ms))]
    lines = tuple(line for nid in mine if (line := _line(tree, nid, words)) is not None)
    controls = tuple(words.taught.plainly(name) for nid in mine if (name := _control(tree, nid)))
    held = [at for at, jobs in lens.regions.containers.items() if run.job in jobs]
    brief = bool(held) and all(tree.role(at) in _ROWS for at in held)
    titles = [tree.role(nid) for nid in mine if run.job in words.lowered.get(tree.own_text(nid).lower(), ())]
    return Showing(lines=lines, controls=controls, brief=brief, named=bool(titles), headed="heading" in titles)


def tree_at(trial: Trial, tab: int, at_ms: float) -> tuple[Tree, str]:
    """The tab's tree and address at that moment."""
    tree, url = Tree(), ""
    for event in _events(trial, tab, at_ms):
        if isinstance(event, Page):
            tree, url = Tree(), event.url
        else:
            tree.apply(event)
            url = event.url or url
    return tree, url


def _events(trial: Trial, tab: int, at_ms: float) -> list[Page | ScreenDelta]:
    began = ("open", "reload", "navigate", "close", "unreachable")
    held: list[Page | ScreenDelta] = [page for page in trial.pages if page.cause in began]
    held += trial.screens
    mine = (event for event in held if event.tab == tab and event.at_ms <= at_ms)
    return sorted(mine, key=lambda event: (event.at_ms, isinstance(event, ScreenDelta)))


def _nodes(tree: Tree) -> Iterator[str]:
    """Every node that hangs on the root, in reading order."""
    stack = ["1"]
    while stack:
        nid = stack.pop()
        if nid in tree.nodes:
            yield nid
            stack += reversed(tree.kids(nid))


def _is_of(tree: Tree, nid: str, run: RunKey, lens: Lens, at_ms: int) -> bool:
    """Whether the node stands in the run's part of the page, or its page names no job apart."""
    if any(tree.role(at) in _FRAME for at in (nid, *tree.ancestors(nid))):
        return False
    jobs = lens.regions.of(tree, nid)
    if jobs:
        return lens.run_of(jobs, at_ms) == run
    return lens.run_of((), at_ms) == run or lens.run_of(lens.words.in_address(lens.url), at_ms) == run


def _line(tree: Tree, nid: str, words: JobWords) -> Line | None:
    inline = tree.role(nid) in INLINE and tree.holder(nid) != nid and tree.own_text(tree.parents[nid])
    above = tuple(tree.ancestors(nid))
    text = tree.own_text(nid)
    if not text or inline or any(tree.role(at) in _CONTROLS for at in (nid, *above)):
        return None
    item = is_item(tree, nid, words)
    if text.lower() in words.items or text in words.titles:
        return None
    label = label_of(tree, nid, text) if is_numeric(text) else ""
    shown = f"{label}: {text}" if label else text
    path = tuple(at for at in above if tree.role(at) in _GROUPS)
    return Line(
        text=shown,
        plain=words.taught.plainly(shown),
        node=nid,
        role=tree.role(nid),
        path=path,
        item=item or names_cause(text),
    )


def _control(tree: Tree, nid: str) -> str:
    node = tree.nodes[nid]
    if node.get("role") not in _CONTROLS or node.get("enabled") is False:
        return ""
    return str(node.get("name") or tree.full_text(nid))
