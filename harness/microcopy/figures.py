"""Large numbers and lengths of time in words, put into figures: "forty-five were sent", "about four minutes left"."""

import re

_SMALL = {
    word: value
    for value, word in enumerate(
        """one two three four five six seven eight nine ten eleven twelve thirteen fourteen fifteen sixteen seventeen
        eighteen nineteen""".split(),
        1,
    )
}
_TENS = {
    word: 10 * value for value, word in enumerate("twenty thirty forty fifty sixty seventy eighty ninety".split(), 2)
}
_SCALES = {"hundred": 100, "thousand": 1_000}
_VALUES = {**_SMALL, **_TENS, **_SCALES}
_LARGE = 12
"""Numbers up to here stay words: what they count depends on what stands beside them (spelled.py)."""
_WORD = "|".join(sorted(_VALUES, key=len, reverse=True))
_NUMBER = re.compile(
    rf"(?<![\w-])(?P<number>(?:an? (?=hundred\b|thousand\b))?(?:{_WORD})(?:(?:[ -]| and )(?:{_WORD}))*)\b"
    r"(?P<time>(?= (?:seconds?|minutes?|hours?)\b))?(?!-)",
    re.IGNORECASE,
)


def in_figures(text: str) -> str:
    """The text with those numbers in figures; every other word as it was."""
    return _NUMBER.sub(_figures, text)


def _figures(held: re.Match[str]) -> str:
    words = re.findall(r"[a-z]+", held["number"].lower())
    value = _value([word for word in words if word not in ("a", "an", "and")])
    large = value is not None and (value > _LARGE or held["time"] is not None)
    return str(value) if large else held[0]


def _value(words: list[str]) -> int | None:
    """What the words come to; None for what is no one number, such as "one two"."""
    whole, part, least = 0, 0, _SCALES["hundred"]
    for word in words:
        value = _VALUES[word]
        if word in _SCALES:
            part = max(part, 1) * value
            whole, part = (whole + part, 0) if word == "thousand" else (whole, part)
            least = _SCALES["hundred"]
        elif value >= least:
            return None
        else:
            part, least = part + value, 10 if word in _TENS else 1
    return whole + part
