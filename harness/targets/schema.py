"""The JSON Schema of target files, published as ``fixtures/targets/schema.json`` for editors.

``python -m harness.targets.schema`` writes it anew.
"""

import json

from harness.core import resources
from harness.targets.file import TargetFile
from harness.targets.load import HOME
from harness.told.schema import publishable

NAME = "schema.json"


def text() -> str:
    """The schema as it is published."""
    schema = {
        "$schema": "https://json-schema.org/draft/2020-12/schema",
        "$id": "https://meanwhile.example/schemas/target.json",
        **TargetFile.model_json_schema(),
    }
    return publishable(json.dumps(schema, indent=2) + "\n")


def main() -> None:
    """Write the schema where it is published."""
    (resources.data(HOME) / NAME).write_text(text(), encoding="utf-8")


if __name__ == "__main__":
    main()
