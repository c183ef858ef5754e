"""Which kind of job was started: by the words of the button, the address and the body."""

import re
from dataclasses import dataclass

from harness.proposal.watched import Exchange, Pressed
from harness.scenario.world import JobKind

WORDS: tuple[tuple[JobKind, re.Pattern[str]], ...] = (
    (JobKind.IMPORT, re.compile(r"import|upload|ingest|load", re.IGNORECASE)),
    (JobKind.SYNC, re.compile(r"sync", re.IGNORECASE)),
    (JobKind.PUBLISH, re.compile(r"publish|export|send|deploy|release|post|batch", re.IGNORECASE)),
    (JobKind.UPDATE, re.compile(r"update|refresh|recalc|reindex|process", re.IGNORECASE)),
)


@dataclass(frozen=True, kw_only=True, slots=True)
class Kind:
    """``named``: where the body of the start says it in our own word; "" where it does not."""

    kind: JobKind
    why: str
    named: str = ""


def find_kind(start: Exchange | None, press: Pressed | None) -> Kind:
    """The kind of the job that was watched."""
    said = start.asked if start is not None and isinstance(start.asked, dict) else {}
    for name, value in said.items():
        if value in set(JobKind):
            return Kind(kind=JobKind(value), why="the body says it in this word", named=name)
    sources = (
        ("the button says so", press.name if press else ""),
        ("the address says so", start.path if start else ""),
        ("the body says so", str(said)),
    )
    for why, text in sources:
        for kind, words in WORDS:
            if words.search(text):
                return Kind(kind=kind, why=why)
    return Kind(kind=JobKind.PUBLISH, why="a guess: nothing says what the job does")
