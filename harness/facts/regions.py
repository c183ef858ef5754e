"""Which part of a page speaks of which job: the smallest container whose heading, link or row header names it."""

import re

from harness.facts.jobwords import JobWords
from harness.facts.tree import Tree

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
        if node.get("role") in ("heading", "rowheader") and (jobs := self._words.kind_in(text)) and len(jobs) == 1:
            return jobs, False
        return None

    def _may_name(self, tree: Tree, nid: str, role: str) -> bool:
        """A status line names the job of the part of the page that it stands in; one outside every part is news."""
        if role != "status":
            return role in NAMING
        return any(tree.role(at) in PARTS for at in tree.ancestors(nid))

    def _by_link(self, href: str | None) -> tuple[str, ...] | None:
        if not href:
            return None
        parts = re.split(r"[/?#=&]", href)
        found = next((key.job for key in self._words.runs if key.job in parts[1:]), None)
        return (found,) if found else None

    def _settle(self, tree: Tree) -> bool:
        exact = {nid: jobs for nid, (jobs, sure) in self._naming.items() if sure}
        naming = exact or {nid: jobs for nid, (jobs, _) in self._naming.items()}
        claimed: dict[str, set[tuple[str, ...]]] = {}
        paths = {nid: [nid, *tree.ancestors(nid)] for nid in naming}
        for nid, path in paths.items():
            for at in path:
                claimed.setdefault(at, set()).add(naming[nid])
        found: dict[str, tuple[str, ...]] = {}
        for nid, path in paths.items():
            self._place(tree, nid, path, claimed, naming[nid], found)
        changed = found != self.containers
        self.containers = found
        return changed

    def _place(
        self,
        tree: Tree,
        nid: str,
        path: list[str],
        claimed: dict[str, set[tuple[str, ...]]],
        jobs: tuple[str, ...],
        found: dict[str, tuple[str, ...]],
    ) -> None:
        best = nid
        for at in path[1:]:
            if _several(claimed[at], jobs) or tree.role(at) == "navigation":
                break
            best = at
            if tree.role(at) in CONTAINERS:
                break
        if len(jobs) == 1 or best not in found:
            found[best] = jobs

    def of(self, tree: Tree, nid: str) -> tuple[str, ...]:
        """The jobs that the node's nearest named container speaks of; nothing outside every container."""
        if nid in self.containers:
            return self.containers[nid]
        return next((self.containers[at] for at in tree.ancestors(nid) if at in self.containers), ())


def _several(claims: set[tuple[str, ...]], jobs: tuple[str, ...]) -> bool:
    return any(not set(other) & set(jobs) for other in claims)
