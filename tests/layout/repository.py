"""The files of the repository, as the layout's tests see them."""

import os
from collections.abc import Iterator
from functools import cache
from pathlib import Path

ROOT = Path(__file__).resolve().parents[2]
TOOLS = {".git", ".venv", "node_modules", "__pycache__", ".hypothesis"}
MADE = {"_built", "_data", "dist", "meanwhile-report"}
CODE = {".py", ".ts", ".js", ".mjs", ".css", ".ftl", ".html", ".sh", ".svg", ""}
TEXT = CODE | {".cfg", ".ini", ".json", ".jsonl", ".lock", ".md", ".toml", ".txt", ".yaml", ".yml"}


def is_ours(folder: str) -> bool:
    """Whether a folder holds files of the repository: not what tools install, build or cache."""
    return folder not in TOOLS | MADE and not folder.endswith(("_cache", ".egg-info"))


def walk(root: Path) -> Iterator[Path]:
    """Every file below ``root`` that is ours."""
    for folder, folders, names in os.walk(root):
        folders[:] = sorted(name for name in folders if is_ours(name))
        yield from (Path(folder, name) for name in sorted(names))


@cache
def files() -> tuple[Path, ...]:
    """Every file of the repository."""
    return tuple(walk(ROOT))


def text_files() -> Iterator[tuple[str, str]]:
    """Each text file's path from the root, with its text."""
    for file in files():
        if file.suffix in TEXT and not file.name.startswith(".coverage"):
            yield name_of(file), file.read_text("utf-8", errors="replace")


def name_of(file: Path) -> str:
    """The path from the root, with slashes."""
    return file.relative_to(ROOT).as_posix()
