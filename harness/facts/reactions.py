"""When a tab first showed anything that a person could take for the answer to a press."""

import re
from collections.abc import Iterator

from harness.facts.tree import Node, Tree
from harness.trace.records import Page, Press, ScreenDelta
from harness.trace.trial import Trial

_STATES = ("name", "enabled", "checked", "expanded", "current")
_BEGIN = frozenset(("open", "reload", "navigate"))

Look = tuple[object, ...]


class Reactions:
    """One tab's screen, looked at right before a press and after it."""

    def __init__(self, trial: Trial, tab: int) -> None:
        self._tab = tab
        self._documents = [page for page in trial.pages if page.tab == tab and page.cause in _BEGIN]
        self._deltas = [delta for delta in trial.screens if delta.tab == tab]
        self._spoken = [held.at_ms for held in trial.announcements if held.tab == tab]

    def first_after(self, press: Press, until_ms: int) -> int | None:
        """When the page first looked another way than before the press, spoke, or turned; None if not until then.

        Numbers that go on counting are no answer, unless they stand in what was pressed.
        """
        before, tree, url = None, Tree(), ""
        for event in self._events(until_ms):
            if before is None and event.at_ms >= press.at_ms:
                before = _look(tree, press.node), url
            if isinstance(event, Page):
                tree, url = Tree(), event.url
                if event.at_ms >= press.at_ms:
                    return event.at_ms
                continue
            tree.apply(event)
            url = event.url or url
            if event.at_ms >= press.at_ms and (_look(tree, press.node), url) != before:
                return self._or_spoken(press.at_ms, event.at_ms)
        return self._or_spoken(press.at_ms, None, until_ms)

    def _events(self, until_ms: int) -> Iterator[Page | ScreenDelta]:
        events: list[Page | ScreenDelta] = [*self._documents, *self._deltas]
        events.sort(key=lambda event: (event.at_ms, isinstance(event, ScreenDelta)))
        return (event for event in events if event.at_ms <= until_ms)

    def _or_spoken(self, from_ms: int, seen_ms: int | None, until_ms: int | None = None) -> int | None:
        last_ms = seen_ms if seen_ms is not None else until_ms
        said = (at_ms for at_ms in self._spoken if from_ms <= at_ms and (last_ms is None or at_ms <= last_ms))
        return min(said, default=seen_ms)

    def control(self, press: Press) -> Node | None:
        """The pressed control as it looked right before the press."""
        tree = Tree()
        for event in self._events(press.at_ms - 1):
            if isinstance(event, Page):
                tree = Tree()
            else:
                tree.apply(event)
        return tree.nodes.get(press.node or "")


def _look(tree: Tree, control: str | None) -> Look:
    """What a person sees in words and states: the whole page with its numbers left out, and the control with them."""
    return tuple(_seen(tree, "1")), tuple(_seen(tree, control, exact=True)) if control else ()


def _seen(tree: Tree, nid: str, *, exact: bool = False) -> Iterator[object]:
    node = tree.nodes.get(nid)
    if node is None:
        return
    yield node.get("role"), *(_plain(node.get(state), exact=exact) for state in _STATES)
    for kid in node.get("kids", ()):
        if isinstance(kid, str):
            yield _plain(kid, exact=exact)
        else:
            yield from _seen(tree, str(kid), exact=exact)


def _plain(value: object, *, exact: bool) -> object:
    return re.sub(r"\d+", "#", value) if isinstance(value, str) and not exact else value
