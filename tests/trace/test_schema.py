"""The published schemas are what the code says, and stored lines fit them."""

from pathlib import Path
from typing import Any

import pytest

from harness.trace.schema import main, published, trial_schema

ROOT = Path(__file__).parents[2]


@pytest.mark.parametrize(("name", "text"), published().items())
def test_published_schema_is_fresh(name: str, text: str) -> None:
    assert (ROOT / "reports/schema" / name).read_text() == text, "run: python -m harness.trace.schema"


def test_screen_fields_have_their_json_names() -> None:
    screen: dict[str, Any] = next(line for line in trial_schema()["oneOf"] if line["title"] == "screen")
    assert screen["required"] == ["record", "tab", "at_ms", "set", "del"]


def test_the_command_writes_them(tmp_path: Path) -> None:
    main([str(tmp_path / "schema")])
    assert sorted(path.name for path in (tmp_path / "schema").iterdir()) == sorted(published())
