"""A remark in its place: what was said beside claims, about which run, from its paint until it was replaced."""

from dataclasses import dataclass

from harness.core.words import RunKey
from harness.facts.spans import Span
from harness.microcopy.remarks import Remark


@dataclass(frozen=True, kw_only=True, slots=True)
class Remarked:
    """``text`` is the whole text that it stood in. ``surface``: text, title or announcement. ``named``: its place names
    the job. ``seen`` are the spans in which the tab was in front.
    """

    remark: Remark
    run: RunKey
    tab: int
    at_ms: int
    until_ms: float
    role: str
    surface: str
    text: str
    named: bool
    seen: tuple[Span, ...]
