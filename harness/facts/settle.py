"""From what stood on a tab to claims: bound to runs, one per standing stretch, only where the page speaks of a job."""

import math
from collections.abc import Iterable
from dataclasses import replace

from harness.core.words import RunKey
from harness.facts.claims import Claim, Unread
from harness.facts.jobwords import JobWords
from harness.facts.lens import LIVE
from harness.facts.remarked import Remarked
from harness.facts.replay import Doubted, Replay, Stood
from harness.facts.spans import Span, common, union
from harness.microcopy.reading import Kind

FRAME_MS = 16
"""A frame at 60 Hz: what is replaced sooner, no screen shows."""

_OF_A_JOB = frozenset((Kind.STATE, Kind.ENDED, Kind.PERCENT, Kind.STEP, Kind.QUEUE, Kind.SENDING))
_FIGURES = frozenset((Kind.COUNT, Kind.PERCENT, Kind.STEP))
"""what a page that names no job counted before there was one, it counted of something else"""
_OF_A_PAGE = frozenset((Kind.NO_JOBS, Kind.LOADING, Kind.CONNECTION, Kind.AS_OF, Kind.SENDING))


def settle(replay: Replay, words: JobWords, spans: list[Span]) -> tuple[list[Claim], list[Unread]]:
    """The claims, glimpses among them, and the doubts of one tab, which was in front in these spans."""
    speaking = {stood.view for stood in replay.stood if _is_of_a_job(stood)}
    bound = [stood for stood in replay.stood if _belongs(stood, replay, speaking)]
    claims = [claim for stood in bound if (claim := _bind(stood, replay.tab, words, spans))]
    doubts = [
        _doubt(held, key, replay.tab)
        for held in replay.doubted
        if (held.jobs or held.role in LIVE)
        and (key := _run(held.jobs, held.from_ms, words))
        and held.until_ms > held.from_ms
    ]
    return _merge(claims), doubts


def is_glimpse(claim: Claim) -> bool:
    """Whether it stood for less than a frame: too short to be blamed for, and no silence either."""
    return claim.until_ms - claim.at_ms < FRAME_MS and claim.surface != "announcement"


def _doubt(held: Doubted, key: RunKey, tab: int) -> Unread:
    return Unread(
        text=held.text,
        run=key,
        tab=tab,
        at_ms=held.from_ms,
        until_ms=held.until_ms,
        role=held.role,
        where=held.where,
    )


def remarked(replay: Replay, words: JobWords, spans: list[Span]) -> list[Remarked]:
    """The remarks of one tab: those of a job's part, of a live region, of a title, and of a page that names no job."""
    speaking = {stood.view for stood in replay.stood if _is_of_a_job(stood)}
    found = []
    for note in replay.noted:
        about = note.jobs or note.role in LIVE or note.surface != "text" or note.view in speaking - replay.named
        until_ms = note.until_ms if note.surface != "announcement" else note.from_ms + 1
        key = _run(note.jobs, note.from_ms, words) or words.newest(note.from_ms)
        seen = tuple(common([(note.from_ms, until_ms)], spans))
        if not about or key is None or not seen or (until_ms - note.from_ms < FRAME_MS and note.surface == "text"):
            continue
        made = Remarked(
            remark=note.remark, run=key, tab=replay.tab, at_ms=note.from_ms, until_ms=until_ms, role=note.role,
            surface=note.surface, text=note.text, named=bool(note.jobs), seen=seen,
        )  # fmt: skip
        found.append(made)
    return found


def _is_of_a_job(stood: Stood) -> bool:
    reading = stood.said.reading
    return reading.kind in _OF_A_JOB or (reading.kind is Kind.COUNT and reading.total is not None)


def _belongs(stood: Stood, replay: Replay, speaking: set[int]) -> bool:
    """Whether a place speaks of a job: it names one, or it is live, or its page names none and yet speaks of one."""
    if (
        stood.said.jobs
        or stood.said.role in LIVE
        or stood.said.role == "title"
        or stood.said.reading.kind in _OF_A_PAGE
    ):
        return True
    return stood.view not in replay.named and stood.view in speaking


def _bind(stood: Stood, tab: int, words: JobWords, spans: list[Span]) -> Claim | None:
    key, at_ms = _key(stood, words)
    until_ms = stood.until_ms
    if key is None:
        return None
    said = stood.said
    end_ms = until_ms if said.surface != "announcement" else at_ms + 1
    seen = tuple(common([(at_ms, end_ms)], spans))
    if not seen:
        return None
    return Claim(
        reading=said.reading, run=key, tab=tab, at_ms=at_ms, until_ms=until_ms, node=stood.node, role=said.role,
        surface=said.surface, message=said.message, phase=said.phase, named=bool(said.jobs), seen=seen,
        listed=said.listed,
    )  # fmt: skip


def _key(stood: Stood, words: JobWords) -> tuple[RunKey | None, int]:
    key = _run(stood.said.jobs, stood.from_ms, words)
    if key is not None:
        return key, stood.from_ms
    for job in stood.said.jobs or (None,):
        later = words.next_after(stood.from_ms, job)
        if later is not None and later[0] < stood.until_ms and (job or stood.said.reading.kind not in _FIGURES):
            return later[1], math.ceil(later[0])
    return None, stood.from_ms


def _run(jobs: tuple[str, ...], at_ms: int, words: JobWords) -> RunKey | None:
    if len(jobs) <= 1:
        return words.newest(at_ms, jobs[0] if jobs else None)
    known = [key for job in jobs if (key := words.newest(at_ms, job))]
    return known[-1] if known else None


def _merge(claims: Iterable[Claim]) -> list[Claim]:
    """A sentence that was drawn again in a new node, in the same instant, went on standing."""
    merged: list[Claim] = []
    last: dict[tuple[object, ...], int] = {}
    for claim in sorted(claims, key=lambda held: (held.at_ms, held.node)):
        mark = (claim.reading, claim.run, claim.surface, claim.phase, claim.role, claim.listed)
        index = last.get(mark)
        if index is not None and merged[index].until_ms == claim.at_ms and claim.surface != "announcement":
            merged[index] = _longer(merged[index], claim)
            continue
        last[mark] = len(merged)
        merged.append(claim)
    return merged


def _longer(claim: Claim, then: Claim) -> Claim:
    return replace(claim, until_ms=then.until_ms, seen=tuple(union([*claim.seen, *then.seen])))
