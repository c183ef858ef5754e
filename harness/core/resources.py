"""Finds what ships beside the code: built pages, scenarios, fixtures, the message file. In a checkout and in a wheel.

In a checkout the data lies at its own path (``scenarios/``); in an installed wheel the same path lies below
``harness/_data/``. What the build makes lies below ``harness/_built/`` in both.
"""

from pathlib import Path

from harness.core.errors import UsageError

PACKAGE = Path(__file__).resolve().parent.parent


def checkout(package: Path = PACKAGE) -> Path | None:
    """The checkout that the package is used from; None where it is installed from a wheel."""
    root = package.parent
    return root if (root / "pyproject.toml").is_file() and (root / "hatch_build.py").is_file() else None


def built(name: str, package: Path = PACKAGE) -> Path:
    """A file or folder that the build makes, such as ``page/runtime.js`` or ``reference_ui/clean``."""
    path = package / "_built" / name
    if path.exists():
        return path
    way_out = "run `make build` there" if checkout(package) else "install the wheel again"
    raise UsageError(f"{path} has not been built; {way_out}")


def data(name: str, package: Path = PACKAGE) -> Path:
    """A file or folder of data by its path in the checkout, such as ``scenarios`` or ``fixtures/network``."""
    root = checkout(package) or package / "_data"
    path = root / name
    if path.exists():
        return path
    way_out = "see what `git status` says of it" if checkout(package) else "install the wheel again"
    raise UsageError(f"{path} is missing; {way_out}")
