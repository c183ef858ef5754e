"""Words that claim much: found where they are claimed, and not where they are asked, denied or conditional."""

import pytest

from harness.microcopy.promises import promises_in
from tests.microcopy.saying import clause, english


@pytest.mark.parametrize(
    ("text", "guard"),
    [
        ("All items were published", "all"),
        ("Everything went through", "all"),
        ("It went through without any problems", "all"),
        ("Your items were published successfully", "complete"),
        ("All done", "complete"),
        ("Nothing was changed", "nothing changed"),
        ("Your catalogue is unchanged", "nothing changed"),
        ("We'll try again automatically", "will retry"),
        ("The failed items will be retried", "will retry"),
        ("You can safely close this tab", "safe to close"),
        ("It continues in the background", "safe to close"),
        ("Almost done", "soon"),
        ("It will be ready any moment now", "soon"),
    ],
)
def test_a_promise_is_recognised(text: str, guard: str) -> None:
    assert guard in promises_in(clause(text), english())


@pytest.mark.parametrize(
    "text",
    [
        "Not all items were published",
        "Were all items published?",
        "It ends once all items are published",
        "Nearly everything was published",
        "All items but 3 were published",
        "All jobs",
        "You can't close this tab",
        "We won't try again",
        "Publishing 3 of 10",
    ],
)
def test_what_promises_nothing(text: str) -> None:
    assert promises_in(clause(text), english()) == ()
