"""The form of labelled sentences: what is wrong is told with file, line and way out."""

from pathlib import Path

import pytest

from harness.core.errors import UsageError
from harness.speech.acts import EVERY_SLOT, GUARDS, LINTS, Act
from tests.bench.sentences import FOLDER, load, paths

HEAD = "- product: a shop\n"


def said_of(tmp_path: Path, body: str) -> str:
    path = tmp_path / "some.yaml"
    path.write_text(body, encoding="utf-8")
    with pytest.raises(UsageError) as trouble:
        load(path)
    return str(trouble.value).replace(str(path), "some.yaml")


def test_the_examples_can_be_read_and_show_both_kinds_and_most_acts() -> None:
    examples = load(FOLDER / "examples.yaml")
    assert {held.good for held in examples} == {True, False}
    assert len({held.act for held in examples}) >= 8
    assert examples[0].lines == (examples[0].text,)


@pytest.mark.parametrize(
    ("body", "told"),
    [
        ("  text: Done\n  act: faild\n  good: true\n", 'some.yaml:3: act: "faild" is wrong; did you mean "failed"?'),
        ("  text: Done\n  act: failed\n  good: true\n", "some.yaml:1: act: failed cannot be judged without cause"),
        ("  txt: Done\n  act: back\n  good: true\n", 'some.yaml:2: txt: is no key that is known here; did you mean'),
        ("  text: Done\n  texts: [Done]\n  act: back\n  good: true\n", "an entry has either text: or texts:"),
        ("  text: Done\n  act: back\n  good: false\n", "a bad text says what is wrong with it"),
        ("  text: Done\n  act: back\n  good: true\n  wrong: [state]\n", "a good text has nothing wrong"),
        ("  text: Done\n  act: back\n  good: false\n  wrong: [stat]\n", 'some.yaml:5: wrong: "stat" is no slot'),
        ("  text: Done\n  act: back\n  good: true\n  truth: {cause: foo}\n", '"foo" is no cause that is known here'),
        ("  text: Done\n  act: back\n  good: true\n  truth: {failed: -1}\n", '"-1" is too small; write 0 or more'),
        ("  text: Done\n  act: back\n", "some.yaml:1: good: is missing"),
        ("  act: [\n", "this is not YAML"),
    ],
)  # fmt: skip
def test_a_wrong_entry_is_told_with_its_line_and_the_way_out(tmp_path: Path, body: str, told: str) -> None:
    assert told in said_of(tmp_path, HEAD + body)


def test_a_file_that_is_no_list_is_told(tmp_path: Path) -> None:
    assert "this is no list of sentences" in said_of(tmp_path, "product: a shop\n")


def test_the_form_is_told_in_the_readme() -> None:
    readme = (FOLDER / "README.md").read_text(encoding="utf-8")
    assert [name for name in (*Act, *EVERY_SLOT, *GUARDS, *LINTS) if f"`{name}`" not in readme] == []


def test_a_file_belongs_to_one_half() -> None:
    assert FOLDER / "examples.yaml" in paths(held_out=False)
    assert set(paths(held_out=True)) & set(paths(held_out=False)) == set()
