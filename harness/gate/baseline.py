"""The file of accepted findings, read. Whatever is wrong with it ends in UsageError: file, line, and the way out."""

from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from datetime import date
from pathlib import Path
from typing import Annotated

from pydantic import AfterValidator, Field

from harness.core.errors import UsageError
from harness.scenario import yaml_file
from harness.scenario.checks import Problem
from harness.scenario.lines import locate
from harness.scenario.problems import nearest
from harness.scenario.types import Part
from harness.trace.about import LawInfo
from harness.trace.fingerprint import role

VERSION = 1
TO_DO = "TODO: say why this is accepted"
_NO_REASON = f'"{TO_DO}" stands here still; write why this is accepted, or take the entry out'
_EMPTY = "is empty; write why this is accepted, or take the entry out"

Identity = tuple[str, str, str, str, str]


def _version(number: int) -> int:
    if number == VERSION:
        return number
    raise ValueError(f'"{number}" is not read here; this version of meanwhile reads version: {VERSION}')


class Accepted(Part):
    """One finding that is known. What it is known by comes first; ``says`` is for people and is never compared."""

    target: str
    scenario: str
    law: str
    job: str
    claim: str
    says: str = ""
    reason: str
    expires: date | None = None

    @property
    def identity(self) -> Identity:
        """The five words that a finding is known by (docs/decisions/gate.md)."""
        return self.target, self.scenario, self.law, role(self.job), self.claim

    def holds(self, today: date) -> bool:
        """Whether it is still accepted; ``expires`` is the last day."""
        return self.expires is None or today <= self.expires

    def until(self) -> str:
        """``until 2027-01-31: why``, or just why."""
        return self.reason if self.expires is None else f"until {self.expires.isoformat()}: {self.reason}"


class BaselineFile(Part):
    """What the file may say."""

    version: Annotated[int, AfterValidator(_version)]
    accepted: tuple[Accepted, ...] = Field(default=())


@dataclass(frozen=True, kw_only=True, slots=True)
class Baseline:
    """The entries by what they are known by, under the laws' present ids; ``remarks`` tell of renamed laws."""

    path: Path
    entries: dict[Identity, Accepted]
    remarks: tuple[str, ...] = ()

    @classmethod
    def empty(cls, path: Path) -> "Baseline":
        """Nothing is accepted yet."""
        return cls(path=path, entries={})


def read_baseline(path: Path, laws: Sequence[LawInfo], *, updating: bool = False) -> Baseline:
    """The file at that path. Whoever is ``updating`` it may have a file that is not there, or that lacks reasons."""
    if not path.exists():
        if updating:
            return Baseline.empty(path)
        way_out = f"write it with `meanwhile run --baseline {path} --update-baseline`"
        raise UsageError(f"--baseline: {path}: there is no such file; {way_out}")
    tree = yaml_file.tree(yaml_file.text(path, "baseline"), path)
    if not isinstance(tree, dict):
        raise UsageError(f"{yaml_file.shown(path)}:1: this holds no baseline; write version: {VERSION} and accepted:")
    told = yaml_file.checked(BaselineFile, tree, path)
    now = [_renamed(entry, laws) for entry in told.accepted]
    found = [*_unknown_laws(now, laws), *_twice(now), *([] if updating else _without_reason(now))]
    if found:
        raise yaml_file.trouble(path, tree, found)
    renamed = [index for index, entry in enumerate(told.accepted) if entry.law != now[index].law]
    remarks = tuple(_remark(path, tree, index, told.accepted[index].law, now[index].law) for index in renamed)
    return Baseline(path=path, entries={entry.identity: entry for entry in now}, remarks=remarks)


def _renamed(entry: Accepted, laws: Sequence[LawInfo]) -> Accepted:
    return entry.model_copy(update={"law": present_id(entry.law, laws)})


def present_id(law: str, laws: Sequence[LawInfo]) -> str:
    """The id that the law has now, if it once had this one."""
    return next((held.id for held in laws if law in held.formerly), law)


def _remark(path: Path, tree: object, index: int, before: str, now: str) -> str:
    line, _ = locate(tree, ("accepted", index, "law"))
    return f'{yaml_file.shown(path)}:{line}: law: "{before}" is now called {now}; --update-baseline writes it so'


def _unknown_laws(entries: Sequence[Accepted], laws: Sequence[LawInfo]) -> Iterator[Problem]:
    known = [law.id for law in laws]
    for index, entry in enumerate(entries):
        if entry.law not in known:
            way_out = f"{nearest(entry.law, known)}take the entry out, or write one that `meanwhile laws` lists"
            yield ("accepted", index, "law"), f'"{entry.law}" is no law; {way_out}'


def _twice(entries: Sequence[Accepted]) -> Iterator[Problem]:
    seen: set[Identity] = set()
    for index, entry in enumerate(entries):
        if entry.identity in seen:
            yield ("accepted", index), "the same finding is accepted further up; keep one of the two"
        seen.add(entry.identity)


def _without_reason(entries: Sequence[Accepted]) -> Iterator[Problem]:
    for index, entry in enumerate(entries):
        reason = entry.reason.strip()
        if reason in ("", TO_DO):
            yield ("accepted", index, "reason"), _NO_REASON if reason else _EMPTY
