"""All that a text says beside its claims: causes, remedies, promises, empty words, and what nobody understood.

Several lines that stand together are one utterance. Pure; knows no truth.
"""

import re
from collections.abc import Iterator
from dataclasses import dataclass, replace

from harness.core.causes import CauseClass
from harness.microcopy.english import ENGLISH
from harness.microcopy.faults import causes_in
from harness.microcopy.leaks import placeholder_in
from harness.microcopy.lists import WordLists
from harness.microcopy.numbers import gerund, participle, stem
from harness.microcopy.own import NOBODYS, Own
from harness.microcopy.promises import promises_in
from harness.microcopy.reader import read
from harness.microcopy.reading import Heard, Reading
from harness.microcopy.remedies import Remedy, has_unknown_order, remedies_in, told_in
from harness.microcopy.shape import Masked, mask
from harness.microcopy.strangers import strangers_in

_WORD = re.compile(r"[a-z][a-z'-]+")
_READYING = frozenset("preparing getting setting starting spinning warming initializing initialising working".split())
_WORK = re.compile(r"[a-z]+ing(?: (?!(?:is|are|was|were|has|been)\b)[a-z-]+){0,4}$")
_QUOTED = re.compile(r"<(q\d+)>")
_LONG = 2
_MARKS = "\"“”«»„' "
_EMPTY = frozenset(
    """please wait thanks thank you hello hi dear see view details more learn show hide open back go here below above
    note info information tip hang sit tight bear hold help ok okay sorry great good well now today
    just also still very really much than then the and""".split()
)


@dataclass(frozen=True, kw_only=True, slots=True)
class Phrase:
    """One clause with what it says: causes, remedies, promises, reasons to wait, turns of speech (``turns.txt``)."""

    clause: Heard
    line: str
    causes: frozenset[str] = frozenset()
    remedies: tuple[Remedy, ...] = ()
    promises: tuple[str, ...] = ()
    waits: tuple[str, ...] = ()
    turns: frozenset[str] = frozenset()
    strangers: tuple[str, ...] = ()
    """the words that no table knows, of a clause of which something was understood as well"""
    vague: bool = False
    unknown_order: bool = False
    requirement: bool = False
    """what something has to be: "Dates must read YYYY-MM-DD" may be all that a person needs to be told"""

    @property
    def order(self) -> bool:
        """Whether it is an order, or a question."""
        return bool(self.remedies) or "?" in self.clause.end

    @property
    def understood(self) -> bool:
        """Whether anything was taken from it, or there is nothing in it."""
        said = self.clause.claims or self.causes or self.remedies or self.promises or self.waits or self.vague
        said = said or "accepted" in self.turns
        return bool(said) or "?" in self.clause.end or not _content(self.clause.text)

    @property
    def names_work(self) -> bool:
        """Whether it names some work and says no more: "Preparing the environment"."""
        first = self.clause.text.partition(" ")[0]
        known = first in _READYING or gerund(first, ENGLISH) is not None
        return known and _WORK.match(self.clause.text) is not None

    @property
    def has_number(self) -> bool:
        """Whether a number stands in it."""
        return re.search(r"<n\d+>", f"{self.clause.label} {self.clause.text}") is not None


@dataclass(frozen=True, kw_only=True, slots=True)
class Utterance:
    """What lines that stand together say. ``controls`` are what can be pressed beside them, as remedies."""

    lines: tuple[str, ...]
    readings: tuple[Reading, ...]
    phrases: tuple[Phrase, ...]
    controls: tuple[Remedy, ...]
    masked: tuple[Masked, ...]
    placeholders: tuple[str, ...]

    @property
    def remedies(self) -> tuple[Remedy, ...]:
        """Everything that a person is told to do, or can press."""
        return (*(held for phrase in self.phrases for held in phrase.remedies), *self.controls)

    @property
    def strange(self) -> tuple[Phrase, ...]:
        """The clauses that nobody understood."""
        return tuple(phrase for phrase in self.phrases if not phrase.understood)

    @property
    def loose(self) -> list[float | int]:
        """The numbers that no reading took: what they count nobody could read."""
        taken = [number for held in self.readings for number in (held.value, held.total) if number is not None]
        numbers = [number for masked in self.masked for key, number in masked.values.items() if key.startswith("n")]
        for number in taken:
            if number in numbers:
                numbers.remove(number)
        return numbers

    def written(self, phrase: Phrase, kind: str) -> Iterator[str]:
        """The durations (``d``) or times (``t``) of a clause, as they are written."""
        for key in re.findall(rf"<({kind}\d+)>", f"{phrase.clause.label} {phrase.clause.text}"):
            for line, masked in zip(self.lines, self.masked, strict=True):
                if line == phrase.line and key in masked.words:
                    yield masked.words[key]


def understand(
    lines: tuple[str, ...], lists: WordLists, *, own: Own = NOBODYS, controls: tuple[str, ...] = ()
) -> Utterance:
    """What the lines say. ``own`` are the words of the job that they speak of."""
    plain = tuple(own.plainly(line) for line in lines)
    reads = [read(line, "generic", "", own.names) for line in plain]
    masked = tuple(mask(line, own.names) for line in plain)
    return Utterance(
        lines=lines,
        readings=tuple(
            _as_shown(reading, line) for held, line in zip(reads, lines, strict=True) for reading in held.readings
        ),
        phrases=tuple(
            _phrase(clause, line, lists, words)
            for held, line, words in zip(reads, lines, masked, strict=True)
            for clause in held.clauses
        ),
        controls=tuple(held for name in controls for held in _named(own.plainly(name), lists)),
        masked=masked,
        placeholders=tuple(found for line in lines if (found := placeholder_in(line))),
    )


def _as_shown(reading: Reading, line: str) -> Reading:
    """The reading with the words of the page, where the job's own were put into known ones."""
    return replace(reading, text=" ".join(line.split()))


def _named(name: str, lists: WordLists) -> tuple[Remedy, ...]:
    return remedies_in(mask(name).text.strip(), lists, control=True)


def _order(clause: Heard, text: str) -> str | None:
    """The words of a clause that may be an order; "Give the step more memory: 2 GB" has them before its colon."""
    heads = clause.label.count(" ") >= _LONG and clause.label.partition(" ")[0] in ENGLISH.imperatives
    if heads:
        return text
    return None if _states(clause) else clause.text


def _unquoted(text: str, masked: Masked) -> str:
    """The clause with what it quotes in words, in quotation marks still: the name of a control tells what it does."""
    return _QUOTED.sub(lambda held: f'"{masked.words.get(held[1], "").strip(_MARKS).lower()}"', text)


def _phrase(clause: Heard, line: str, lists: WordLists, masked: Masked) -> Phrase:
    text = f"{clause.label}: {clause.text}" if clause.label else clause.text
    order = _order(clause, text)
    remedies = (told_in if order is None else remedies_in)(_unquoted(order or text, masked), lists)
    return Phrase(
        clause=clause,
        line=line,
        causes=causes_in(text, lists) or _mended(text, remedies, lists),
        remedies=remedies,
        promises=promises_in(clause, lists),
        waits=tuple(reason for reason, pattern in lists.waiting.items() if pattern.search(text)),
        turns=frozenset(name for name, pattern in lists.turns.items() if pattern.search(text)),
        strangers=strangers_in(text, ENGLISH),
        vague=lists.vague["vague"].search(text) is not None,
        requirement=lists.remedies["told fix"].match(clause.text) is not None,
        unknown_order=not clause.claims and not clause.label and has_unknown_order(clause.text, lists),
    )


def _mended(text: str, remedies: tuple[Remedy, ...], lists: WordLists) -> frozenset[str]:
    """What is to be mended was wrong: "Check the date format" tells as much as "The date format is wrong"."""
    if any("sign-in" in held.kinds for held in remedies):
        return frozenset(("expired-credentials",))
    fixes = any("fix" in held.kinds and "data" in held.about for held in remedies)
    things = any(lists.faults[name].search(text) for name in ("identifier", "value", "form"))
    return frozenset((CauseClass.USER_DATA.value,)) if fixes and things else frozenset()


def _states(clause: Heard) -> bool:
    """Whether the clause says what is so: "Import complete" orders nobody to import."""
    if not clause.claims:
        return False
    first = clause.text.partition(" ")[0]
    return first not in ENGLISH.imperatives or participle(first, ENGLISH) is not None or clause.label != ""


def _content(text: str) -> list[str]:
    """The words of a clause that mean something."""
    words = [word for word in _WORD.findall(re.sub(r"<\w\d+>", " ", text)) if word not in _EMPTY]
    known = ENGLISH.fillers | ENGLISH.determiners | ENGLISH.job_nouns | ENGLISH.item_nouns
    return [word for word in words if word not in known and stem(word, ENGLISH) is None]
