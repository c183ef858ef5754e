"""Places for values that were not filled, and planted strings."""

import pytest

from harness.microcopy.leaks import canary_in, placeholder_in


@pytest.mark.parametrize(
    "text",
    [
        "Publishing {count} of 60",
        "Hello {{ user.name }}",
        "${items} items failed",
        "%d of %d pages",
        "undefined of undefined",
        "NaN % done",
        "[object Object]",
        "Ends at Invalid Date",
        "Error: null",
        "null of 60",
        "job.status.failed",
        "Infinity left",
        "3 items &amp; more",
    ],
)
def test_an_empty_place_is_found(text: str) -> None:
    assert placeholder_in(text)


@pytest.mark.parametrize(
    "text",
    [
        "60 % done",
        "3 items (5 %) failed",
        "See docs.example.com for more",
        "Sets {a, b}",
        "A null result is fine",
        "50% of 20",
        ":-)",
        "{}",
    ],
)
def test_ordinary_text_is_left_alone(text: str) -> None:
    assert placeholder_in(text) is None


def test_a_canary_is_found_letter_by_letter() -> None:
    assert canary_in("It failed: canary-1a2b3c4d.", ("canary-00000000", "canary-1a2b3c4d")) == "canary-1a2b3c4d"
    assert canary_in("It failed: canary-1a2b", ("canary-1a2b3c4d",)) is None
