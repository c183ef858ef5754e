"""What no person should ever see: places for values that were not filled, what an engine says to whoever mends the
page, and strings planted in technical fields.
"""

from functools import cache, lru_cache
from pathlib import Path

from harness.microcopy import wordlist
from harness.microcopy.wordlist import Lists


@cache
def _lists(name: str) -> Lists:
    return wordlist.load(Path(__file__).with_name(f"{name}.txt"))


@lru_cache(maxsize=20_000)
def placeholder_in(text: str) -> str | None:
    """The first place for a value that a text shows instead of the value."""
    match = _lists("placeholders")["placeholder"].search(text)
    return match.group().strip() if match else None


@lru_cache(maxsize=20_000)
def engine_talk_in(text: str) -> str | None:
    """The first words of JavaScript's engine, or of a library, that a text passes on."""
    match = _lists("engine")["engine"].search(text)
    return match.group().strip() if match else None


def canary_in(text: str, canaries: tuple[str, ...]) -> str | None:
    """The first planted string in a text: exactly, letter by letter."""
    return next((canary for canary in canaries if canary in text), None)
