"""The published JSON Schemas: ``python -m harness.trace.schema [DIRECTORY]`` writes them (default reports/schema)."""

import json
import sys
from collections.abc import Mapping
from pathlib import Path
from typing import Any

from pydantic import TypeAdapter

from harness.trace.plain import json_name
from harness.trace.records import KINDS
from harness.trace.results import LINES

_DIALECT = "https://json-schema.org/draft/2020-12/schema"


def trial_schema() -> dict[str, Any]:
    """One line of a stored trial."""
    return _line_schema("trial", "One line of a stored trial, the header first", KINDS)


def results_schema() -> dict[str, Any]:
    """One line of results.jsonl."""
    return _line_schema("results", "One line of the results of a session", LINES)


def published() -> dict[str, str]:
    """The text of each published file, by name."""
    schemas = {"trial.schema.json": trial_schema(), "results.schema.json": results_schema()}
    return {name: json.dumps(schema, indent=2) + "\n" for name, schema in schemas.items()}


def _line_schema(name: str, title: str, kinds: Mapping[str, type[Any]]) -> dict[str, Any]:
    shared: dict[str, Any] = {}
    lines = [_one(kind, cls, shared) for kind, cls in kinds.items()]
    head = {"$schema": _DIALECT, "$id": f"https://meanwhile.example/schema/{name}-1.json", "title": title}
    return {**head, "oneOf": lines, "$defs": dict(sorted(shared.items()))}


def _one(kind: str, cls: type[Any], shared: dict[str, Any]) -> dict[str, Any]:
    schema = TypeAdapter(cls).json_schema()
    shared.update(schema.pop("$defs", {}))
    properties = {json_name(name): held for name, held in schema["properties"].items()}
    required = [json_name(name) for name in schema.get("required", [])]
    return {
        "title": kind,
        "description": schema.get("description", ""),
        "type": "object",
        "properties": {"record": {"const": kind}, **properties},
        "required": ["record", *required],
        "additionalProperties": False,
    }


def main(arguments: list[str]) -> None:
    """Write the published files."""
    directory = Path(arguments[0] if arguments else "reports/schema")
    directory.mkdir(parents=True, exist_ok=True)
    for name, text in published().items():
        (directory / name).write_text(text)


if __name__ == "__main__":
    main(sys.argv[1:])
