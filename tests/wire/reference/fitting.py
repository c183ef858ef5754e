"""What of JSON Schema the wire's documents use: does a value fit, and if not, where?"""

from collections.abc import Iterator
from functools import cache
from pathlib import Path
from typing import Any

from ruamel.yaml import YAML

from harness.wire.reference import wire

FOLDER = Path(wire.__file__).parent
TYPES: dict[str, Any] = {
    "string": str, "integer": int, "number": (int, float), "boolean": bool, "array": list, "object": dict,
    "null": type(None),
}  # fmt: skip
KNOWN = {
    "$ref", "type", "enum", "const", "anyOf", "required", "properties", "additionalProperties", "items", "minimum",
    "maximum", "format", "description",
}  # fmt: skip


@cache
def load(name: str) -> Any:
    """One document."""
    return YAML(typ="safe", pure=True).load(FOLDER / name)


def misfits(value: Any, schema: Any, name: str, at: str = "") -> Iterator[str]:
    """Each place at which the value does not fit the schema of the document of that name."""
    assert set(schema) <= KNOWN, f"{at}: {set(schema) - KNOWN} is not checked here"
    if "$ref" in schema:
        file, _, place = schema["$ref"].partition("#")
        yield from misfits(value, _at(load(file or name), place), file or name, at)
    if "anyOf" in schema and all(any(misfits(value, one, name, at)) for one in schema["anyOf"]):
        yield f"{at}: fits none"
    if not _is_of(value, schema):
        yield f"{at}: {value!r} is not {schema}"
    elif isinstance(value, dict):
        yield from _object(value, schema, name, at)
    elif isinstance(value, list):
        for number, one in enumerate(value):
            yield from misfits(one, schema.get("items", {}), name, f"{at}/{number}")


def _object(value: dict[str, Any], schema: Any, name: str, at: str) -> Iterator[str]:
    told = schema.get("properties", {})
    yield from (f"{at}: {key} is missing" for key in schema.get("required", ()) if key not in value)
    if schema.get("additionalProperties") is False:
        yield from (f"{at}: {key} is not told" for key in value if key not in told)
    for key in value.keys() & told.keys():
        yield from misfits(value[key], told[key], name, f"{at}/{key}")


def _is_of(value: Any, schema: Any) -> bool:
    named = schema.get("type", [])
    types = [named] if isinstance(named, str) else named
    fits = any(isinstance(value, TYPES[one]) and (one == "boolean" or value is not True) for one in types)
    least, most = schema.get("minimum"), schema.get("maximum")
    in_range = value is None or ((least is None or value >= least) and (most is None or value <= most))
    listed = value in schema.get("enum", [value]) and value == schema.get("const", value)
    return (fits or not types) and in_range and listed


def _at(document: Any, place: str) -> Any:
    for part in place.strip("/").split("/"):
        document = document[part]
    return document
