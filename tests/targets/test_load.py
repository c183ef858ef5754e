"""Target files: found by id or path, and every mistake told with its file, its line and the way out."""

from collections.abc import Iterator
from pathlib import Path
from textwrap import indent

import pytest

from harness.core.errors import UsageError
from harness.targets.load import find, load, parse, paths

GOOD = "id: mine\ntitle: Mine\nserve:\n  /: page.html\n"


@pytest.fixture
def folder(tmp_path: Path) -> Path:
    (tmp_path / "page.html").write_text("<p>hello</p>", encoding="utf-8")
    return tmp_path


def complaint(text: str, folder: Path) -> str:
    with pytest.raises(UsageError) as caught:
        parse(text, folder / "target.yaml")
    return str(caught.value).replace(f"{folder}/", "")


def test_every_target_that_ships_can_be_read_and_has_the_name_of_its_folder() -> None:
    assert {"reference", "celery-progress"} <= {path.parent.name for path in paths()}
    for path in paths():
        assert load(path).id == path.parent.name


def test_no_target_file_is_longer_than_thirty_lines_the_wire_aside() -> None:
    for path in paths():
        before, _, _ = path.read_text(encoding="utf-8").partition("\nwire:\n")
        assert len(before.splitlines()) <= 30, path


def test_a_target_is_found_by_id_by_file_and_by_folder(folder: Path) -> None:
    (folder / "target.yaml").write_text(GOOD, encoding="utf-8")
    assert find("reference").name == "target.yaml"
    assert load(folder / "target.yaml").id == load(str(folder)).id == "mine"


def test_an_unknown_id_names_the_nearest_and_all() -> None:
    with pytest.raises(
        UsageError, match=r'no target "referense"; did you mean "reference"\? targets are celery-progress,'
    ):
        load("referense")


def test_a_file_that_is_not_there(folder: Path) -> None:
    with pytest.raises(UsageError, match=r"none\.yaml: cannot be read .* give the path of a target file"):
        load(folder / "none.yaml")


@pytest.mark.parametrize(
    ("text", "said"),
    [
        ("- a\n", "target.yaml:1: this holds no target; write id:, title: and serve: or url:"),
        (GOOD + "wires: x\n", "target.yaml:5: wires: is no key that is known here; did you mean \"wire\"?"),
        (GOOD + "refresh: 2\n", 'target.yaml:5: refresh: "2" has no unit; write 2s'),
        (GOOD + "refresh: {tcp: 2s}\n", 'target.yaml:5: refresh: "tcp" is no transport; transports are sse, poll, '),
        (GOOD + "home: jobs\n", 'target.yaml:5: home: "jobs" is not a path of the UI; write /jobs'),
        (GOOD + "shows: [publsh]\n", 'target.yaml:5: shows: "publsh" is wrong; did you mean "publish"?'),
        (GOOD + "wire: lost.py\n", 'target.yaml:5: wire: "lost.py" is wrong; lost.py does not exist;'),
        (GOOD + "shows: []\n", "target.yaml:5: shows: a target that shows no job cannot be judged; write"),
        (GOOD + "phrases: {Gone: frobnicated}\n", 'target.yaml:5: Gone: "frobnicated" cannot be read either'),
        (GOOD + "phrases:\n  Gone: '{n} failed'\n", 'target.yaml:6: Gone: "{n}" does not stand in "Gone"'),
        (GOOD + "phrases: {Gone: 3}\n", 'target.yaml:5: Gone: "3" is no text; put it in quotes'),
        (
            GOOD + "controls:\n  submit: {role: buton, name: Go}\n",
            'target.yaml:6: role: "buton" is no role (WAI-ARIA); did you mean "button"? write one such as button, ',
        ),
        (
            GOOD + "controls:\n  submit: {name: '^(Go'}\n",
            'target.yaml:6: name: "^(Go" is no pattern of a name; missing ), unterminated subpattern: mend it, or',
        ),
        (GOOD + "id: two\n", "target.yaml:5: id: is written twice; keep one"),
        ("id: mine\ntitle: Mine\n", "target.yaml:1: a target is served, running, or run by its feed; write one of"),
        (GOOD + "url: http://127.0.0.1:1\n", "target.yaml:1: a target is served, running, or run by its feed"),
        (
            "id: mine\ntitle: Mine\nserve:\n  /: python:no_such_package_at_all/static\n",
            'target.yaml:4: /: "python:no_such_package_at_all/static" is wrong; the Python package "no_such',
        ),
        (
            "id: mine\ntitle: Mine\nserve:\n  /: python:celery_progress/nothing\n",
            'target.yaml:4: /: "python:celery_progress/nothing" is wrong; the Python package "celery',
        ),
    ],
)  # fmt: skip
def test_a_mistake_is_told_with_its_line_and_the_way_out(text: str, said: str, folder: Path) -> None:
    assert complaint(text, folder).startswith(said)


def wrong_wires() -> Iterator[tuple[str, str]]:
    """What stands below ``wire:``, and what is said of it."""
    golden = Path(__file__).with_name("wrong_wires.txt").read_text(encoding="utf-8")
    for block in golden.split("====\n")[1:]:
        wire, _, sentences = block.partition("\nsaid:\n")
        yield wire, sentences.rstrip("\n")


@pytest.mark.parametrize(("wire", "sentences"), list(wrong_wires()))
def test_a_mistake_in_a_told_wire_is_told_with_its_line_and_the_way_out(
    wire: str, sentences: str, folder: Path
) -> None:
    head = "id: mine\ntitle: Mine\nserve: {/: page.html}\nwire:\n"
    assert complaint(head + indent(wire, "  ") + "\n", folder) == sentences


def test_the_wire_of_another_target_file_is_taken_from_there(folder: Path) -> None:
    routes = 'wire: {routes: {"GET /tasks/{job}": {answer: "{job.state}"}}}\n'
    (folder / "other.yaml").write_text(GOOD + routes, encoding="utf-8")
    assert parse(GOOD + "wire: other.yaml\n", folder / "target.yaml").wire == load(folder / "other.yaml").wire
    assert complaint(GOOD + "wire: third.yaml\n", folder).startswith('target.yaml:5: wire: "third.yaml" is wrong; ')


def test_a_feed_stands_alone_and_has_to_be_there(folder: Path) -> None:
    feed = "id: mine\ntitle: Mine\nfeed: feed.py\n"
    assert complaint(feed, folder).startswith('target.yaml:3: feed: "feed.py" is wrong; ')
    (folder / "feed.py").touch()
    assert parse(feed, folder / "target.yaml").feed == folder / "feed.py"
    assert "write one of serve:, url: and feed:" in complaint(GOOD + "feed: feed.py\n", folder)
