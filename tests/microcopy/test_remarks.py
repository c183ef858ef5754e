"""What one text says beside its claims."""

import pytest

from harness.microcopy.remarks import ENGINE, PLACEHOLDER, VAGUE, remarks_in
from tests.microcopy.saying import english


def names(text: str, *titles: str) -> list[str]:
    return [remark.name for remark in remarks_in(text, english(), titles)]


@pytest.mark.parametrize(
    ("text", "told"),
    [
        ("Something went wrong.", [VAGUE]),
        ("Publishing {count} of 60", [PLACEHOLDER]),
        ("Import failed: undefined is not an object", [ENGINE]),
        ("We'll try 3 items again automatically.", ["will retry"]),
        ("This only takes a few seconds.", ["soon"]),
        ("You can close this page; nothing was changed.", ["safe to close", "nothing changed"]),
        ("124 of 200 items processed", []),
        ("Next try in 3 seconds", ["will retry"]),
        ("We're due to try 2 items again any moment now", []),
        ("Connection lost. Trying to reconnect automatically.", []),
        ("“Cancel” was refused, so nothing has changed.", []),
        ("", []),
    ],
)
def test_a_text_and_its_remarks(text: str, told: list[str]) -> None:
    assert names(text) == told


def test_a_title_says_nothing() -> None:
    assert names("Everything was published", "Everything was published") == []


def test_what_a_remark_knows_of_itself() -> None:
    (vague,) = remarks_in("Something went wrong. Try again.", english())
    assert vague.remedied
    (counted,) = remarks_in("All 200 items were published", english())
    assert counted.counted
    (begins,) = remarks_in("It starts any moment now", english())
    assert begins.beginning
    (phase,) = remarks_in("All items were validated", english())
    assert phase.subject == "validate"


def test_a_cause_beside_empty_words_makes_them_a_preface() -> None:
    assert names("Something went wrong: the ID is missing") == []
