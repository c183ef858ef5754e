import json

from harness.core import resources
from harness.core.ids import KEBAB
from harness.scenario.schema import NAME, text


def test_the_published_schema_is_fresh() -> None:
    published = (resources.data("scenarios") / NAME).read_text(encoding="utf-8")
    assert published == text(), "run `python -m harness.scenario.schema`"


def test_an_editor_learns_the_form_of_ids_and_durations_and_the_choices() -> None:
    schema = json.loads(text())
    assert schema["properties"]["id"]["pattern"] == f"^{KEBAB}$"
    step = schema["$defs"]["Step"]["properties"]
    assert step["at"]["type"] == "string"
    assert "double-click" in schema["$defs"]["Do"]["enum"]
    assert "slow-3g" in schema["$defs"]["NetworkPart"]["properties"]["profile"]["enum"]


def test_an_editor_explains_every_key() -> None:
    schema = json.loads(text())
    parts = {"": schema, **schema["$defs"]}
    keys = [(part, key, told) for part, made in parts.items() for key, told in made.get("properties", {}).items()]
    assert [f"{part} {key}" for part, key, told in keys if not told.get("description")] == []
