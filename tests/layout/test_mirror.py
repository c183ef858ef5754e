"""Every source file of harness that holds logic is tested by a file of the mirrored folder."""

import ast
import re
from functools import cache
from pathlib import Path

from tests.layout.repository import ROOT, files, name_of

# What has no test of its own yet. Only ever shorter.
NOT_YET: set[str] = set()


def holds_logic(source: str) -> bool:
    """Whether there is anything to test: a function or a method with a body."""
    functions = (ast.FunctionDef, ast.AsyncFunctionDef)
    return any(isinstance(node, functions) and not is_stub(node) for node in ast.walk(ast.parse(source)))


def is_stub(function: ast.FunctionDef | ast.AsyncFunctionDef) -> bool:
    """Whether the body is documentation and dots alone, as in a protocol."""
    return all(isinstance(line, ast.Expr) and isinstance(line.value, ast.Constant) for line in function.body)


def neighbours(source: Path) -> list[Path]:
    """The test files of the folder that mirrors the source's."""
    folder = ROOT / "tests" / source.parent.relative_to(ROOT / "harness")
    return sorted(folder.glob("test_*.py"))


def is_tested(source: Path) -> bool:
    """Whether a test file bears its name, or one beside imports it."""
    beside = neighbours(source)
    module = re.escape(".".join(source.relative_to(ROOT).with_suffix("").parts))
    package, name = module.rsplit(r"\.", 1)
    imported = re.compile(
        rf"\b(?:from {module} import|import {module}\b|from {package} import (?:[^\n(]*|\([^)]*)\b{name}\b)"
    )
    return any(test.stem == f"test_{source.stem}" or imported.search(test.read_text("utf-8")) for test in beside)


@cache
def untested() -> frozenset[str]:
    sources = [file for file in files() if file.suffix == ".py" and name_of(file).startswith("harness/")]
    logic = (file for file in sources if holds_logic(file.read_text("utf-8")))
    return frozenset(name_of(file) for file in logic if not is_tested(file))


def test_every_source_with_logic_has_its_test() -> None:
    assert untested() - NOT_YET == set()


def test_the_list_of_what_has_none_yet_grows_shorter() -> None:
    assert NOT_YET - untested() == set()


def test_a_protocol_holds_no_logic() -> None:
    assert not holds_logic(
        'class Wire(Protocol):\n    def respond(self) -> None:\n        """Answers."""\n        ...\n'
    )
    assert holds_logic("def double(number):\n    return 2 * number\n")
