"""A text in the shape that patterns see: numbers, times, money, codes and names masked, the rest in lower case."""

import re
from dataclasses import dataclass, field
from functools import lru_cache

from harness.microcopy.figures import in_figures

_MONTH = r"(?:jan|feb|mar|apr|may|jun|jul|aug|sep|sept|oct|nov|dec)[a-z]*\.?"
_UNIT = r"(?:ms|milliseconds?|s|secs?|seconds?|m|mins?|minutes?|h|hrs?|hours?|d|days?|weeks?)"
_MASKS: tuple[tuple[str, str], ...] = (
    ("q", r"[\"“”«»„][^\"“”«»„]{1,120}[\"“”«»„]"),
    ("x", r"\b\d{4}-\d{2}-\d{2}(?=[t ]\d{2}:)"),
    ("x", r"(?:https?://|www\.)\S+|\b\S+@\S+\.\w+"),
    ("x", r"[$€£¥]\s?\d[\d,.]*|\b\d[\d,.]*\s?(?:[$€£¥]|\b(?:usd|eur|gbp|dollars?|euros?|cents?)\b)"),
    ("x", r"\b\d{4}-\d{2}-\d{2}\b|\b\d{1,2}[./]\d{1,2}[./]\d{2,4}\b"),
    (
        "x",
        (
            rf"\b\d{{1,2}}(?:st|nd|rd|th)?\.? {_MONTH}(?:,? \d{{4}})?\b|\b{_MONTH} \d{{1,2}}(?:st|nd|rd|th)"
            rf"?\b(?:,? \d{{4}})?"
        ),
    ),
    (
        "t",
        r"(?:\bt?|(?<=\d)t)\d{1,2}:\d{2}(?::\d{2})?(?:[.,]\d{1,3})?z?(?:\s?[ap]\.?m\b\.?)?(?:\s?utc|\s?gmt)?|\b\d{1,2}\s?[ap]m\b",
    ),
    ("d", rf"\b\d+(?:[.,]\d+)?\s?{_UNIT}\b(?:,? (?:and )?\d+(?:[.,]\d+)?\s?{_UNIT}\b)*"),
    ("d", r"\b\d+(?:h\d+m(?:\d+s)?|m\d+s)\b"),
    ("d", r"\bhalf an? (?:minute|hour)\b"),
    (
        "d",
        (
            r"\b(?:a few|a couple of|an?|several|less than a|under a) (?:ms|seconds?|minutes?|hours?)\b"
            r"(?! (?:time|attempt|try|run|chance|go|one|look|copy|delivery)\b)"
        ),
    ),
    ("x", r"\b\d[\d,.]*\s?(?:[kmgt]i?b(?:/s|ps)?|bytes?|kbps|mbps|px|kg|g|cm|mm|km|ml|gb)\b"),
    ("x", r"\bv?\d+\.\d+\.\d+(?:[.-]\w+)*\b|\bv\d[\w.]*\b"),
    ("x", r"\b[a-z]+[-_][a-z0-9_-]*\d[\w-]*\b|\b(?=\w*[a-z])(?=\w*\d)(?!\d+(?:st|nd|rd|th)\b)\w{2,}\b"),
    ("p", r"\b\d+(?:[.,]\d+)?\s?(?:%|percent\b|per cent\b)"),
    ("n", r"(?<![\w.])\d{1,3}(?P<apart>[,  ’'])\d{3}(?:(?P=apart)\d{3})*(?!\d)|(?<![\w.])\d+(?:\.\d+)?(?![\w])"),
)
_MASK = re.compile(
    "|".join(f"(?P<{kind}{index}>{pattern})" for index, (kind, pattern) in enumerate(_MASKS)), re.IGNORECASE
)
_ZEROS = str.maketrans("123456789", "000000000")
_TOKEN = re.compile(r"<([npdtxq])(\d+)>")
_EXACT_DIGITS = 15
"""So many digits a float holds exactly."""
FIRST_PLACE = 10**15
"""Values from here on stand for places in a text, not for numbers."""
_QUOTED = re.compile(r"[\"“”]*(<q\d+>)[\"“”]*")
_NUMBER_SIGN = re.compile(r"\b(?:no|nr)\.\s?(?=#?\d)", re.IGNORECASE)
_SPACE = re.compile(r"\s+")
_OF = re.compile(r"(<n\d+>) ?(?:/|of|out of|from) ?(?:the |your |all |our |a total of )*(<n\d+>)")
_STOP = re.compile(
    r"[.!?]+(?=\s|$|[\"”')\]])|…|\.{3}|\n|[;·•|✓✔✗✕✖→←]| [–—-]+ |(?<=[a-z)]) / (?=<[np])|(?<=\w)[—](?=\w)|[()\[\]]"
)
_CAPTION = re.compile(r"^([a-z]+(?: [a-z]+)?) [–—-] (?=<n\d+>(?: of <n\d+>)?(?: [a-z]+)?$)")
"""``Steps – 2 of 2 done``: a word or two before a dash name the number after it."""
_SHARE = re.compile(r"(?<!of )(<n\d+>(?: [a-z]+){0,2}) ?[(\[]<p\d+>[)\]]")
"""``Left 20 (100 %)``: the share of one part, and no progress"""
_LABEL = re.compile(r"^(?P<label>[^:<>]{1,60}|[^:]{1,60}): ?(?P<rest>.*)$")


@dataclass(slots=True)
class Masked:
    """A text with its numbers taken out: ``<n0>`` stands for ``values["n0"]``, as written in ``words["n0"]``."""

    text: str
    values: dict[str, float | int] = field(default_factory=dict)
    words: dict[str, str] = field(default_factory=dict)

    def number(self, held: float | int | None) -> float | int | None:
        """A number that a sketch gave, or the one of this text whose place it gave."""
        if held is None or held < FIRST_PLACE:
            return held
        return self.values.get(f"n{int(held) - FIRST_PLACE}", self.values.get(f"p{int(held) - FIRST_PLACE}"))

    def written(self, shape: str) -> str:
        """A piece of the shape as it was written."""
        return _TOKEN.sub(lambda token: self.words[token[1] + token[2]], shape)


def places(shape: str) -> Masked:
    """A masked text whose numbers are not known yet: each value tells its own place."""
    masked = Masked(text=shape)
    for kind, index in _TOKEN.findall(shape):
        masked.words[kind + index] = ""
        if kind in "np":
            masked.values[kind + index] = FIRST_PLACE + int(index)
    return masked


def mask(text: str, names: tuple[str, ...] = ()) -> Masked:
    """The text in lower case with everything masked that is no plain word. ``names`` are known titles."""
    plain = text.replace("’", "'").replace(" ", " ").replace(" ", " ").replace("−", "-")
    plain = _NUMBER_SIGN.sub("number ", plain)
    if names:
        plain = _names(names).sub('"q"', plain)
    plain = in_figures(plain)
    found = _masks(plain.translate(_ZEROS))
    if not found.whole:
        found = _masks(plain)
    masked = Masked(text=found.shape)
    for key, start, end in found.held:
        masked.words[key] = written = plain[start:end]
        if key[0] in "np":
            masked.values[key] = _number(written)
    return masked


@dataclass(frozen=True, kw_only=True, slots=True)
class _Found:
    """The shape of a text, and where each token stood. ``whole``: no digit is left in the shape."""

    shape: str
    held: tuple[tuple[str, int, int], ...]
    whole: bool


@lru_cache(maxsize=10_000)
def _masks(plain: str) -> _Found:
    """What is masked in a text. No mask tells one digit from another: texts that differ in those only are looked at
    once.
    """
    held: list[tuple[str, int, int]] = []

    def hold(match: re.Match[str]) -> str:
        key = f"{(match.lastgroup or 'x')[0]}{len(held)}"
        held.append((key, match.start(), match.end()))
        return f"<{key}>"

    shape = _QUOTED.sub(r"\1", _OF.sub(r"\1 of \2", _MASK.sub(hold, plain).lower()))
    return _Found(shape=shape, held=tuple(held), whole=re.search(r"\d", _TOKEN.sub("", shape)) is None)


@lru_cache(maxsize=100)
def _names(names: tuple[str, ...]) -> re.Pattern[str]:
    held = "|".join(re.escape(name) for name in sorted(names, key=len, reverse=True))
    return re.compile(rf"[\"“']?(?<!\w)(?:{held})(?!\w)[\"”']?", re.IGNORECASE)


def _number(written: str) -> int | float:
    if written.isdecimal() and len(written) <= _EXACT_DIGITS:
        return int(written)
    digits = re.sub(r"[^\d.,]", "", written)
    if re.fullmatch(r"\d{1,3}(,\d{3})+", digits) or ("," in digits and "." in digits):
        digits = digits.replace(",", "")
    value = float(digits.replace(",", "."))
    return int(value) if value.is_integer() else value


@dataclass(frozen=True, slots=True)
class Clause:
    """One clause in shape, and what ended it: ``?`` for a question, ``…`` for something going on."""

    text: str
    end: str = ""
    label: str = ""


def sentences(masked: Masked) -> list[Clause]:
    """The clauses of a masked text: sentences, bracketed remarks, parts between dots, bars and dashes."""
    text = re.sub(r"(\w)\s?[(\[](<n\d+>(?: of <n\d+>)?)[)\]]", r"\1: \2", masked.text)
    text = _CAPTION.sub(r"\1: ", _SHARE.sub(r"\1", text))
    clauses: list[Clause] = []
    at = 0
    for match in _STOP.finditer(text):
        _add(clauses, text[at : match.start()], match.group())
        at = match.end()
    _add(clauses, text[at:], "")
    return clauses


def _add(clauses: list[Clause], text: str, end: str) -> None:
    clean = _SPACE.sub(" ", text).strip(" ,:*\"'`-–—")
    if not clean and "?" in end and clauses:
        clauses[-1] = Clause(clauses[-1].text, end)
    if not clean:
        return
    match = _LABEL.match(clean)
    if match is None:
        clauses.extend(Clause(part, end) for part in _commas(clean))
        return
    label, rest = match["label"].strip(), match["rest"].strip()
    *more, label = label.split(", ")
    clauses.extend(Clause(part, end) for part in more)
    if _SHORT.fullmatch(rest) and not _TOKEN.search(label):
        clauses.append(Clause(rest, end, label))
        return
    clauses.append(Clause(label, ":"))
    clauses.extend(Clause(part, end) for part in _commas(rest))


_SHORT = re.compile(r"(?:about |~)?<[npdtx]\d+>(?: of <n\d+>)?(?: (?:of )?[a-z]+)?|none|zero|no")
_SPLIT = re.compile(
    r"(?<!\ball),? (?:and|but|while|plus|of which) (?=(?:the )?(?:<n\d+>|no |none|one |two |three |some |all "
    r"))|, ?(?:and |but )?|,$| & (?=<n)"
)


def _commas(text: str) -> list[str]:
    parts = [part.strip(" ,:") for part in _SPLIT.split(text)]
    return [part for part in parts if part]
