"""docs/target.md is true: it has every key in the words of the schema, and every example in it is one that is read."""

import json
import re
from collections.abc import Callable
from pathlib import Path
from typing import Any

import pytest
from ruamel.yaml import YAML

from harness.microcopy.taught import Taught
from harness.scenario.types import Part
from harness.targets.file import Control, Controls, TargetFile
from harness.targets.load import parse
from harness.targets.target import Target
from harness.told.file import Message, Route, Stream, WireFile
from harness.told.schema import TEMPLATE
from tests.layout.repository import ROOT

TEXT = (ROOT / "docs" / "target.md").read_text(encoding="utf-8")
ROW = re.compile(r"^\| `([^`]+)` \| (.+) \| `([^`]+)` \|$", re.MULTILINE)
ROWS = [tuple(cell.replace("\\|", "|") for cell in row) for row in ROW.findall(TEXT)]
PARTS: dict[str, type[Part]] = {
    "": TargetFile,
    "controls.": Controls,
    "control.": Control,
    "wire.": WireFile,
    "route.": Route,
    "stream.": Stream,
    "message.": Message,
}
SHAPES = {shape["required"][0]: shape for shape in TEMPLATE["anyOf"] if shape.get("required")}
KEYS, TOLD_SHAPES = ROWS[: -len(SHAPES)], ROWS[-len(SHAPES) :]
EXAMPLE, PHRASES = re.findall(r"```yaml\n(.*?)```", TEXT, re.DOTALL)


def yaml(text: str) -> Any:
    return YAML(typ="safe", pure=True).load(text)


def whole(place: str, told: dict[str, Any]) -> dict[str, Any]:
    """A target file that has the example of a row where it belongs."""
    asked = {None: "GET /tasks/{job}", "submit": "POST /tasks"}.get(told.get("do"), "POST /tasks/{job}")
    places: dict[str, Callable[[], dict[str, Any]]] = {
        "": lambda: told,
        "controls.": lambda: {"controls": told},
        "control.": lambda: {"controls": {"submit": told}},
        "wire.": lambda: {"wire": {"routes": {"GET /tasks/{job}": {"answer": "{job.id}"}}} | told},
        "route.": lambda: {"wire": {"routes": {asked: told}}},
        "stream.": lambda: whole("route.", {"stream": told}),
        "message.": lambda: whole("stream.", {"messages": told}),
    }
    return places[place]()


def read(told: dict[str, Any], folder: Path) -> Target:
    (folder / "build" / "static").mkdir(parents=True)
    for name in ("page.html", "wire.py", "feed.py"):
        (folder / name).touch()
    somewhere = {} if {"serve", "url", "feed"} & set(told) else {"serve": {"/": "page.html"}}
    return parse(json.dumps({"id": "mine", "title": "Mine"} | somewhere | told), folder / "target.yaml")


def test_every_key_is_there_in_the_words_of_the_schema() -> None:
    expected = [
        (prefix + (field.alias or name), field.description)
        for prefix, part in PARTS.items()
        for name, field in part.model_fields.items()
    ]
    assert [(key, words) for key, words, _ in KEYS] == expected


def test_every_shape_of_a_template_is_there_in_the_words_of_the_schema() -> None:
    shapes = [(name, shape["description"], shape["examples"][0]) for name, shape in SHAPES.items()]
    assert [(name, words, yaml(example)) for name, words, example in TOLD_SHAPES] == shapes


@pytest.mark.parametrize(("key", "example"), [(key, example) for key, _, example in KEYS])
def test_an_example_shows_its_key_and_is_read(tmp_path: Path, key: str, example: str) -> None:
    prefix, dot, name = key.rpartition(".")
    told = yaml(example)
    assert name in told
    read(whole(prefix + dot, told), tmp_path)


@pytest.mark.parametrize("example", [example for _, _, example in TOLD_SHAPES])
def test_a_shape_is_read_as_an_answer(tmp_path: Path, example: str) -> None:
    read(whole("route.", {"answer": yaml(example)}), tmp_path)


def test_the_example_is_a_target(tmp_path: Path) -> None:
    assert read(yaml(EXAMPLE), tmp_path).id == "my-shop"


@pytest.mark.parametrize(
    ("said", "meant"),
    [
        ("Knocked back: 3", "3 failed"),
        ("5 OUT OF 9 are home.", "5 of 9 items published."),
        ("Taking a breather, 3 in line", "waiting in the queue, 3 in line"),
    ],
)
def test_the_phrases_are_taught(tmp_path: Path, said: str, meant: str) -> None:
    phrases = read(yaml(PHRASES), tmp_path).told.phrases
    assert Taught(phrases).plainly(said) == meant
