"""What editors are told: every key is explained, and what the reader takes the schema takes."""

import json
from collections.abc import Iterator
from typing import Any

import pytest

from harness.told.expressions import SLOTS
from harness.told.file import WireFile
from harness.told.schema import BELOW, TEMPLATE, one_or_more, publishable, routes, table
from harness.told.sources import SOURCES
from harness.told.vocabulary import PHASES, STATES

SCHEMA: dict[str, Any] = json.loads(publishable(json.dumps(WireFile.model_json_schema())))


def unexplained(name: str, schema: dict[str, Any]) -> Iterator[str]:
    for key, told in schema.get("properties", {}).items():
        if "description" not in told:
            yield f"{name}.{key}"


def test_every_key_says_what_it_is() -> None:
    parts = {"WireFile": SCHEMA, **SCHEMA["$defs"]}
    assert [key for name, part in parts.items() for key in unexplained(name, part)] == []


def test_every_form_of_a_template_says_what_it_is_and_shows_one() -> None:
    forms = [form for form in SCHEMA["$defs"]["Template"]["anyOf"] if form.get("required")]
    assert {form["required"][0] for form in forms} == {"each", "switch", "count_of", "join"}
    for form in forms:
        assert form["description"]
        assert form["examples"]
        assert list(unexplained("", form)) == []


def test_a_template_names_every_slot_and_every_source() -> None:
    for name in SLOTS:
        assert name.startswith("offer.") or name.partition(".")[2] in TEMPLATE["description"]
    assert all(name in json.dumps(TEMPLATE["anyOf"][0]) for name in SOURCES)


def test_a_template_may_hold_templates() -> None:
    assert BELOW not in SCHEMA["$defs"]["Template"]["anyOf"]
    assert SCHEMA["$defs"]["Template"]["anyOf"][5]["items"] == {"$ref": "#/$defs/Template"}


def test_a_table_offers_the_words_that_there_are() -> None:
    told = table(STATES)
    assert set(told["properties"]) == {*STATES.words, "default"}
    assert "Told as succeeded where this is left out." in told["properties"]["partial"]["description"]
    assert not told["additionalProperties"]
    assert table(PHASES)["additionalProperties"]


def test_one_needs_no_list() -> None:
    schema: dict[str, Any] = {"additionalProperties": {"type": "array", "items": {"$ref": "#/x"}}}
    routes(schema)
    assert schema["additionalProperties"]["anyOf"][1] == {"$ref": "#/x"}
    some: dict[str, Any] = {"type": "array", "items": {"$ref": "#/x"}, "description": "d"}
    one_or_more(some)
    assert some == {"description": "d", "anyOf": [{"type": "array", "items": {"$ref": "#/x"}}, {"$ref": "#/x"}]}


@pytest.mark.parametrize(
    "name", ["routes", "states", "item_states", "phase_states", "kinds", "causes", "tables", "unknown"]
)
def test_the_published_schema_has_it(name: str) -> None:
    assert name in SCHEMA["properties"]
