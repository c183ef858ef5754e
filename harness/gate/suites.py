"""A suite of ``meanwhile.toml``: which scenario files its words stand for."""

from collections.abc import Callable, Iterator, Sequence
from fnmatch import fnmatchcase
from pathlib import Path

from harness.gate.config import Config
from harness.scenario import read
from harness.scenario.problems import nearest
from harness.trace.about import LawInfo

LAW = "law:"
FAMILY = "family:"
_FILES = ("*.yaml", "*.yml")


def suite(name: str, config: Config, laws: Sequence[LawInfo]) -> tuple[Path, ...]:
    """The scenario files of a suite, each once, in the order of its words. Raises UsageError with file and line."""
    words = config.told.suites.get(name)
    if words is None:
        known = tuple(config.told.suites)
        there_are = f"suites are {', '.join(known)}" if known else "there is none"
        raise config.trouble((("suites",), f'no suite "{name}"; {nearest(name, known)}{there_are}'))
    if not words:
        raise config.trouble((("suites", name), "is empty; name at least one scenario"))
    found = {word: tuple(_paths(word, config.path.parent)) for word in words}
    lost = [word for word, paths in found.items() if not paths]
    if lost:
        raise config.trouble(*((("suites", name, word), f'"{word}" {_nothing(word, laws)}') for word in lost))
    return tuple(dict.fromkeys(path for paths in found.values() for path in paths))


def _paths(word: str, folder: Path) -> Iterator[Path]:
    if word.startswith(LAW):
        law = word.removeprefix(LAW)
        return (path for path in read.paths() if law in read.load(path).arms)
    if word.startswith(FAMILY):
        return _shipped(lambda path: path.parent.name == word.removeprefix(FAMILY))
    if "/" in word or word.endswith((".yaml", ".yml")):
        return _on_disk(word, folder)
    return _shipped(lambda path: fnmatchcase(path.stem, word))


def _shipped(fits: Callable[[Path], bool]) -> Iterator[Path]:
    return (path for path in read.paths() if fits(path))


def _on_disk(word: str, folder: Path) -> Iterator[Path]:
    """The file, those below the folder, or those that the pattern fits, from the folder of the configuration."""
    path = folder / word
    if path.is_file():
        return iter((path,))
    if path.is_dir():
        return iter(sorted(found for pattern in _FILES for found in path.rglob(pattern)))
    return iter(sorted(found for found in folder.glob(word.rstrip("/")) if found.is_file()))


def _nothing(word: str, laws: Sequence[LawInfo]) -> str:
    """What is wrong with a word that stands for no scenario, and the way out."""
    if word.startswith(LAW):
        law, known = word.removeprefix(LAW), [one.id for one in laws]
        return "names a law that no scenario exists for" if law in known else f"is no law; {nearest(law, known)}{_LIST}"
    if word.startswith(FAMILY):
        families = sorted({path.parent.name for path in read.paths()})
        near = nearest(word.removeprefix(FAMILY), families)
        return f"is no family of scenarios; {near}families are {', '.join(families)}"
    if "/" in word or word.endswith((".yaml", ".yml")):
        return "is no scenario file and holds none; write its path from the folder of this file"
    return f"is no scenario; {nearest(word, [path.stem for path in read.paths()])}`meanwhile list` shows them all"


_LIST = "`meanwhile laws` lists them"
