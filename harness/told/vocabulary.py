"""The words that the truth has for states, kinds and causes, and the tables that give a back end words of its own."""

from collections.abc import Mapping
from dataclasses import dataclass, field
from typing import Any

from harness.core import causes
from harness.core.causes import CauseClass
from harness.core.words import ItemState, Outcome, PhaseState, State
from harness.scenario.world import JobKind

DEFAULT = "default"
"""What a table or a switch says of everything that it does not name."""


@dataclass(frozen=True, kw_only=True, slots=True)
class Vocabulary:
    """The words of one sort of thing. ``table`` is the key of the file under which they are translated, "" for none.

    A word that a table leaves out is told as the one ``instead`` of it. Where that leads nowhere, an ``open``
    vocabulary keeps the truth's own word; of any other the file has to say what to write. One without ``words`` has as
    many as people give it.
    """

    table: str
    words: tuple[str, ...]
    instead: Mapping[str, str] = field(default_factory=dict)
    open: bool = False

    def unsaid(self, table: Mapping[str, Any]) -> tuple[str, ...]:
        """The words that the table needs and does not have; not those that would be told as one of them."""
        if self.open or DEFAULT in table:
            return ()
        return tuple(word for word in self.words if word not in table and word not in self.instead)

    def knows(self, word: str) -> bool:
        """Whether it is one of them."""
        return not self.words or word in self.words

    def told(self, word: str, table: Mapping[str, Any]) -> Any:
        """What the table says for a word of the truth."""
        found = key(word, table, self.instead)
        return word if found is None else table[found]


def key(word: str, table: Mapping[str, Any], instead: Mapping[str, str]) -> str | None:
    """The key of a table under which it speaks of the word; None where it does not."""
    at: str | None = word
    while at is not None:
        if at in table:
            return at
        at = instead.get(at)
    return DEFAULT if DEFAULT in table else None


LIVE = tuple(state.value for state in State if state is not State.ENDED)
ENDS = tuple(outcome.value for outcome in Outcome)

STATES = Vocabulary(
    table="states",
    words=(*LIVE, *ENDS),
    instead={"retrying": "running", "cancelling": "running", "paused": "running", "partial": "succeeded"},
)
ITEM_STATES = Vocabulary(
    table="item_states", words=tuple(state.value for state in ItemState), instead={"retrying": "running"}
)
PHASE_STATES = Vocabulary(table="phase_states", words=tuple(state.value for state in PhaseState))
PHASES = Vocabulary(table="phases", words=(), open=True)
KINDS = Vocabulary(table="kinds", words=tuple(kind.value for kind in JobKind), open=True)
CAUSES = Vocabulary(table="causes", words=tuple(cause.id for cause in causes.ALL), open=True)
CAUSE_CLASSES = Vocabulary(table="", words=tuple(one.value for one in CauseClass), open=True)
WAITS = Vocabulary(
    table="", words=("no-free-worker", "dependency", "concurrency-limit", "rate-limit", "paused"), open=True
)
PAUSES = Vocabulary(table="", words=("maintenance", "rate-limit", "critical-error"), open=True)

TRANSLATED = {one.table: one for one in (STATES, ITEM_STATES, PHASE_STATES, PHASES, KINDS, CAUSES)}
