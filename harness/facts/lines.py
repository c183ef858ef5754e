"""What a page says, in reading order: a line for each thing that a person reads as one.

A sentence keeps its links and emphasis, a row of a table is one line, a bar says its value. Nothing is judged here.
"""

from collections.abc import Iterator
from dataclasses import dataclass

from harness.facts.tree import COMMANDS, INLINE, Node, Tree
from harness.trace.records import Page, ScreenDelta
from harness.trace.trial import Trial

MOST_LINES = 400
LONGEST = 1_000
NEW_DOCUMENT = ("open", "reload", "navigate")
NO_DOCUMENT = ("close", "unreachable")
_FLOWING = INLINE | {"link", "generic"}


@dataclass(frozen=True, kw_only=True, slots=True)
class Line:
    """One line. ``note`` says what a control states beside its words; ``nodes`` are those whose words it holds."""

    role: str
    text: str
    note: str = ""
    nodes: tuple[str, ...] = ()


@dataclass(frozen=True, kw_only=True, slots=True)
class Shown:
    """A tab as it could be read from a moment on. ``document`` counts the tab's documents; no lines: it shows none."""

    at_ms: int
    document: int
    url: str
    title: str
    lines: tuple[Line, ...]


class Lines:
    """The lines of one document; after a change only what holds it is read again."""

    def __init__(self) -> None:
        self._tree = Tree()
        self._held: dict[str, tuple[Line, ...]] = {}

    def apply(self, delta: ScreenDelta) -> None:
        """Take in a change."""
        for nid in self._tree.apply(delta):
            self._held.pop(nid, None)
            for above in self._tree.ancestors(nid):
                self._held.pop(above, None)

    def all(self) -> tuple[Line, ...]:
        """Every line, at most so many; the last one then says how many more there are."""
        lines = self._of("1")
        if len(lines) <= MOST_LINES:
            return lines
        return *lines[:MOST_LINES], Line(role="more", text=f"and {len(lines) - MOST_LINES} more lines")

    def _of(self, nid: str) -> tuple[Line, ...]:
        held = self._held.get(nid)
        if held is None:
            held = self._held[nid] = tuple(self._read(nid))
        return held

    def _read(self, nid: str) -> Iterator[Line]:
        node = self._tree.nodes.get(nid)
        if node is None:
            return
        if node.get("role") == "row":
            yield from self._row(nid)
        elif self._speaks(node):
            yield from self._sentence(nid, node)
        else:
            if text := _unspoken(node):
                yield _line(node, text, (nid,))
            for kid in self._tree.kids(nid):
                yield from self._of(kid)

    def _speaks(self, node: Node) -> bool:
        """Whether the node has words of its own, or nothing but parts of a sentence."""
        kids = node.get("kids", ())
        if any(isinstance(kid, str) and kid.strip() for kid in kids):
            return True
        return bool(kids) and all(not isinstance(kid, str) and self._tree.role(str(kid)) in INLINE for kid in kids)

    def _sentence(self, nid: str, node: Node) -> Iterator[Line]:
        words, nodes, rest = self._flow(nid)
        yield _line(node, " ".join(words), tuple(nodes))
        for kid in rest:
            yield from self._of(kid)

    def _flow(self, nid: str) -> tuple[list[str], list[str], list[str]]:
        """The words of a node with those of its inline parts, the nodes that hold them, and the parts that stand
        alone."""
        words, nodes, rest = [], [nid], list[str]()
        for kid in self._tree.nodes[nid].get("kids", ()):
            if isinstance(kid, str):
                words.append(kid.strip())
            elif self._flows(str(kid)):
                inner = self._flow(str(kid))
                words, nodes = words + inner[0], nodes + inner[1]
            else:
                rest.append(str(kid))
        return [word for word in words if word], nodes, rest

    def _flows(self, nid: str) -> bool:
        kids = self._tree.nodes.get(nid, {}).get("kids", ())
        return self._tree.role(nid) in _FLOWING and all(isinstance(kid, str) or self._flows(str(kid)) for kid in kids)

    def _row(self, nid: str) -> Iterator[Line]:
        held = [(kid, self._of(kid)) for kid in self._tree.kids(nid)]
        cells = [" ".join(line.text for line in lines) for _, lines in held]
        if text := " · ".join(cell for cell in cells if cell):
            inside = (name for _, lines in held for line in lines for name in line.nodes)
            yield Line(role="row", text=text[:LONGEST], nodes=(nid, *inside))


def shown(trial: Trial, tab: int) -> Iterator[Shown]:
    """The tab after each change: a new document begins with nothing, and so is a tab that was closed."""
    document, lines, url, title = 0, Lines(), "", ""
    for event in _events(trial, tab):
        if isinstance(event, Page):
            document, lines, url, title = document + 1, Lines(), event.url, ""
            if event.cause in NO_DOCUMENT:
                url = ""
        else:
            lines.apply(event)
            url, title = event.url or url, title if event.title is None else event.title
        yield Shown(at_ms=event.at_ms, document=document, url=url, title=title, lines=lines.all())


def _events(trial: Trial, tab: int) -> list[Page | ScreenDelta]:
    """Documents and changes in the order of time; a document first, for the changes of its moment are its own."""
    causes = (*NEW_DOCUMENT, *NO_DOCUMENT)
    pages = [page for page in trial.pages if page.tab == tab and page.cause in causes]
    changes = [change for change in trial.screens if change.tab == tab]
    return sorted([*pages, *changes], key=lambda event: (event.at_ms, isinstance(event, ScreenDelta)))


def _line(node: Node, text: str, nodes: tuple[str, ...]) -> Line:
    cut = text if len(text) <= LONGEST else f"{text[:LONGEST]}…"
    return Line(role=str(node.get("role", "generic")), text=cut, note=_note(node), nodes=nodes)


def _unspoken(node: Node) -> str:
    """What a node without words of its own says: a bar's or a field's value, a picture's or a bare control's name."""
    role, name = node.get("role"), str(node.get("name", ""))
    value = _value(node)
    if value:
        return f"{name}: {value}" if name else value
    return name if role == "img" or role in COMMANDS else ""


def _value(node: Node) -> str:
    value = node.get("value")
    if isinstance(value, dict):
        if value.get("text"):
            return str(value["text"])
        if isinstance(value.get("now"), int | float):
            most = value.get("max")
            return f"{value['now']:g} %" if most in (100, None) else f"{value['now']:g} of {most:g}"
    drawn = node.get("drawn")
    return f"drawn to {100 * drawn:.0f} %" if isinstance(drawn, int | float) else ""


def _note(node: Node) -> str:
    notes = ["not available" if node.get("enabled") is False else ""]
    if "checked" in node:
        notes.append({True: "ticked", False: "not ticked"}.get(node["checked"], "partly ticked"))
    if "expanded" in node:
        notes.append("open" if node["expanded"] else "closed")
    return ", ".join(note for note in notes if note)
