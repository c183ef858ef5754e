"""Numbers in words, put into places like those in digits: "one item", "none of the 28", "second of three tries"."""

import re

from harness.microcopy.attempts import TRY
from harness.microcopy.language import Language, any_of
from harness.microcopy.shape import Masked


def in_digits(text: str, masked: Masked, language: Language) -> str:
    """``one item`` and ``all 200``, ``none of the 28`` in digits: number words become masked numbers."""
    text = re.sub(r"\bnone of (?:the |your |our )?(?=<n\d+>)", lambda _: f"<{_word(masked, 'none', 0)}> of ", text)
    text = re.sub(r"\ball (?:of )?(?:the |your |our |its )?(<n\d+>)(?! of)", r"\1 of \1", text)
    text = _ordinal_of(text, masked, language)
    nouns = any_of(language.item_nouns | {"errors", "failures", "problems", "issues", "failed", "jobs", "job", "job's"})
    pattern = (
        rf"\b({any_of(language.number_words)})\b(?= (?:more |other |of the )?{nouns}\b"
        rf"| [a-z]+ (?:is|are) (?:ahead|in front|before)\b"
        rf"|(?<!no one)(?<!not one)(?<!this one)(?<!that one)(?<!the one) (?:was|were) )"
    )
    text = re.sub(
        rf"\b({any_of(language.ordinals)}) {TRY}",
        lambda m: f"attempt <{_word(masked, m[1], language.ordinals[m[1]])}>",
        text,
    )
    text = re.sub(
        rf"\b({any_of(language.ordinals)})(?= in (?:the )?(?:queue|line)\b)",
        lambda m: f"number <{_word(masked, m[1], language.ordinals[m[1]])}>",
        text,
    )
    if language.number_words.keys() & set(text.split()):
        text = re.sub(pattern, lambda m: f"<{_word(masked, m[1], language.number_words[m[1]])}>", text)
    if text in language.number_words:
        text = f"<{_word(masked, text, language.number_words[text])}>"
    return re.sub(r"(<n\d+>) of (?:the )?(?=[a-z])", r"\1 ", text)


def _ordinal_of(text: str, masked: Masked, language: Language) -> str:
    """ "the second of three tries", "2nd delivery attempt of 4" as attempt 2 of 3, attempt 2 of 4."""
    number = rf"(?:at most )?(?P<whole><n\d+>|{any_of(language.number_words)})"
    tries = r"(?:attempts|tries|retries|goes)"
    first = rf"\b(?P<which>{any_of(language.ordinals)})"
    of_tries, try_of, alone = (
        f"{number} {tries}\\b",
        f"(?:[a-z]+ )?{TRY} of {number}",
        f"^(?:the )?{first} of {number}$",
    )
    for words in (f"{first} of {of_tries}", f"{first} {try_of}", alone):
        text = re.sub(words, lambda held: _attempt_of(held, masked, language), text)
    return text


def _attempt_of(held: re.Match[str], masked: Masked, language: Language) -> str:
    which, whole = held["which"], held["whole"]
    if whole in language.number_words:
        whole = f"<{_word(masked, whole, language.number_words[whole])}>"
    return f"attempt <{_word(masked, which, language.ordinals[which])}> of {whole}"


def _word(masked: Masked, written: str, value: int) -> str:
    # An idiom may have taken a number out: counting what is left would give its neighbour's place away.
    key = f"n{max((int(held[1:]) for held in masked.words), default=-1) + 1}"
    masked.words[key] = written
    masked.values[key] = value
    return key
