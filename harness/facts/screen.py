"""The screen of a trial: what each tab said, when, about which run. Replayed once, on the first question."""

from collections.abc import Iterator
from dataclasses import dataclass
from functools import cached_property

from harness.core.words import RunKey
from harness.facts.claims import Claim, Unread
from harness.facts.jobwords import JobWords
from harness.facts.labels import is_tile
from harness.facts.remarked import Remarked
from harness.facts.replay import Replay
from harness.facts.settle import is_glimpse, remarked, settle
from harness.facts.showing import Showing, showing
from harness.facts.tree import Node, Tree
from harness.facts.visibility import Visibility
from harness.microcopy.lists import lists_of
from harness.microcopy.reading import Kind
from harness.trace.trial import Trial

_BEGIN = frozenset(("open", "reload", "navigate"))


@dataclass(frozen=True, kw_only=True, slots=True)
class Frame:
    """One tab's whole tree as it stood from a moment on."""

    tab: int
    at_ms: int
    url: str
    title: str
    nodes: dict[str, Node]


@dataclass(frozen=True, kw_only=True, slots=True)
class _Replayed:
    """What all tabs said. ``every`` claim, of which ``claims`` stood long enough to be seen."""

    claims: tuple[Claim, ...]
    every: tuple[Claim, ...]
    unread: tuple[Unread, ...]
    noted: tuple[Remarked, ...]


class Screen:
    """Asked by claims; frames are replayed again only for those who want to see them."""

    def __init__(self, trial: Trial, words: JobWords) -> None:
        self._trial = trial
        self._words = words
        self._shown: dict[tuple[int, float, RunKey], Showing] = {}
        self.visibility = Visibility(trial.pages, trial.header.end_ms)

    @cached_property
    def tabs(self) -> tuple[int, ...]:
        """Every tab that showed anything."""
        drawn = {delta.tab for delta in self._trial.screens}
        said = {held.tab for held in self._trial.announcements}
        return tuple(sorted(drawn | said | {page.tab for page in self._trial.pages}))

    @cached_property
    def foreign(self) -> str | None:
        """The language of a page whose words nobody here can judge."""
        told = (delta.lang for delta in self._trial.screens if delta.lang)
        return next((lang for lang in told if lists_of(lang) is None), None)

    @cached_property
    def _replayed(self) -> "_Replayed":
        claims: list[Claim] = []
        unread: list[Unread] = []
        noted: list[Remarked] = []
        for tab in self.tabs:
            replay = Replay(self._trial, tab, self._words, self.visibility).run()
            held, doubts = settle(replay, self._words, self.visibility.seen(tab))
            claims += held
            unread += doubts
            noted += remarked(replay, self._words, self.visibility.seen(tab))
        claims.sort(key=lambda held: (held.at_ms, held.tab, held.node))
        seen = tuple(claim for claim in claims if not is_glimpse(claim))
        return _Replayed(claims=seen, every=tuple(claims), unread=tuple(unread), noted=tuple(noted))

    def claims(
        self,
        *,
        kind: Kind | str | None = None,
        word: str | None = None,
        run: RunKey | None = None,
        tab: int | None = None,
        glimpses: bool = False,
    ) -> list[Claim]:
        """Every claim of that kind, in the order painted; ``glimpses``: those that stood for less than a frame, too."""
        return [
            claim
            for claim in (self._replayed.every if glimpses else self._replayed.claims)
            if (kind is None or claim.kind == kind)
            and (word is None or claim.word == word)
            and (run is None or claim.run == run)
            and (tab is None or claim.tab == tab)
        ]

    @cached_property
    def doings(self) -> dict[tuple[int, RunKey], list[Claim]]:
        """(tab, run) -> the sentences that say which work is going on: "Checking your items"."""
        found: dict[tuple[int, RunKey], list[Claim]] = {}
        for claim in self._replayed.claims:
            if claim.kind is Kind.STATE and claim.reading.subject is not None and claim.surface == "text":
                found.setdefault((claim.tab, claim.run), []).append(claim)
        return found

    @cached_property
    def tiles(self) -> dict[tuple[int, RunKey], list[Claim]]:
        """(tab, run) -> the counts that stand beside their labels: "Done" and below it "20", or "Done 20 (25 %)"."""
        found: dict[tuple[int, RunKey], list[Claim]] = {}
        for claim in self._replayed.claims:
            if claim.kind is Kind.COUNT and claim.surface == "text" and is_tile(claim.message):
                found.setdefault((claim.tab, claim.run), []).append(claim)
        return found

    @property
    def unread(self) -> tuple[Unread, ...]:
        """The sentences that raise doubt."""
        return self._replayed.unread

    def showing(self, tab: int, at_ms: float, run: RunKey) -> Showing:
        """The tab's texts about the run at that moment, claims or not, and the controls beside them."""
        mark = (tab, at_ms, run)
        if mark not in self._shown:
            self._shown[mark] = showing(self._trial, tab, at_ms, run, self._words)
        return self._shown[mark]

    def remarks(self, *names: str) -> list[Remarked]:
        """What was said beside claims: the remarks of these names."""
        return sorted(
            (held for held in self._replayed.noted if held.remark.name in names),
            key=lambda held: (held.at_ms, held.tab),
        )

    def standing(self, tab: int, at_ms: float, run: RunKey | None = None) -> list[Claim]:
        """What the tab said at that moment."""
        return [
            claim for claim in self.claims(run=run, tab=tab) if claim.stands(at_ms) and claim.surface != "announcement"
        ]

    def text_at(self, tab: int, at_ms: int) -> str:
        """Everything that the tab said at that moment, a line for each piece of text, in reading order."""
        tree = self.tree(tab, at_ms)
        return "\n".join(text for _, text in tree.leaves("1", most=len(tree.nodes) + 1))

    def tree(self, tab: int, at_ms: float) -> Tree:
        """The tab's tree as it stood at that moment."""
        begun = [page.at_ms for page in self._trial.pages if page.tab == tab and page.cause in _BEGIN]
        from_ms = max((begin for begin in begun if begin <= at_ms), default=0)
        tree = Tree()
        for delta in self._trial.screens:
            if delta.tab == tab and from_ms <= delta.at_ms <= at_ms:
                tree.apply(delta)
        return tree

    def frames(self, tab: int) -> Iterator[Frame]:
        """The tab's whole tree after every change."""
        tree, url, title = Tree(), "", ""
        pages = [page for page in self._trial.pages if page.tab == tab and page.cause in _BEGIN]
        for delta in (delta for delta in self._trial.screens if delta.tab == tab):
            while pages and pages[0].at_ms <= delta.at_ms:
                tree, url = Tree(), pages.pop(0).url
            tree.apply(delta)
            url, title = delta.url or url, delta.title if delta.title is not None else title
            yield Frame(tab=tab, at_ms=delta.at_ms, url=url, title=title, nodes=dict(tree.nodes))
