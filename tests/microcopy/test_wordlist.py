"""Word lists as text: sections, names put in, whole words; what is wrong is told with the file."""

from pathlib import Path

import pytest

from harness.microcopy.wordlist import load

GOOD = """
# a remark
NOT = (?:not|never)
GONE = {NOT} there
[missing]
missing
{GONE}
~n't there
[large]
too (?:big|long)
"""


def written(tmp_path: Path, text: str) -> Path:
    path = tmp_path / "list.txt"
    path.write_text(text, encoding="utf-8")
    return path


def test_lines_are_whole_words_unless_they_say_otherwise(tmp_path: Path) -> None:
    lists = load(written(tmp_path, GOOD))
    assert set(lists) == {"missing", "large"}
    assert lists["missing"].search("the id is missing")
    assert not lists["missing"].search("dismissing it")
    assert lists["missing"].search("it was never there")
    assert lists["missing"].search("it isn't there")
    assert lists["large"].search("it is too long")


@pytest.mark.parametrize(
    ("text", "told"),
    [
        ("[a]\n{WHO} is\n", r"list.txt:2: {WHO} is not known here"),
        ("[a]\n(is\n", r"list.txt: \[a\] holds what is no pattern"),
    ],
)
def test_a_wrong_list_is_told(tmp_path: Path, text: str, told: str) -> None:
    with pytest.raises(ValueError, match=told):
        load(written(tmp_path, text))
