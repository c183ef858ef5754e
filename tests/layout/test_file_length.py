"""No file swallows a topic."""

from tests.layout.repository import text_files

MOST_LINES = 399
CODE = (".py", ".ts", ".js", ".mjs", ".css", ".ftl")


def test_source_files_are_short() -> None:
    long = {
        name: text.count("\n") for name, text in text_files() if name.endswith(CODE) and text.count("\n") > MOST_LINES
    }
    assert long == {}
