"""The top level is fixed: the product's parts, and the usual files of a repository."""

from tests.layout.repository import ROOT, is_ours

PARTS = {"harness", "scenarios", "fixtures", "reference_ui", "reports", "tests", "pyproject.toml", "README.md"}
USUAL = {
    *("CHANGELOG.md", "CONTRIBUTING.md", "LICENSE", "Makefile", "docs", "hatch_build.py"),
    *("package.json", "package-lock.json", "requirements.lock", "requirements-node.lock"),
    *("eslint.config.js", "prettier.config.js", "tsconfig.json", "tsconfig.node.json", "vitest.config.ts"),
}


def test_every_part_is_there() -> None:
    assert {name for name in PARTS if not (ROOT / name).exists()} == set()


def test_nothing_else_is_there() -> None:
    found = {path.name for path in ROOT.iterdir() if is_ours(path.name) and not path.name.startswith(".")}
    assert found - PARTS - USUAL == set()
