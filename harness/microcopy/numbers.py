"""Numbers in a clause: each is bound by its verb and its noun, never by what it happens to equal."""

import re

from harness.microcopy.attempts import ATTEMPT
from harness.microcopy.language import Language
from harness.microcopy.reading import Kind, Reading
from harness.microcopy.shape import Clause, Masked
from harness.microcopy.spelled import in_digits

_N = r"<n\d+>"
_OF = re.compile(r"(<n\d+>) of (<n\d+>)")
_ONE = re.compile(_N)
_QUANTITY = re.compile(r"<n\d+>(?: of <n\d+>)?")
_ORDINAL = r"(?:step|phase|stage|part)"
_STEP = re.compile(rf"\b{_ORDINAL}s? (<n\d+>) of (<n\d+>)|(<n\d+>) of (<n\d+>) (?:{_ORDINAL}s)\b")
_AT_STEP = re.compile(rf"\b(?:in|on|at|of|during) (?:the )?((?:<q\d+>|[a-z]+(?: [a-z]+)?)) {_ORDINAL}$")
_STEP_GOES_ON = re.compile(rf"^(?:the )?{_ORDINAL} (<q\d+>) is (?:under ?way|running|in progress|going on)$")
_NAMED_STEP = re.compile(rf"\b(?:in|on|at|of|during) (?:the )?(?:<q\d+>|[a-z]+(?: [a-z]+)?) {_ORDINAL} $")
"""``on the Publish step (5 of 20)`` counts what was done in that step"""
_WON_OR_LOST = {"succeeded": "succeeded", "finished": "succeeded", "processed": "succeeded", "failed": "failed"}
_JOBS = r"(?:jobs?|tasks?|imports?|runs?|people|others?|requests?|items? in the queue)"
_AHEAD = re.compile(
    rf"(<n\d+>) (?:other |more )?(?:{_JOBS} )?(?:is |are )?(?:ahead|before|in front)\b"
    r"|(<n\d+>) (?:[a-z]+ ){1,3}?(?:is |are |come |comes )?(?:ahead|in front|before (?:yours|you|it|this)\b)"
)
_BEHIND = re.compile(r"\bbehind (<n\d+>) [a-z]+")
_PLACE = re.compile(
    r"\b(?:position|place|number|no\.?)(?: in (?:the )?(?:queue|line))?:? #?(<n\d+>)(?: of <n\d+>)"
    r"?(?: in (?:the )?(?:queue|line))?|#(<n\d+>) in (?:the )?(?:queue|line)|(<n\d+>) in (?:the )"
    r"?(?:queue|line)\b|(<n\d+>) of <n\d+> in (?:the |your )?(?:queue|line)\b"
)
_EXCEPT = re.compile(r"\b(?:except(?: for)?|apart from|other than|all but|but|save for|without)$")
"""what stands after these is no part of what the verb before them counts"""
_MOST_STRANGE = 2
_TROUBLES = re.compile(r"(?:\w+ )?(?:errors?|problems?|issues?|warnings?)\b(?! items?| rows?)")
"""``2 errors``: how many items have them it does not say"""
_PAGES = re.compile(r"\bpage (?:<n\d+>)|(?:<n\d+>) ?[–-] ?(?:<n\d+>)|\brows per page|\bresults?\b")


class Bound:
    """What became of the numbers of a clause: the readings, and whether any number was left over."""

    __slots__ = ("done", "readings")

    def __init__(self) -> None:
        self.readings: list[Reading] = []
        self.done = False

    @property
    def won(self) -> bool:
        """Whether all that the numbers tell is on which attempt it succeeded."""
        return bool(self.readings) and all(
            (held.kind, held.word) == (Kind.ATTEMPT, "succeeded") for held in self.readings
        )

    def take(self, *readings: Reading) -> "Bound":
        """The clause's numbers are accounted for."""
        self.readings.extend(readings)
        self.done = True
        return self


def bind(clause: Clause, masked: Masked, language: Language, text: str) -> Bound:
    """Every number of a clause that can be bound."""
    shape = in_digits(clause.text, masked, language)
    bound = Bound()
    if not re.search(r"<[np]\d+>", shape):
        return bound
    if _PAGES.search(shape) or re.fullmatch(r"#<n\d+>", shape):
        return bound.take()
    for rule in (_percent, _steps, _attempts, _places, _ordinals, _counts):
        if rule(shape, clause, masked, language, text, bound):
            break
    return bound


def _value(masked: Masked, token: str | None) -> int | float | None:
    """The number behind a token; in a shape that is read once for many texts, the token itself."""
    return None if token is None else masked.values[token.strip("<>")]


def _whole(masked: Masked, token: str | None) -> int | None:
    value = _value(masked, token)
    return value if isinstance(value, int) else None


def _percent(shape: str, clause: Clause, masked: Masked, language: Language, text: str, bound: Bound) -> bool:
    match = re.search(r"<p\d+>", shape)
    if match is None:
        return False
    rest = re.sub(r"<p\d+>", " ", f"{clause.label} {shape}")
    if re.search(r"\b(?:off|discount|vat|tax|sale|cpu|memory|disk|faster|margin|battery|quota|storage)\b", rest):
        return bool(bound.take())
    subject = stem(rest, language)
    bound.take(Reading(kind=Kind.PERCENT, text=text, value=_value(masked, match.group()), subject=subject))
    return not _ONE.search(shape)


def _steps(shape: str, clause: Clause, masked: Masked, language: Language, text: str, bound: Bound) -> bool:
    labelled = f"{clause.label} {shape}" if clause.label else shape
    match = _STEP.search(labelled)
    if match is None or _NAMED_STEP.search(labelled[: match.start(1)] if match[1] else ""):
        return False
    k, n = match[1] or match[3], match[2] or match[4]
    word = (
        "done" if re.match(r" (?:are |were )?(?:done|complete|completed|finished)\b", labelled[match.end() :]) else None
    )
    if clause.label and re.search(rf"\b{_ORDINAL}s$", clause.label):
        word = "done"
    value, total = _value(masked, k), _whole(masked, n)
    return bool(bound.take(Reading(kind=Kind.STEP, word=word, text=text, value=value, total=total)))


def _attempts(shape: str, clause: Clause, masked: Masked, language: Language, text: str, bound: Bound) -> bool:
    labelled = f"{clause.label} {shape}" if clause.label else shape
    match = ATTEMPT.search(labelled)
    if match is None or (match[1] and _counts_items(labelled[match.end() :], language)):
        return False
    k, n = match[1] or match[3], match[2] or match[4]
    total, word = _whole(masked, n), _became(labelled, match, language)
    noun = "retries" if "retr" in match.group() else None
    return bool(
        bound.take(
            Reading(kind=Kind.ATTEMPT, word=word, text=text, value=_value(masked, k), total=total, noun=noun),
        )
    )


def _became(shape: str, match: re.Match[str], language: Language) -> str | None:
    """What became of an attempt that is over: ``succeeded on attempt 3``."""
    around = f"{shape[: match.start()]} {shape[match.end() :]}"
    bucket = _bucket(around, language)
    return None if bucket is None else _WON_OR_LOST.get(bucket[0])


def after_attempts(rest: str, main: str, masked: Masked, language: Language, text: str) -> Reading | None:
    """``Published after 3 attempts``: ``main`` says what came of the last of them."""
    match = re.search(language.after_attempts, rest)
    bucket = _bucket(main, language) if match else None
    if match is None or bucket is None:
        return None
    noun = "retries" if match[2] == "retries" else None
    word = _WON_OR_LOST.get(bucket[0])
    return Reading(kind=Kind.ATTEMPT, word=word, text=text, value=_value(masked, match[1]), noun=noun)


def _counts_items(after: str, language: Language) -> bool:
    """Whether an item's noun follows the number: "Retry: 1 item" is no first attempt."""
    return next(iter(after.split()), None) in language.item_nouns


def _places(shape: str, clause: Clause, masked: Masked, language: Language, text: str, bound: Bound) -> bool:
    ahead = _AHEAD.search(shape) or _BEHIND.search(shape)
    if ahead is None and re.search(r"\bahead\b", clause.label):
        ahead = re.search(r"(<n\d+>)", shape)
    if ahead is not None:
        value = _value(masked, ahead[ahead.lastindex or 1])
        return bool(bound.take(Reading(kind=Kind.QUEUE, word="ahead", text=text, value=value)))
    labelled = f"{clause.label}: {shape}" if clause.label else shape
    place = _PLACE.search(labelled)
    if place is None or not re.search(r"queue|line|position|place", labelled):
        return False
    token = place[1] or place[2] or place[3] or place[4]
    return bool(bound.take(Reading(kind=Kind.QUEUE, word="place", text=text, value=_value(masked, token))))


def _ordinals(shape: str, clause: Clause, masked: Masked, language: Language, text: str, bound: Bound) -> bool:
    """``publishing item 151 of 200`` and ``publishing 151 of 200``: the one in hand."""
    match = re.search(rf"\b(?P<noun>[a-z-]+) (?:number |no\.? )?#?(?P<k>{_N})(?: of (?P<n>{_N}))?", shape)
    doing = leading_activity(shape, language)
    if match and match["noun"] in language.item_nouns and not match["noun"].endswith("s"):
        return bool(bound.take(*_current(match["k"], match["n"], match["noun"], doing, masked, text)))
    pair = _OF.search(shape)
    if doing and pair and not _bucket(shape[pair.end() :], language):
        return bool(bound.take(*_current(pair[1], pair[2], None, doing, masked, text)))
    single = _ONE.search(shape)
    if doing and single and not _bucket(shape[single.end() :], language):
        value = _value(masked, single.group())
        return bool(bound.take(Reading(kind=Kind.COUNT, word="total", text=text, value=value, subject=doing)))
    return False


def _current(k: str, n: str | None, noun: str | None, doing: str | None, masked: Masked, text: str) -> list[Reading]:
    if n is None:
        return []  # "row 4" names a row, it counts nothing
    value = _value(masked, k)
    return [
        Reading(
            kind=Kind.COUNT, word="current", text=text, value=value, total=_whole(masked, n), noun=noun, subject=doing
        )
    ]


def _counts(shape: str, clause: Clause, masked: Masked, language: Language, text: str, bound: Bound) -> bool:
    """All quantities of the clause: each takes the verb after it, or, where every one has it there, the
    one before it.
    """
    quantities = list(_QUANTITY.finditer(shape))
    if not quantities:
        return False
    ends = [*(match.start() for match in quantities[1:]), len(shape)]
    starts = [0, *(match.end() for match in quantities[:-1])]
    after = [shape[match.end() : end].strip() for match, end in zip(quantities, ends, strict=True)]
    before = [shape[start : match.start()].strip() for match, start in zip(quantities, starts, strict=True)]
    if len(quantities) == 1:
        return _count(quantities[0].group(), after[0], before[0], clause.label, masked, language, text, bound)
    sides = after if all(_bucket(side, language) for side in after) else before
    if not all(_bucket(side, language) for side in sides):
        return False
    for match, side in zip(quantities, sides, strict=True):
        _count(match.group(), side, "", "", masked, language, text, bound)
    return True


def _count(
    quantity: str, after: str, before: str, label: str, masked: Masked, language: Language, text: str, bound: Bound
) -> bool:
    tokens = re.findall(_N, quantity)
    bucket, subject = _verb(after, before, label, language)
    total = _whole(masked, tokens[1]) if len(tokens) > 1 else None
    if bucket in ("running", "waiting") and total is not None:
        bucket = None  # "Step “Upload” is under way: 5 of 20" says which step, and counts what is done
    if _EXCEPT.search(before) or set(before.split()) & (language.foreign_nouns - language.item_nouns):
        return False  # "All but 5 were listed"; "The server listed no items": somebody else's deed
    if re.match(r"(?:\w+ )?(?:jobs?|tasks?|imports|runs|attempts|retries|tries|times|steps|users|people)\b", after):
        return bool(bound.take())
    label = _STEP_GOES_ON.sub(r"\1", _AT_STEP.sub(r"\1", label))
    if bucket is None and not _bare(after, before, label, language):
        return False
    if re.search(r"\b(?:steps|phases|stages|parts|columns?|fields?)$", label):
        return bool(bound.take())  # "Steps: 2 of 2 done" counts no items
    if bucket is None and total is None:
        return bool(bound.take())  # "200 items": a quantity that says nothing of what became of them
    if bucket == "failed" and _TROUBLES.match(after):
        bucket = "problems"
    subject = subject or (stem(f"{label} {before}", language) if bucket is None else None)
    noun = next((word for word in after.split() if word in language.item_nouns), None)
    made = Reading(
        kind=Kind.COUNT,
        word=bucket or "done",
        text=text,
        value=_value(masked, tokens[0]),
        total=total,
        noun=noun,
        subject=subject,
        cause=_cause(after) if bucket in ("failed", "skipped") else None,
    )
    return bool(bound.take(made))


def _cause(after: str) -> str | None:
    """What the count is narrowed to: the words after because."""
    match = re.search(r"\b(?:because(?: of)?|due to|owing to|for lack of|on account of|caused by) (.+)$", after)
    return match[1] if match else None


def _verb(after: str, before: str, label: str, language: Language) -> tuple[str | None, str | None]:
    for side, last in ((after, False), (label, True), (before, True)):
        bucket = _bucket(side, language, last=last)
        if bucket is not None:
            return bucket
    return None, None


def _bucket(side: str, language: Language, *, last: bool = False) -> tuple[str, str | None] | None:
    """The counter that the words beside a number name, and the activity if they name one: of several the nearest."""
    found = _verbs(side, language)
    if not found:
        return None
    nearest = (max if last else min)(found, key=lambda held: held[0])
    if not last and _strange(side[: nearest[0]], language) > _MOST_STRANGE:
        return None
    return nearest[2], nearest[3] or None


def _verbs(side: str, language: Language) -> list[tuple[int, int, str, str]]:
    """(start, end, counter, activity or "") of every word that names a counter; of "not processed" only the whole."""
    found: list[tuple[int, int, str, str]] = []
    for pattern, bucket in language.buckets:
        if match := re.search(pattern, side):
            found.append((*match.span(), bucket, ""))
    for match in re.finditer(r"[a-z-]+", side):
        base = participle(match.group(), language)
        if base is not None and not side[: match.start()].endswith(("not ", "not yet ", "yet to be ")):
            found.append((*match.span(), _done_to(base, language), base))
    return [held for held in found if not any(_within(held, other) for other in found)]


def _within(held: tuple[int, int, str, str], other: tuple[int, int, str, str]) -> bool:
    return other[0] <= held[0] and held[1] <= other[1] and held[:2] != other[:2]


def bucket_of(side: str, language: Language) -> str | None:
    """The counter that the words name, if they do so without words that nobody knows."""
    bucket = _bucket(side, language)
    return bucket[0] if bucket else None


def _strange(words: str, language: Language) -> int:
    """How many words nobody knows stand between a number and its verb."""
    known = language.fillers | language.item_nouns | language.job_nouns
    return sum(word not in known and not word.startswith("<") for word in words.split())


def _done_to(base: str, language: Language) -> str:
    if base in language.achievements:
        return "succeeded"
    return "processed" if base in ("process", "handle") else _past(base, language)


def _past(base: str, language: Language) -> str:
    return language.activities[base][2]


def participle(word: str, language: Language) -> str | None:
    """The stem of a participle: ``published`` -> ``publish``."""
    return _index(language)[1].get(word)


def gerund(word: str, language: Language) -> str | None:
    """The stem of an -ing form: ``publishing`` -> ``publish``."""
    return _index(language)[0].get(word)


_INDEXES: dict[int, tuple[dict[str, str], dict[str, str]]] = {}


def _index(language: Language) -> tuple[dict[str, str], dict[str, str]]:
    held = _INDEXES.get(id(language))
    if held is None:
        doing = {forms[1]: base for base, forms in language.activities.items()}
        done = {forms[2]: base for base, forms in language.activities.items()}
        held = _INDEXES[id(language)] = (doing, done)
    return held


def stem(text: str, language: Language) -> str | None:
    """The activity that any word of the text names, in any form."""
    doing, done = _index(language)
    for word in re.findall(r"[a-z-]+", text):
        base = doing.get(word) or done.get(word) or (word if word in language.activities else None)
        if base:
            return base
    return None


def leading_activity(shape: str, language: Language) -> str | None:
    """The activity of a clause that says what is going on: ``now publishing …``, ``working on …``."""
    words = [word for word in shape.split() if word not in language.fillers]
    if words[:1] == ["working"]:
        return "work"
    return gerund(words[0], language) if words else None


def _bare(after: str, before: str, label: str, language: Language) -> bool:
    """Whether nothing but a noun, fillers and an activity stand beside the number."""
    words = f"{after} {before} {label}".split()
    rest = [word for word in words if word not in language.fillers and word not in language.item_nouns]
    known = [
        word
        for word in rest
        if stem(word, language) or word in language.job_nouns or word == "progress" or word.startswith("<")
    ]
    return len(rest) - len(known) <= (1 if after else 0)
