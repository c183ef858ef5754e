"""The claim reader: every claim that a text makes about a job, now. Pure; knows no page, no job and no truth."""

import re
from dataclasses import replace
from functools import lru_cache

from harness.core.causes import leading, recognised
from harness.microcopy.attempts import names_attempt, without_attempt
from harness.microcopy.english import ENGLISH
from harness.microcopy.language import Language
from harness.microcopy.numbers import after_attempts, bind, bucket_of
from harness.microcopy.partition import resolve_done
from harness.microcopy.reading import Heard, Kind, Read, Reading
from harness.microcopy.shape import Clause, Masked, mask, places, sentences
from harness.microcopy.statements import AT_STEP, read_statement

_LONGEST = 2_000
_HEADS = frozenset(("started", "begun", "created", "accepted", "submitted", "received"))
"""``Started: Publish 20 items`` names what was started; whether it still runs it does not say"""
_AGAIN = re.compile(
    r"(?:(?:now|still|we are|we're|it is|automatically|and) )*"
    r"(?:trying|retrying|checking|asking|looking|reading|reconnecting|loading|refreshing)\b"
)
_COMMANDS = frozenset(
    ("button", "link", "menuitem", "tab", "option", "switch", "checkbox", "radio", "textbox", "combobox")
)


@lru_cache(maxsize=20_000)
def read(text: str, role: str = "generic", label: str = "", names: tuple[str, ...] = ()) -> Read:
    """The claims of a text as it stands on a page.

    ``role`` is the ARIA role of what holds it: names of controls claim nothing. ``label`` is what a term, a header or a
    caption beside a short text calls it. ``names`` are known titles, which are taken as names and not as sentences.
    """
    if role in _COMMANDS or not text.strip() or len(text) > _LONGEST:
        return Read()
    masked = mask(text, names)
    drawn = _sketch(masked.text, _label(label))
    said = " ".join(text.split())
    readings = resolve_done([_fill(reading, masked, said) for reading in drawn.readings])
    unread = (said,) if drawn.unread else ()
    return Read(readings=tuple(dict.fromkeys(readings)), unread=unread, clauses=drawn.clauses)


def _label(label: str) -> str:
    """A label in shape; one that holds a number is a text of its own, and labels nothing."""
    clean = label.strip().rstrip(":").lower()
    return "" if re.search(r"\d", clean) else clean


@lru_cache(maxsize=20_000)
def _sketch(shape: str, label: str) -> Read:
    """The claims of a shape, with places instead of numbers: texts that differ in numbers only are read once."""
    return _Reading(_plain(shape, ENGLISH), _plain(label, ENGLISH), ENGLISH).run()


def _plain(shape: str, language: Language) -> str:
    """The shape with every idiom said in plain words."""
    for pattern, words in language.idioms:
        shape = re.sub(pattern, words, shape)
    return shape


def _fill(reading: Reading, masked: Masked, said: str) -> Reading:
    total, value, word = masked.number(reading.total), masked.number(reading.value), reading.word
    if word == "problems":
        value, word = value if value == 0 else None, "failed"
    return Reading(
        kind=reading.kind,
        text=said,
        word=word,
        value=value,
        total=total if isinstance(total, int) else None,
        noun=reading.noun,
        subject=reading.subject,
        cause=reading.cause,
        when=None if reading.when is None else masked.written(reading.when),
    )


def _heard(clause: Clause, *, claims: bool = False) -> Heard:
    return Heard(text=clause.text, end=clause.end, label=clause.label, claims=claims)


def _headed(clause: Clause) -> Clause:
    """``network trouble 1 item failed`` as ``network trouble: 1 item failed``: it counts the items of a cause."""
    head = leading(clause.text) if not clause.label else ""
    rest = clause.text[len(head) :].strip()
    return replace(clause, text=rest, label=head) if head and rest.startswith("<n") else clause


class _Reading:
    """One pass over one shape."""

    def __init__(self, shape: str, label: str, language: Language) -> None:
        self.masked: Masked = places(shape)
        self.text = shape
        self.label = label
        self.language = language
        self.readings: list[Reading] = []
        self.unread: list[str] = []
        self.head = ""
        """What stands before a colon, in front of the clause in hand."""
        self.aside = False
        """The page spoke of itself, its connection or its request: "Trying again" goes on with that."""

    def run(self) -> Read:
        """All clauses in order."""
        clauses = [replace(clause, label=clause.label or self.label) for clause in sentences(self.masked)]
        reason = False
        heard: list[Heard] = []
        for clause in clauses:
            before = len(self.readings)
            words = clause.label or clause.text
            if re.search(self.language.history, words):
                self._notice(clause)
                heard += [_heard(clause, claims=True), *(_heard(left) for left in clauses[len(heard) + 1 :])]
                break
            if not reason:
                self._clause(clause)
                self._narrow(self.head or clause.label or leading(self.text))
            heard.append(_heard(clause, claims=len(self.readings) > before))
            self.head = clause.text if clause.end == ":" else "" if clause.end else self.head
            reason = clause.end == ":" and re.search(self.language.reasons, clause.text) is not None
        if re.search(self.language.stock, self.text):
            self.readings = [reading for reading in self.readings if reading.kind is not Kind.COUNT]
        readings = tuple(dict.fromkeys(self.readings))
        return Read(readings=readings, unread=tuple(dict.fromkeys(self.unread)), clauses=tuple(heard))

    def _narrow(self, head: str) -> None:
        """``No permission: 1 item failed`` counts those of one cause."""
        last = self.readings[-1] if self.readings else None
        if last and last.kind is Kind.COUNT and last.word in ("failed", "skipped") and head and recognised(head):
            self.readings[-1] = replace(last, cause=head)

    def _clause(self, clause: Clause) -> None:
        if "?" in clause.end or (clause.end == ":" and clause.text in _HEADS):
            return
        clause = _headed(clause)
        noticed = self._notice(clause)
        self._next_attempt(clause)
        if noticed:
            return
        if re.search(self.language.kept, clause.text):
            self.readings.append(Reading(kind=Kind.COUNT, word="kept", text=self.text))
            return
        whole, clause = clause, self._main(clause)
        took = after_attempts(whole.text[len(clause.text) :], clause.text, self.masked, self.language, self.text)
        self.readings += [took] if took is not None else []
        if not clause.text or re.search(self.language.reasons, clause.text):
            return
        if self._silent(clause) and not names_attempt(clause.text):
            return
        self._claims(clause)

    def _notice(self, clause: Clause) -> bool:
        shape = f"{clause.label} {clause.text}".strip()
        if clause.label and (clause.label.endswith("ahead") or leading(clause.label)):
            return False
        for pattern, kind, word in self.language.notices:
            if match := re.search(pattern, shape):
                when = match.groupdict().get("when")
                self.readings.append(Reading(kind=Kind(kind), word=word, text=self.text, when=when))
                self.aside = True
                if kind == "connection" and (dated := re.search(self.language.dated, shape)):
                    self.readings.append(Reading(kind=Kind.AS_OF, text=self.text, when=dated["when"]))
                return True
        if re.search(r"<d\d+>", shape) and not re.search(r"<[np]\d+>", shape) and not self._silent(clause):
            self.readings.append(Reading(kind=Kind.DURATION, text=self.text))
            return not self._ending_before_duration(shape)
        return re.search(r"<t\d+>", shape) is not None and self._clock(shape)

    def _next_attempt(self, clause: Clause) -> None:
        """``Next attempt at 09:03:20``, and beside a sentence about a retry ``due in 12 s``; not of a request."""
        shape = f"{clause.label or self.head} {clause.text}".strip()
        match = re.search(self.language.next_attempt, shape)
        if match is None and self._tells_retry():
            match = re.search(self.language.due, shape)
        if match is None or self.aside:
            return
        word = "at" if match[1].startswith("<t") else "in"
        self.readings.append(Reading(kind=Kind.NEXT, word=word, text=self.text, when=match[1]))

    def _tells_retry(self) -> bool:
        return any(held.kind is Kind.ATTEMPT or held.word == "retrying" for held in self.readings)

    def _ending_before_duration(self, shape: str) -> bool:
        return re.search(r"\b(?:in|after|took) (?:about )?<d", shape) is not None and not shape.startswith("next")

    def _clock(self, shape: str) -> bool:
        if re.search(r"\belapsed|remaining|left\b", shape):
            self.readings.append(Reading(kind=Kind.DURATION, text=self.text))
            return True
        return False

    def _main(self, clause: Clause) -> Clause:
        """The clause without what it says of other times and conditions."""
        match = re.search(self.language.subordinate, clause.text)
        if match is None:
            return clause
        return Clause(clause.text[: match.start()].strip(), clause.end, clause.label)

    def _silent(self, clause: Clause) -> bool:
        shape = f"{clause.label} {clause.text}".strip()
        if re.search(r"<x\d+>", shape) and (clause.label or re.search(r"\b(?:on|since) <x", shape)):
            return True
        could_not = re.search(r"\b(?:could not|couldn't|cannot be|can't be)\b", shape)
        if re.search(self.language.silent, shape) and not could_not:
            return True
        return self._commands(clause)

    def _commands(self, clause: Clause) -> bool:
        first, _, rest = clause.text.partition(" ")
        if first not in self.language.imperatives or clause.label:
            return False
        aux = r"(?:is |was |has |has been |are |in |now |still |not |just |being )*"
        words = "|".join(re.escape(word) for word in self.language.endings)
        predicate = (
            rf"^{aux}(?:{words}|running|queued|progress|paused|pending|started|under ?way|<[np]\d+>)(?:$| "
            rf"(?:because|due|with|after|at|on|to|in|of|behind|until|since|successfully|complete\w*|done)\b)"
        )
        return not rest or re.match(predicate, rest) is None

    def _claims(self, clause: Clause) -> None:
        bound = bind(clause, self.masked, self.language, self.text)
        if self._rebinds(clause):
            return
        if bound.won:  # "Published on attempt 3" says that it was published, too
            clause = replace(clause, text=without_attempt(clause.text))
        statement = self._statement(clause, numbers=bound.done and not (bound.won and "<n" not in clause.text))
        if statement is None and clause.label and clause.label != self.label:
            statement = self._statement(Clause(clause.label, "…"), numbers=True)
        if statement is not None and not (self.aside and _AGAIN.match(clause.text)):
            self.readings.append(statement)
        self.readings.extend(bound.readings)
        if statement is None and not bound.readings and not bound.done and self._doubtful(clause):
            self.unread.append(self.text)

    def _rebinds(self, clause: Clause) -> bool:
        """``5 already published, skipped``: a verb alone after a number names what became of it."""
        last = self.readings[-1] if self.readings else None
        bucket = {"skipped": "skipped", "failed": "failed", "ignored": "skipped"}.get(clause.text)
        if last is None or bucket is None or last.kind is not Kind.COUNT or clause.label:
            return False
        self.readings[-1] = Reading(kind=Kind.COUNT, word=bucket, text=self.text, value=last.value, total=last.total)
        return True

    def _statement(self, clause: Clause, *, numbers: bool) -> Reading | None:
        if vague := self._vague(clause):
            return vague
        statement = read_statement(clause, self.language, self.text)
        if statement is None or not numbers:
            return statement
        if statement.kind is Kind.ENDED and statement.word == "partial":
            return statement
        leading = statement.subject is not None or statement.word in ("retrying", "queued", "cancelling")
        leading = leading or clause.text.startswith("working") or AT_STEP.search(clause.text) is not None
        return statement if statement.kind is Kind.STATE and leading else None

    def _vague(self, clause: Clause) -> Reading | None:
        """``Some items failed``, ``nothing has been published yet``: a count without a number."""
        if re.search(self.language.unchanged, clause.text):
            return Reading(kind=Kind.COUNT, word="changed", value=0, text=self.text)
        match = re.match(
            r"(?P<none>nothing|no one|nobody)|(?:some|several|a few|many) (?:of (?:the|your) )?(?:\w+ )?", clause.text
        )
        if match is None:
            return None
        word = bucket_of(clause.text[match.end() :], self.language)
        if match["none"] and word in ("failed", "skipped", "succeeded", "processed", "finished"):
            return Reading(kind=Kind.COUNT, word=word, value=0, text=self.text)
        return Reading(kind=Kind.COUNT, word=word, text=self.text) if word in ("failed", "skipped") else None

    def _doubtful(self, clause: Clause) -> bool:
        if clause.text in ("progress", "skipped"):
            return False  # a label, and what became of a step
        if clause.end == ":" and recognised(clause.text):
            return False  # "Already published: 2 items skipped" begins with a cause
        if re.search(self.language.alert_words, clause.text):
            return True
        if re.search(r"<n\d+>", clause.text) is None:
            return False
        # a bare number under a label that names nothing of a job speaks of something else
        return not clause.label or re.search(self.language.alert_words, clause.label) is not None
