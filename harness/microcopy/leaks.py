"""What no person should ever see: places for values that were not filled, and strings planted in technical fields."""

from functools import cache, lru_cache
from pathlib import Path

from harness.microcopy import wordlist
from harness.microcopy.wordlist import Lists


@cache
def _lists() -> Lists:
    return wordlist.load(Path(__file__).with_name("placeholders.txt"))


@lru_cache(maxsize=20_000)
def placeholder_in(text: str) -> str | None:
    """The first place for a value that a text shows instead of the value."""
    match = _lists()["placeholder"].search(text)
    return match.group().strip() if match else None


def canary_in(text: str, canaries: tuple[str, ...]) -> str | None:
    """The first planted string in a text: exactly, letter by letter."""
    return next((canary for canary in canaries if canary in text), None)
