"""Which part of a page speaks of which job: the smallest container whose heading, link or row header names it."""

import re

from harness.facts.jobwords import JobWords
from harness.facts.tree import Tree
from harness.microcopy.english import ENGLISH

NAMING = frozenset(
    (
        "heading",
        "link",
        "rowheader",
        "cell",
        "term",
        "generic",
        "paragraph",
        "listitem",
        "caption",
        "strong",
        "definition",
    )
)
CONTAINERS = frozenset(
    (
        "region",
        "article",
        "listitem",
        "row",
        "main",
        "dialog",
        "alertdialog",
        "tabpanel",
        "complementary",
        "form",
        "group",
        "figure",
        "feed",
    )
)
CLOSED = CONTAINERS - {"main"}
PARTS = CONTAINERS - {"main", "listitem", "row"}
_LONGEST_NAME = 120


class Regions:
    """The naming nodes of one document and the containers that follow from them; kept up to date node by node."""

    def __init__(self, words: JobWords) -> None:
        self._words = words
        self._naming: dict[str, tuple[tuple[str, ...], bool]] = {}
        self.containers: dict[str, tuple[str, ...]] = {}
        self._settled = -1
        """The generation of the tree for which the containers hold."""

    def note(self, tree: Tree, changed: set[str]) -> bool:
        """Take in changed nodes; whether any container came, went or changed."""
        now = {nid: self._names(tree, nid) for nid in changed}
        new = {nid: jobs for nid, jobs in now.items() if jobs != self._naming.get(nid)}
        if not new and (self._settled == tree.generation or not self._naming):
            return False
        for nid, jobs in new.items():
            if jobs is None:
                del self._naming[nid]
            else:
                self._naming[nid] = jobs
        self._settled = tree.generation
        return self._settle(tree)

    def _names(self, tree: Tree, nid: str) -> tuple[tuple[str, ...], bool] | None:
        node = tree.nodes.get(nid)
        if node is None or not self._may_name(tree, nid, node.get("role", "generic")):
            return None
        by_link = self._by_link(node.get("href"))
        text = " ".join(kid for kid in node.get("kids", ()) if isinstance(kid, str)).strip()
        if by_link:
            return by_link, True
        if not text or len(text) > _LONGEST_NAME:
            return None
        if jobs := self._words.named_in(text):
            return jobs, True
        return self._by_kind(node.get("role"), text)

    def _by_kind(self, role: str | None, text: str) -> tuple[tuple[str, ...], bool] | None:
        """``Your import``; "20 items not published yet" takes stock of the goods, and is nobody's name."""
        if role not in ("heading", "rowheader") or re.search(ENGLISH.stock, text.lower()):
            return None
        jobs = self._words.kind_in(text)
        return (jobs, False) if len(jobs) == 1 else None

    def _may_name(self, tree: Tree, nid: str, role: str) -> bool:
        """A status line names the job of the part of the page that it stands in; one outside every part is news."""
        if role != "status":
            return role in NAMING
        return any(tree.role(at) in PARTS for at in tree.ancestors(nid))

    def _by_link(self, href: str | None) -> tuple[str, ...] | None:
        return self._words.in_address(href or "") or None

    def _settle(self, tree: Tree) -> bool:
        exact = {nid: jobs for nid, (jobs, sure) in self._naming.items() if sure}
        naming = exact or {nid: jobs for nid, (jobs, _) in self._naming.items()}
        elsewhere = self._headed_elsewhere(tree)
        claimed: dict[str, set[tuple[str, ...]]] = {}
        paths = {nid: [nid, *tree.ancestors(nid)] for nid in naming}
        for nid, path in paths.items():
            for at in path:
                claimed.setdefault(at, set()).add(naming[nid])
        found: dict[str, tuple[str, ...]] = {}
        for nid, path in paths.items():
            barred = frozenset[str]() if tree.role(nid) == "heading" else elsewhere
            self._place(tree, nid, path, claimed, barred, found)
        changed = found != self.containers
        self.containers = found
        return changed

    def _headed_elsewhere(self, tree: Tree) -> frozenset[str]:
        """What holds a heading that names no job: a link to a job in it does not make all of it that job's."""
        nodes = tree.nodes.items()
        headings = (nid for nid, node in nodes if node.get("role") == "heading" and nid not in self._naming)
        return frozenset(at for nid in headings for at in tree.ancestors(nid))

    def _place(
        self,
        tree: Tree,
        nid: str,
        path: list[str],
        claimed: dict[str, set[tuple[str, ...]]],
        barred: frozenset[str],
        found: dict[str, tuple[str, ...]],
    ) -> None:
        jobs, best, open_best = self._naming[nid][0], nid, nid
        for at in path[1:]:
            role = tree.role(at)
            if _several(claimed[at], jobs) or role == "navigation":
                break
            best = at
            if at not in barred:
                open_best = at
            if role in CONTAINERS:
                break
        if tree.role(best) not in CLOSED:
            best = open_best
        if len(jobs) == 1 or best not in found:
            found[best] = jobs

    def of(self, tree: Tree, nid: str) -> tuple[str, ...]:
        """The jobs that the node's nearest named container speaks of; nothing outside every container."""
        if nid in self.containers:
            return self.containers[nid]
        return next((self.containers[at] for at in tree.ancestors(nid) if at in self.containers), ())


def _several(claims: set[tuple[str, ...]], jobs: tuple[str, ...]) -> bool:
    return any(not set(other) & set(jobs) for other in claims)
