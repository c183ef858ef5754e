"""Nothing in harness reads the reference UI's messages: claims are read out of the text, as a person would."""

import ast
from collections.abc import Iterator

from tests.layout.repository import text_files

SUFFIX = ".ftl"


def docstrings(tree: ast.AST) -> set[int]:
    """The ids of the string nodes that are documentation."""
    holders = (ast.Module, ast.ClassDef, ast.FunctionDef, ast.AsyncFunctionDef)
    nodes = (node.body[0] for node in ast.walk(tree) if isinstance(node, holders) and node.body)
    return {id(node.value) for node in nodes if isinstance(node, ast.Expr)}


def strings(source: str) -> Iterator[str]:
    """Every string of the code that is not documentation."""
    tree = ast.parse(source)
    documentation = docstrings(tree)
    for node in ast.walk(tree):
        if isinstance(node, ast.Constant) and isinstance(node.value, str) and id(node) not in documentation:
            yield node.value


def names_the_message_file(name: str, text: str) -> bool:
    return any(SUFFIX in one for one in strings(text)) if name.endswith(".py") else SUFFIX in text


def test_nothing_in_harness_names_the_message_file() -> None:
    sources = [(name, text) for name, text in text_files() if name.startswith("harness/")]
    assert [name for name, text in sources if names_the_message_file(name, text)] == []


def test_a_reader_would_be_found() -> None:
    assert names_the_message_file("x.py", 'def f():\n    """Reads."""\n    return open("en' + SUFFIX + '")\n')
    assert not names_the_message_file("x.py", '"""Never opens en' + SUFFIX + '."""\n')
