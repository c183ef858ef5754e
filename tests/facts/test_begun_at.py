"""Whether a page says rightly when a job began: accepted at 1 s, begun at 2 s."""

import pytest

from harness.core.words import RunKey
from harness.facts.begun_at import wrong_beginning
from tests.tiny import running


@pytest.mark.parametrize(
    ("text", "is_right"),
    [
        ("Began at 09:00:02", True),
        ("Requested at 09:00:01", True),
        ("Began at 09:00:03", True),
        ("Began at 09:00", True),
        ("Began at 09:00:05", False),
        ("Started 09:01", False),
        ("Started 12 s ago", True),
        ("Publishing…", True),
    ],
)
def test_a_beginning_is_one_of_the_truth(text: str, is_right: bool) -> None:
    case = running(items=30).screen(3, "Running", text, title="Publish 30 items").case()
    line = wrong_beginning(case, 0, 10_000, RunKey("publish", 1))
    assert (line is None) is is_right
    assert line is None or line.text == text
