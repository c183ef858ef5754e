"""Phrases that a target file teaches."""

import pytest

from harness.microcopy.taught import Taught, template, trouble_with

SHOP = Taught(
    {
        "Sent to the shop": "succeeded",
        "Knocked back: {count}": "{count} failed",
        "{count} out of {total} gone": "{count} of {total} processed",
    }
)
KNOWN = {
    "Sent to the shop": "succeeded",
    "Knocked back: {count}": "{count} failed",
    "No papers": "missing ID",
    "Give it a nudge": "Try again",
}


@pytest.mark.parametrize(
    ("text", "plain"),
    [
        ("Sent to the shop", "succeeded"),
        ("sent to the shop.", "succeeded."),
        ("Knocked back: 3", "3 failed"),
        ("1,204 out of 2,000 gone · Knocked back: 3", "1,204 of 2,000 processed · 3 failed"),
        ("Sent to the shopping centre", "Sent to the shopping centre"),
        ("Knocked back: some", "Knocked back: some"),
    ],
)
def test_a_phrase_is_put_into_plain_words(text: str, plain: str) -> None:
    assert SHOP.plainly(text) == plain


def test_nothing_is_taught_by_none() -> None:
    assert Taught().plainly("Sent to the shop") == "Sent to the shop"


@pytest.mark.parametrize(
    ("words", "meaning", "told"),
    [
        ("{count}", "{count} failed", "holds no word"),
        ("Knocked back", "{count} failed", '"{count}" does not stand in "Knocked back"'),
        ("{count} of {count} gone", "{count} failed", "names one place twice"),
        ("Sent to the shop", "frobnicated gently", "cannot be read either"),
    ],
)
def test_what_cannot_be_taught_says_why(words: str, meaning: str, told: str) -> None:
    assert told in str(trouble_with(words, meaning))


@pytest.mark.parametrize(("words", "meaning"), KNOWN.items())
def test_what_can_be_taught(words: str, meaning: str) -> None:
    assert trouble_with(words, meaning) is None


def test_how_a_sentence_would_be_taught() -> None:
    assert template("17 of 1,200 sent to the shop") == "{count} of {total} sent to the shop"
    assert template("Sent") == "Sent"
    assert template("1 2 3") == "{count} {total} {n3}"
