"""A pattern that no browser can read is told; one that Python alone cannot read is left alone."""

import pytest

from harness.targets.controls import USUAL
from harness.targets.patterns import trouble_with


@pytest.mark.parametrize(
    "pattern",
    [
        "^Go$",
        "^{kind}\\b.*{items}",
        r"^(?<what>stop|halt)\b",
        r"(?<=a*)b",
        r"(?<!re)start",
        r"\p{Letter}",
        r"[\w-.]",
        "[^]*",
        *(pattern for usual in USUAL.values() for pattern in usual),
    ],
)
def test_what_a_browser_reads_is_let_pass(pattern: str) -> None:
    assert trouble_with(pattern) is None


@pytest.mark.parametrize(
    ("pattern", "said"),
    [
        ("^(Go", "missing )"),
        ("Go)", "unbalanced parenthesis"),
        ("[Go", "unterminated character set"),
        ("*Go", "nothing to repeat"),
        ("Go**", "multiple repeat"),
        ("Go\\", "bad escape"),
        ("(?#Go", "missing )"),
        ("(?i)go", "JavaScript has no (?i), and letter case does not count here: leave it out"),
    ],
)
def test_what_no_browser_reads_is_told(pattern: str, said: str) -> None:
    assert (trouble_with(pattern) or "").startswith(said)
