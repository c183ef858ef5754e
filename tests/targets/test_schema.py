"""The published schema is the one that the code makes, and explains every key."""

import json
from collections.abc import Iterator
from typing import Any

from harness.core import resources
from harness.targets.schema import text


def keys(schema: Any, place: str = "") -> Iterator[tuple[str, Any]]:
    """Every key that a target file can have, wherever in the schema it stands, with what is told of it."""
    if isinstance(schema, list):
        for one in schema:
            yield from keys(one, place)
    elif isinstance(schema, dict):
        for name, told in schema.get("properties", {}).items():
            yield f"{place}.{name}", told
        for name, one in schema.items():
            if name not in ("default", "examples"):
                yield from keys(one, f"{place}.{name}")


def test_the_published_schema_is_fresh() -> None:
    published = resources.data("fixtures/targets/schema.json").read_text(encoding="utf-8")
    assert published == text(), "run `python -m harness.targets.schema`"


def test_every_key_says_what_it_is() -> None:
    told = dict(keys(json.loads(text())))
    assert {".home", ".$defs.Control.role", ".$defs.Route.etag", ".refresh.anyOf.poll"} <= {
        name.replace(".properties", "") for name in told
    }
    assert [name for name, one in told.items() if not one.get("description")] == []
