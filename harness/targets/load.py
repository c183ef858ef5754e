"""Finds and reads target files. A wrong one ends in UsageError: file, line, what is wrong and the way out."""

from pathlib import Path

from harness.core import resources
from harness.core.errors import UsageError
from harness.microcopy.taught import trouble_with
from harness.scenario import yaml_file
from harness.scenario.checks import Problem
from harness.scenario.problems import nearest
from harness.scenario.written import Written
from harness.targets.file import TargetFile
from harness.targets.sources import BUILT_SCHEME, locate
from harness.targets.target import REFERENCE_WIRE, Target
from harness.told.file import WireFile
from harness.told.reading import read as read_wire

HOME = "fixtures/targets"
NAME = "target.yaml"
_SUFFIXES = (".yaml", ".yml")


def load(name: str | Path) -> Target:
    """The target of that id, or of the file at that path."""
    path = find(str(name))
    return parse(yaml_file.text(path, "target"), path)


def find(name: str) -> Path:
    """The target file, told by an id, by its path, or by that of its folder. Raises UsageError with the nearest id."""
    if name.endswith(_SUFFIXES) or Path(name).is_file():
        return Path(name)
    known = {path.parent.name: path for path in paths()}
    if name in known:
        return known[name]
    if (Path(name) / NAME).is_file():
        return Path(name) / NAME
    raise UsageError(
        f'no target "{name}"; {nearest(name, known)}targets are {", ".join(known)}; a path to a file will do too'
    )


def paths() -> tuple[Path, ...]:
    """The files of all targets that ship with Meanwhile, by id."""
    return tuple(sorted(resources.data(HOME).glob(f"*/{NAME}")))


def parse(text: str, path: Path) -> Target:
    """The target in that text; what it names is looked for from the folder of ``path``."""
    tree = yaml_file.tree(text, path)
    if not isinstance(tree, dict):
        raise UsageError(f"{yaml_file.shown(path)}:1: this holds no target; write id:, title: and serve: or url:")
    told = yaml_file.checked(TargetFile, tree, path)
    found = _problems(told, path.parent)
    if found:
        raise yaml_file.trouble(path, tree, found)
    return Target(told=_with_wire(told, path.parent), folder=path.parent, written=Written(path=path))


def _with_wire(told: TargetFile, folder: Path) -> TargetFile:
    """Where ``wire:`` names a target file, the wire is the one that is told there."""
    if not isinstance(told.wire, str) or not told.wire.endswith(_SUFFIXES):
        return told
    return told.model_copy(update={"wire": load(locate(told.wire, folder)).told.wire})


def _problems(told: TargetFile, folder: Path) -> list[Problem]:
    """What cannot be found, or taught. What the build makes is looked for only when it is needed."""
    named = [(("serve", prefix), source) for prefix, source in told.serve.items()]
    wires = [(("wire",), told.wire)] if isinstance(told.wire, str) and told.wire != REFERENCE_WIRE else []
    feeds = [(("feed",), told.feed)] if told.feed is not None else []
    places: list[tuple[tuple[str | int, ...], str]] = [*named, *wires, *feeds]
    lost = [(place, sentence) for place, source in places if (sentence := _missing(source, folder))]
    phrases = [(("phrases", words), trouble_with(words, meaning)) for words, meaning in told.phrases.items()]
    untaught = [(place, sentence) for place, sentence in phrases if sentence is not None]
    return [*lost, *untaught, *_wire_problems(told.wire)]


def _wire_problems(wire: str | WireFile) -> list[Problem]:
    """What is wrong with a wire that is told in the file itself."""
    if isinstance(wire, str):
        return []
    return [(("wire", *place), sentence) for place, sentence in read_wire(wire)[1]]


def _missing(source: str, folder: Path) -> str | None:
    if source.startswith(BUILT_SCHEME):
        return None
    try:
        locate(source, folder)
    except UsageError as error:
        return f'"{source}" is wrong; {error}'
    return None
