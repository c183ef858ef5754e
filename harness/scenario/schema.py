"""The JSON Schema of the scenario format, published as ``scenarios/schema.json`` for editors.

``python -m harness.scenario.schema`` writes it anew.
"""

import json

from harness.core import resources
from harness.scenario.scenario import Scenario

NAME = "schema.json"


def text() -> str:
    """The schema as it is published."""
    schema = {
        "$schema": "https://json-schema.org/draft/2020-12/schema",
        "$id": "https://meanwhile.example/schemas/scenario.json",
        **Scenario.model_json_schema(by_alias=True),
    }
    return json.dumps(schema, indent=2) + "\n"


def main() -> None:
    """Write the schema where it is published."""
    (resources.data("scenarios") / NAME).write_text(text(), encoding="utf-8")


if __name__ == "__main__":
    main()
