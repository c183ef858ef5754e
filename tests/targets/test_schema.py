"""The published schema is the one that the code makes."""

from harness.core import resources
from harness.targets.schema import text


def test_the_published_schema_is_fresh() -> None:
    published = resources.data("fixtures/targets/schema.json").read_text(encoding="utf-8")
    assert published == text(), "run `python -m harness.targets.schema`"
