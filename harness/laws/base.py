"""What a law is, and how one is judged: applicability first, expectation second, doubt said aloud."""

import math
import re
from collections.abc import Callable, Sequence
from dataclasses import dataclass, replace
from typing import Any, TypeVar

from harness.core.durations import spoken
from harness.core.verdicts import Severity, Verdict
from harness.core.words import RunKey
from harness.facts.case import Case
from harness.facts.claims import Unread
from harness.facts.finding import Breach, said_on
from harness.trace.about import LawInfo
from harness.trace.fingerprint import claim_kind, fingerprint, judged_page
from harness.trace.result import Finding, LawVerdict

Target = TypeVar("Target")


class CannotTell(Exception):
    """The evidence is within the clock's error, or can be read in two ways. The sentence says why."""


class NotObservable(Exception):
    """The page cannot give the evidence, or cannot know what is asked of it. The sentence says why."""


@dataclass(frozen=True, kw_only=True, slots=True)
class Law:
    """One law. ``instead`` is what a good page does. ``least`` is the least exposure: fewer targets are no pass.

    ``unread`` picks the unread sentences that raise doubt here. ``unseen`` says why there may be nothing to judge,
    None where that is mere lack of opportunity. ``formerly``: the ids that the law had before it was renamed.
    """

    id: str
    title: str
    failure_title: str
    requires: str
    why: str
    instead: str
    severity: Severity
    source: str
    least: int
    targets: Callable[[Case], Sequence[Any]]
    expect: Callable[[Any, Case], Breach | None]
    unread: Callable[[Unread], bool]
    unseen: Callable[[Case], str | None]
    formerly: tuple[str, ...] = ()

    @property
    def info(self) -> LawInfo:
        """What a report says of it."""
        return LawInfo(
            id=self.id,
            title=self.title,
            failure_title=self.failure_title,
            why=self.why,
            instead=self.instead,
            severity=self.severity,
            source=self.source,
            formerly=self.formerly,
        )

    def judge(self, case: Case) -> LawVerdict:
        """The law's answer on one trial."""
        targets = self.targets(case)
        doubts = list(
            dict.fromkeys(f'could not read "{held.text}"' for held in case.screen.unread if self.unread(held))
        )
        breaches: list[Breach] = []
        blind: list[str] = []
        judged = 0
        for target in targets:
            try:
                breach = self.expect(target, case)
            except CannotTell as doubt:
                doubts.append(str(doubt))
                continue
            except NotObservable as hidden:
                blind.append(str(hidden))
                continue
            judged += 1
            if breach is not None:
                breaches.append(breach)
        if blind and not breaches:
            return LawVerdict(law=self.id, verdict=Verdict.NOT_OBSERVABLE, judged=judged, why=blind[0])
        findings = tuple(self._finding(breach, case) for breach in _stretches(breaches, case))
        return self._answer(judged, findings, tuple(dict.fromkeys(doubts)), case)

    def _answer(self, judged: int, findings: tuple[Finding, ...], doubts: tuple[str, ...], case: Case) -> LawVerdict:
        if findings:
            return LawVerdict(law=self.id, verdict=Verdict.FAILED, judged=judged, doubts=doubts, findings=findings)
        if doubts:
            why = f"{len(doubts)} {'thing' if len(doubts) == 1 else 'things'} could not be told, the first: {doubts[0]}"
            return LawVerdict(law=self.id, verdict=Verdict.CANT_TELL, judged=judged, doubts=doubts, why=why)
        if judged >= self.least:
            return LawVerdict(law=self.id, verdict=Verdict.PASSED, judged=judged)
        if judged == 0 and (blind := self.unseen(case)):
            return LawVerdict(law=self.id, verdict=Verdict.NOT_OBSERVABLE, judged=0, why=blind)
        why = f"{judged} judged, {self.least} needed"
        return LawVerdict(law=self.id, verdict=Verdict.NOT_EXERCISED, judged=judged, why=why)

    def _finding(self, breach: Breach, case: Case) -> Finding:
        said = breach.said if breach.said is not None else breach.silence
        claim = claim_kind(breach.slot, silent=breach.said is None)
        until_ms = None if breach.until_ms == math.inf or breach.until_ms >= case.end_ms else int(breach.until_ms)
        return Finding(
            law=self.id,
            at_ms=breach.at_ms,
            until_ms=until_ms,
            job=breach.run.job,
            run=breach.run.run,
            said=said,
            truth=breach.truth,
            sentence=_sentence(breach, case),
            why=self.why,
            tab=breach.tab,
            fingerprint=fingerprint(
                page=judged_page(case.header.target, case.header.defect),
                scenario=case.header.scenario,
                law=self.id,
                job=breach.run.job,
                claim=claim,
            ),
            severity=self.severity,
            claim=claim,
        )


def law(
    *,
    id: str,
    title: str,
    failure_title: str,
    requires: str,
    why: str,
    instead: str,
    severity: Severity,
    source: str,
    targets: Callable[[Case], Sequence[Target]],
    least: int = 1,
    unread: Callable[[Unread], bool] = lambda held: False,
    unseen: Callable[[Case], str | None] = lambda case: None,
    formerly: tuple[str, ...] = (),
) -> Callable[[Callable[[Target, Case], Breach | None]], Law]:
    """Make a law of the function that judges one target: None when it holds, else the breach."""

    def wrap(expect: Callable[[Target, Case], Breach | None]) -> Law:
        return Law(
            id=id,
            title=title,
            failure_title=failure_title,
            requires=requires,
            why=why,
            instead=instead,
            severity=severity,
            source=source,
            least=least,
            targets=targets,
            expect=expect,
            unread=unread,
            unseen=unseen,
            formerly=formerly,
        )

    return wrap


def has_number(held: Unread) -> bool:
    """Unread sentences that hold a number."""
    return re.search(r"\d", held.text) is not None


def has_state_word(held: Unread) -> bool:
    """Unread sentences that hold a word of a state or an ending."""
    return re.search(r"(?i)\b(?:fail|succe|complet|finish|done|cancel|publish|import|end|stop)", held.text) is not None


def tells_of_trying(held: Unread) -> bool:
    """Unread sentences that hold a word of another attempt."""
    return re.search(r"(?i)\b(?:attempt|tr(?:y|ies|ied|ying)\b|retr|again|next)", held.text) is not None


def foreign(case: Case) -> str | None:
    """Why words cannot be judged here: the page is in a language that has no lists."""
    lang = case.screen.foreign
    return f'the page is in "{lang}"; lists of words are there for English only' if lang is not None else None


def doubt_words(case: Case) -> None:
    """Before a page is blamed for what it does not say. Raises NotObservable where nobody here can read it."""
    if (reason := foreign(case)) is not None:
        raise NotObservable(reason)


def _sentence(breach: Breach, case: Case) -> str:
    saying = f"the page {breach.silence}"
    if breach.said is not None:
        saying = f"{_voice(breach, case)} {said_on(breach.surface, breach.said)}"
    return f"{_named(breach.run, case)} at {spoken(breach.at_ms)}: {saying}; in truth {_was(breach.truth)}."


def _named(key: RunKey, case: Case) -> str:
    """The job by its title; where others bear it too, by its id as well."""
    title = case.title_of(key)
    several = len(case.words.lowered.get(title.lower(), ())) > 1
    return f'job "{title}" ({key.job})' if several else f'job "{title}"'


def _voice(breach: Breach, case: Case) -> str:
    """Who said it: the page, its title or one of its live regions."""
    if breach.surface != "announcement":
        return "the title of the page" if breach.surface == "title" else "the page"
    heard = (held for held in reversed(case.announcements) if held.tab == breach.tab and held.at_ms <= breach.at_ms)
    said = " ".join((breach.said or "").split())
    politeness = next((held.politeness for held in heard if said in " ".join(held.text.split())), None)
    return f"the {politeness} live region" if politeness else "a live region"


def _was(truth: str) -> str:
    if re.match(r"(?:it|there|the|nothing|\d+)\b", truth):
        return truth
    if truth.startswith("ended"):
        return f"it had {truth}"
    return f"it was {truth}"


def _stretches(breaches: Sequence[Breach], case: Case) -> list[Breach]:
    """Breaches of one slot that follow one another are one, told by the first."""
    gap_ms = case.beta_ms + 1_000
    found: list[Breach] = []
    last: dict[tuple[RunKey, int, str], int] = {}
    for breach in sorted(breaches, key=lambda held: (held.at_ms, held.tab, held.slot)):
        mark = (breach.run, breach.tab, breach.slot)
        index = last.get(mark)
        if index is not None and breach.at_ms <= found[index].until_ms + gap_ms:
            found[index] = _longer(found[index], breach)
            continue
        last[mark] = len(found)
        found.append(breach)
    return found


def _longer(first: Breach, then: Breach) -> Breach:
    return replace(first, until_ms=max(first.until_ms, then.until_ms))
