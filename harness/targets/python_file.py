"""A Python file beside a target file, and the function that is asked of it."""

from collections.abc import Callable
from pathlib import Path
from types import ModuleType
from typing import Any

from harness.core.errors import UsageError


def function(path: Path, name: str, takes: str, gives: str) -> Callable[..., Any]:
    """The function of that name. Raises UsageError, with what it takes and has to give."""
    found = getattr(_module(path), name, None)
    if not callable(found):
        raise UsageError(f"{path} has no function {name}({takes}); define it and return {gives}")
    return found  # type: ignore[no-any-return]


def _module(path: Path) -> ModuleType:
    """The file's module. It is not imported: that would leave compiled files beside other people's targets."""
    module = ModuleType(f"target_{path.stem}_{path.parent.name.replace('-', '_')}")
    module.__file__ = str(path)
    try:
        exec(compile(path.read_text(encoding="utf-8"), path, "exec"), module.__dict__)
    except ModuleNotFoundError as error:
        way_out = 'install it (what the targets of Meanwhile need: pip install "meanwhile[targets]")'
        raise UsageError(f'{path} needs the Python package "{error.name}", which is not there; {way_out}') from error
    return module
