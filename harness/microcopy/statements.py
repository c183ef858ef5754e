"""Clauses without numbers: what a job is doing, and that it ended."""

import re

from harness.microcopy.language import Language, any_of
from harness.microcopy.numbers import gerund, participle, stem
from harness.microcopy.reading import Kind, Reading
from harness.microcopy.shape import Clause

_MASKED = re.compile(r"<[npdtxq]\d+>")
_LONGEST_OBJECT = 9
_GENERAL = frozenset(("usually", "takes", "requires"))
_TROUBLED = (
    r"\b(?:with|but|despite)\b.{0,30}\b(?:errors?|failures?|problems?|issues?|exceptions?|failed|"
    r"skipped|warnings?|rejected)\b"
)
_PARTLY = r"^(?:partially|partly|mostly|nearly all|incompletely)\b|\bpartial(?:ly)?\b|\bpartly\b|\bmixed\b"
_NEGATED = r"\b(?:not|n't|isn't|hasn't|haven't|wasn't|no longer|never|yet to|almost|nearly|in)\b"
_COULD_NOT = r"\b(?:could not|couldn't|was not|wasn't|were not|weren't|unable to|failed to)(?: to)?(?: be)? (\w+)"
_TAIL = re.compile(
    r"^(?:$|successfully|at <|in <|on <|after <|<[tdxq]|because|due|with|by you\b|today\b|early\b|"
    r"this (?:morning|afternoon|evening)\b|now|already|just|yet|!|and (?:is|was|has|it|this|no)\b|so\b|see\b|"
    r"for (?:<|the|your|this|all)|to )"
)
AT_STEP = re.compile(r"\b(?:in|on|at) (?:the )?(?:<q\d+>|\w+(?: \w+)?) (?:step|phase|stage)\b")
"""``on the Validate step``: where a job stands"""
_STAMP = re.compile(r"^(?:started|begun|accepted|received|submitted|registered)(?: at| on|:)? <[tx]\d+>")
"""``Started at 09:03`` tells when; whether it still runs it does not say"""
_META = re.compile(
    r"^(?:the )?(?:current )?(?:status|state|result|outcome|job status|progress|phase|stage)(?: is)?:?\s*"
)


def read_statement(clause: Clause, language: Language, text: str) -> Reading | None:
    """The state or the ending that a clause claims, if it claims one."""
    shape = _META.sub("", clause.text) or clause.text
    return _ended(shape, language, text) or _state(shape, clause, language, text)


def _ended(shape: str, language: Language, text: str) -> Reading | None:
    if re.search(_PARTLY, shape) and (stem(shape, language) or re.search(any_of(language.endings), shape)):
        return Reading(kind=Kind.ENDED, word="partial", text=text, subject=_subject(shape, language))
    words = shape.split()
    for index, word in enumerate(words):
        outcome = language.endings.get(word)
        base = participle(word, language)
        if outcome is None and base is None:
            continue
        made = _predicate(words, index, outcome or "succeeded", base, language, text)
        if made is not None:
            return made
    return _could_not(shape, language, text)


def _predicate(
    words: list[str], index: int, outcome: str, base: str | None, language: Language, text: str
) -> Reading | None:
    left, right = words[:index], " ".join(words[index + 1 :])
    if (
        base in ("update", "create", "add", "save", "send", "submit", "list", "check", "read", "load", "test")
        and not left
    ):
        return None  # "Updated 09:03", "Created": labels of a time, not endings
    if not _speaks_of_job(left, language) or "being" in left or (base is not None and "already" in left):
        return None  # "already published" is a reason why nothing was done
    troubled = re.match(_TROUBLED, right) is not None
    if not troubled and not _TAIL.match(right):
        return None
    if re.search(_NEGATED, " ".join(left)) and outcome != "failed":
        return Reading(kind=Kind.STATE, word="unended", text=text)
    if re.search(_NEGATED, " ".join(left)):
        return None
    word = _outcome(outcome, right, troubled)
    subject = _subject(" ".join(left), language) or base
    return Reading(kind=Kind.ENDED, word=word, text=text, subject=subject)


def _outcome(outcome: str, right: str, troubled: bool) -> str:
    if troubled and outcome in ("completed", "finished", "succeeded"):
        return "partial"
    if re.match(r"successfully\b", right) and outcome in ("completed", "finished"):
        return "succeeded"
    return outcome


def _speaks_of_job(left: list[str], language: Language) -> bool:
    """Whether the words before a predicate can be a job, its work or its items."""
    words = [word for word in left if word not in language.fillers and not re.fullmatch(_NEGATED, word)]
    if not words:
        return True
    if any(word in language.foreign_nouns for word in words):
        return False
    known = [word for word in words if _is_work(word, language)]
    if len(known) == len(words):
        return True
    # "your summer catalogue has been published": a determiner, at most two words that nobody knows, a verb of being
    named = left[0] in language.determiners and left[-1] in ("is", "was", "are", "were", "been", "has", "have")
    return named and len(words) - len(known) <= 2


def _is_work(word: str, language: Language) -> bool:
    return (
        word in language.job_nouns
        or word in language.item_nouns
        or word in language.number_words
        or stem(word, language) is not None
        or re.fullmatch(r"<[qn]\d+>|successfully|fully|finally", word) is not None
    )


def _subject(text: str, language: Language) -> str | None:
    return stem(text, language)


def _could_not(shape: str, language: Language, text: str) -> Reading | None:
    match = re.search(_COULD_NOT, shape)
    if match is None or not _speaks_of_job(shape[: match.start()].split(), language):
        return None
    word = match[1]
    known = (
        word in language.endings or participle(word, language) or stem(word, language) or word in ("finish", "start")
    )
    return Reading(kind=Kind.ENDED, word="failed", text=text, subject=_subject(shape, language)) if known else None


def _state(shape: str, clause: Clause, language: Language, text: str) -> Reading | None:
    if _STAMP.match(shape):
        return None
    for pattern, state in language.states:
        match = re.search(rf"(?<![\w'-])(?:{pattern})(?![\w'-])", shape)
        if match is not None and _frames(shape, match, language):
            named = match.end() if AT_STEP.search(match.group()) else match.start()
            return Reading(kind=Kind.STATE, word=state, text=text, subject=_subject(shape[:named], language))
    return _going_on(shape, clause, language, text)


def _frames(shape: str, match: re.Match[str], language: Language) -> bool:
    """Whether what stands around a state word leaves it a statement about a job."""
    left, right = shape[: match.start()].split(), shape[match.end() :].split()
    if re.search(_NEGATED, shape[: match.start()]) or not _speaks_of_job(left, language):
        return False
    if not left and right and _MASKED.match(right[0]):
        return True
    tail = [word for word in right if word not in language.fillers and not _MASKED.match(word)]
    if not tail or tail[0] in ("because", "since", "while", "behind", "until", "after"):
        return True
    if right[0] in (
        "the",
        "your",
        "a",
        "an",
        "this",
        "for",
        "in",
        "on",
        "at",
        "with",
        "to",
        "by",
        "it",
        "them",
        "these",
        "those",
        "smoothly",
        "normally",
    ):
        return not any(word in language.foreign_nouns for word in tail)
    return False  # "running jobs", "pending orders": an adjective before a noun


def _going_on(shape: str, clause: Clause, language: Language, text: str) -> Reading | None:
    words = [word for word in shape.split() if word not in language.fillers]
    if shape.startswith("about "):
        return None
    base = gerund(words[0], language) if words else None
    if base is None and words[:1] != ["working"]:
        return None
    if _is_label(words[1:], shape, clause, language):
        return None
    return Reading(kind=Kind.STATE, word="running", text=text, subject=base or "work")


def _is_label(rest: list[str], shape: str, clause: Clause, language: Language) -> bool:
    """Whether what follows an -ing form makes it a heading, or a sentence about such work in general."""
    if not rest:
        return gerund(shape.rsplit(maxsplit=1)[-1], language) is None and shape.rsplit(maxsplit=1)[-1] != "working"
    if len(rest) > _LONGEST_OBJECT or any(word in language.foreign_nouns or word in _GENERAL for word in rest):
        return True
    return rest[0] in language.interface_nouns and not _MASKED.search(shape) and clause.end != "…"
