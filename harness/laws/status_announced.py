"""What is seen is also said: whoever hears the page learns of its news as soon as whoever sees it."""

import re
from collections.abc import Callable

from harness.core.verdicts import Severity
from harness.facts.announced import Spoken, is_about, spoken
from harness.facts.case import Case
from harness.facts.finding import Breach
from harness.facts.focus import moves
from harness.facts.sights import BEGIN, END, OFFLINE, RETRY, START, Sight, sights
from harness.laws.base import CannotTell, doubt_words, law
from harness.microcopy.reading import Kind, Reading

WITHIN_MS = 2_000
EARLIER_MS = 2_000
"""What was said so shortly before it showed is the same news."""
_DONE = ("succeeded", "completed", "finished")
_SILENT = {
    START: "did not say aloud that the job had been taken",
    BEGIN: "did not say aloud that the job had begun",
    RETRY: "did not say aloud that it tries again",
    OFFLINE: "did not say aloud that it had lost touch",
    END: "did not say aloud that the job had ended",
}


def news(case: Case) -> list[Sight]:
    """Applies to: each event that a tab came to show in a part of the page of its own: a start that was asked for
    there, the begin of work after a wait, a retry, the loss of contact, the end. A hidden tab owes nothing.
    """
    return [sight for sight in sights(case) if _is_fair(sight, case)]


def _is_fair(sight: Sight, case: Case) -> bool:
    due_ms = sight.at_ms + WITHIN_MS
    visible = case.screen.visibility.seen_throughout(sight.tab, sight.at_ms, due_ms)
    return case.ends_after(due_ms) and visible and not case.prompted(sight.tab, sight.at_ms, due_ms)


@law(
    id="status-announced",
    title="What is seen is also said",
    failure_title="The page showed news and did not announce it as it should",
    requires="Each start, begin of work after a wait, retry, loss of contact and end that a page shows is announced at "
    "most 2 s later, through a live region that was there before, as a whole phrase that says it and names the job or "
    "stands in its part of the page, and the focus stays where it was.",
    why="Who hears the page and does not see it waits for what has long happened, or never learns that it failed.",
    instead="One live region that is there from the start, into which each piece of news is written as a whole "
    "sentence that names the job.",
    severity=Severity.BLOCKER,
    source="article A14; WCAG 2.2, 4.1.3 Status Messages; ARIA22; failure F103",
    targets=news,
)
def status_announced(sight: Sight, case: Case) -> Breach | None:
    """Expects: an announcement that says it, from a region that was there before, and no move of the focus."""
    said = spoken(case, sight.tab, sight.at_ms - EARLIER_MS, sight.at_ms + WITHIN_MS)
    fitting = [one for one in said if _says(sight, one) and (sight.event == OFFLINE or is_about(one, sight.run, case))]
    moved = [move for move in moves(case, sight.tab) if 0 <= move.at_ms - sight.at_ms <= WITHIN_MS]
    if moved:
        return _breach(sight, f'moved the focus to "{moved[0].words}"', moved[0].at_ms)
    if any(one.announcement.existed_before for one in fitting):
        return None
    if fitting:
        return _untimely(sight, fitting[0])
    _doubt(sight, said, case)
    return _breach(sight, _SILENT[sight.event], sight.at_ms + WITHIN_MS)


def _says(sight: Sight, said: Spoken) -> bool:
    return any(_FITS[sight.event](reading, sight) for reading in said.readings)


def _tells_end(reading: Reading, sight: Sight) -> bool:
    """The same end as the screen: a mixed one by its word or by what failed."""
    word = sight.claim.word
    if word == "partial":
        return _is_ended(reading, ("partial",)) or (reading.word == "failed" and bool(reading.value))
    return _is_ended(reading, (*_DONE, "partial") if word in _DONE else (str(word),))


def _is_ended(reading: Reading, words: tuple[str, ...]) -> bool:
    return reading.kind is Kind.ENDED and reading.word in words


_FITS: dict[str, Callable[[Reading, Sight], bool]] = {
    START: lambda reading, sight: reading.kind in (Kind.STATE, Kind.QUEUE, Kind.ENDED, Kind.COUNT, Kind.STEP),
    BEGIN: lambda reading, sight: (
        reading.kind in (Kind.STATE, Kind.STEP) and reading.word not in ("queued", "accepted")
    ),
    RETRY: lambda reading, sight: reading.kind is Kind.ATTEMPT or reading.word == "retrying",
    OFFLINE: lambda reading, sight: reading.kind is Kind.CONNECTION and reading.word in ("lost", "stale"),
    END: _tells_end,
}


def _untimely(sight: Sight, said: Spoken) -> Breach:
    """An alert that comes with its words is read by some screen readers; any other region by none."""
    if said.announcement.politeness == "assertive":
        raise CannotTell(f'"{said.text}" came with its assertive region: some screen readers say it, some do not')
    return _breach(sight, f'put "{said.text}" into a polite live region that came with its words', said.at_ms)


def _doubt(sight: Sight, said: list[Spoken], case: Case) -> None:
    """A phrase that could not be read may have said it; a bare number or word did not."""
    if said:
        doubt_words(case)
    for one in said:
        is_phrase = len(re.findall(r"[^\W\d_]{2,}", one.text)) > 1
        if is_phrase and not one.readings and is_about(one, sight.run, case):
            raise CannotTell(f'could not read what was announced: "{one.text}"')


def _breach(sight: Sight, silence: str, at_ms: int) -> Breach:
    return Breach(
        run=sight.run, tab=sight.tab, at_ms=at_ms, until_ms=at_ms, said=None, silence=silence,
        truth=f'the screen had come to show "{sight.claim.text}"', slot=f"announced:{sight.event}",
    )  # fmt: skip
