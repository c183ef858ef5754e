"""Where a target's files come from: its own folder, an installed distribution, or what the build made."""

from dataclasses import dataclass
from importlib.util import find_spec
from pathlib import Path, PurePosixPath

from harness.core import resources
from harness.core.errors import UsageError

PACKAGE_SCHEME = "python:"
BUILT_SCHEME = "built:"
INDEX = "index.html"

# Python's mimetypes reads tables of the machine; a trial must not.
CONTENT_TYPES = {
    ".css": "text/css; charset=utf-8",
    ".gif": "image/gif",
    ".html": "text/html; charset=utf-8",
    ".ico": "image/x-icon",
    ".jpg": "image/jpeg",
    ".js": "text/javascript; charset=utf-8",
    ".json": "application/json",
    ".map": "application/json",
    ".mjs": "text/javascript; charset=utf-8",
    ".png": "image/png",
    ".svg": "image/svg+xml",
    ".txt": "text/plain; charset=utf-8",
    ".wasm": "application/wasm",
    ".webmanifest": "application/manifest+json",
    ".webp": "image/webp",
    ".woff": "font/woff",
    ".woff2": "font/woff2",
}
UNKNOWN_TYPE = "application/octet-stream"


@dataclass(frozen=True, kw_only=True, slots=True)
class ServedFile:
    """One file as the browser gets it."""

    body: bytes
    content_type: str


def locate(source: str, folder: Path) -> Path:
    """The folder or file that a source names; a path is relative to the target file's ``folder``."""
    if source.startswith(BUILT_SCHEME):
        return resources.built(source.removeprefix(BUILT_SCHEME))
    if source.startswith(PACKAGE_SCHEME):
        return _in_package(source.removeprefix(PACKAGE_SCHEME))
    path = folder / source
    if not path.exists():
        raise UsageError(f"{path} does not exist; name a file or folder beside the target file, or python:package/path")
    return path


def read(path: Path) -> ServedFile:
    """The file, with the type that its name tells."""
    return ServedFile(body=path.read_bytes(), content_type=CONTENT_TYPES.get(path.suffix.lower(), UNKNOWN_TYPE))


def below(root: Path, rest: str) -> Path | None:
    """The file at ``rest`` below a source, its index page for a folder; None if there is none, or it lies outside."""
    if root.is_file():
        return root if rest == "" else None
    if ".." in PurePosixPath(rest).parts:
        return None
    path = root / rest if rest else root
    path = path / INDEX if path.is_dir() else path
    return path if path.is_file() else None


def _in_package(name: str) -> Path:
    """A path inside an installed distribution, found without running any of its code."""
    package, _, rest = name.partition("/")
    spec = find_spec(package)
    homes = list(spec.submodule_search_locations or ()) if spec else []
    if not homes:
        raise UsageError(f'the Python package "{package}" is not installed; install it beside meanwhile')
    path = Path(homes[0]) / rest
    if not path.exists():
        raise UsageError(f'the Python package "{package}" has no {rest}; look at what {homes[0]} holds')
    return path
