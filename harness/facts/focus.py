"""Where the keyboard's focus was moved by the page itself."""

from dataclasses import dataclass

from harness.facts.case import Case
from harness.facts.tree import Tree
from harness.trace.records import Page, ScreenDelta

OF_A_PRESS_MS = 1_000
"""So soon after the person did something, a move of the focus is part of the answer."""


@dataclass(frozen=True, kw_only=True, slots=True)
class Move:
    """The focus went to a node that bears these words, and the person had done nothing."""

    at_ms: int
    words: str


def moves(case: Case, tab: int) -> list[Move]:
    """Every move of the focus in the tab that the page made of its own. None of them: the first in a document, one that
    goes with a turn to another address, and one from an element that is gone, or disabled.
    """
    found: list[Move] = []
    tree, focus, turned_ms = Tree(), "", -OF_A_PRESS_MS
    for event in _events(case, tab):
        if isinstance(event, Page):
            tree, focus = Tree(), ""
            continue
        is_first = not tree.nodes
        tree.apply(event)
        turned_ms = event.at_ms if event.url is not None else turned_ms
        if event.focus is None or event.focus == focus:
            continue
        left, focus = focus, event.focus
        excused = is_first or event.at_ms - turned_ms < OF_A_PRESS_MS or _did(case, tab, event.at_ms)
        if not excused and _stood(tree, left):
            found.append(Move(at_ms=event.at_ms, words=tree.full_text(focus)))
    return found


def _events(case: Case, tab: int) -> list[Page | ScreenDelta]:
    pages = [page for page in case.pages if page.tab == tab and page.cause in ("open", "reload", "navigate")]
    deltas = [delta for delta in case.trial.screens if delta.tab == tab]
    return sorted([*pages, *deltas], key=lambda event: (event.at_ms, isinstance(event, ScreenDelta)))


def _stood(tree: Tree, nid: str) -> bool:
    """Whether what had the focus, or the page itself, could have kept it."""
    return not nid or (nid in tree.nodes and tree.nodes[nid].get("enabled") is not False)


def _did(case: Case, tab: int, at_ms: int) -> bool:
    did = [step.at_ms for step in case.steps if step.tab == tab]
    did += [press.at_ms for press in case.presses if press.tab == tab]
    return any(0 <= at_ms - done_ms <= OF_A_PRESS_MS for done_ms in did)
