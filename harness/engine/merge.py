"""Puts the parts of a session together again: read, checked to be whole and of one making, told as one session."""

import json
import shutil
from collections.abc import AsyncGenerator, Callable, Iterator, Sequence
from dataclasses import dataclass
from itertools import pairwise
from pathlib import Path
from typing import Any

from harness.core.errors import UsageError
from harness.engine.session import Happening
from harness.engine.shard import Shard
from harness.reporters.words import listed
from harness.trace.events import SessionStarted, TrialStarted
from harness.trace.fingerprint import judged_page
from harness.trace.plain import Malformed
from harness.trace.result import TrialResult
from harness.trace.results import EndLine, SessionLine, decode_results

RESULTS = "results.jsonl"


@dataclass(frozen=True, kw_only=True, slots=True)
class Part:
    """What one part left behind in its report's folder."""

    folder: Path
    session: SessionLine
    results: tuple[TrialResult, ...]
    end: EndLine

    @property
    def shard(self) -> Shard:
        """Which part it is; a session that was not split is the only one."""
        return Shard.parse(self.session.shard) if self.session.shard else Shard(1, 1)


@dataclass(frozen=True, kw_only=True, slots=True)
class Whole:
    """All parts of one session, in their order."""

    parts: tuple[Part, ...]

    @property
    def first(self) -> SessionLine:
        """What was asked for, as the first part tells it; the others tell the same."""
        return self.parts[0].session

    @property
    def ms(self) -> int:
        """How long the parts took that were run side by side: as long as the slowest."""
        return max(part.end.wall_ms for part in self.parts)

    def started(self, command: str, baseline: str, remarks: tuple[str, ...]) -> SessionStarted:
        """The first event of the session as a whole."""
        first = self.first
        scenarios = {one.id: one for part in self.parts for one in part.session.scenarios}
        return SessionStarted(
            scenarios=tuple(scenarios.values()),
            target=first.target,
            laws=first.laws,
            started=min(part.session.started for part in self.parts),
            command=command,
            version=first.version,
            trials=len(first.plan),
            defect=first.defect,
            scope=first.scope,
            plan=first.plan,
            baseline=baseline,
            remarks=tuple(dict.fromkeys([*remarks, *(one for part in self.parts for one in part.session.remarks)])),
            transport=first.transport,
            network=first.network,
        )

    async def happenings(self, folder: Path) -> AsyncGenerator[Happening, None]:
        """Each trial in the order of the plan, with its files brought into the folder of the report."""
        results = {result.id: (result, part) for part in self.parts for result in part.results}
        for trial in self.first.plan:
            result, part = results[trial]
            yield _begun(result, part)
            _bring(result, part.folder, folder)
            yield result


def read_whole(folders: Sequence[Path]) -> Whole:
    """The parts in these folders. Raises UsageError where they are not all the parts of one session, each once."""
    parts = sorted((read_part(folder) for folder in folders), key=lambda part: part.shard.number)
    _check_alike(parts)
    _check_all_there(parts)
    _check_plan(parts)
    return Whole(parts=tuple(parts))


def read_part(folder: Path) -> Part:
    """The part in that folder. Raises UsageError where it has none, or only the beginning of one."""
    path = folder / RESULTS
    lines = list(_lines(path))
    session, end = lines[0] if lines else None, lines[-1] if lines else None
    if not isinstance(session, SessionLine):
        raise UsageError(f"{path}:1: results begin with their session; give the --report folder of `meanwhile run`")
    if not isinstance(end, EndLine) or end.broken_off:
        raise UsageError(f"{path}: the session was cut short; run it again{_which(session)}")
    results = tuple(line for line in lines if isinstance(line, TrialResult))
    return Part(folder=folder, session=session, results=results, end=end)


def _which(session: SessionLine) -> str:
    return f": --shard {session.shard}" if session.shard else ""


def _lines(path: Path) -> Iterator[Any]:
    try:
        text = path.read_text(encoding="utf-8")
    except (OSError, UnicodeDecodeError) as error:
        said = error.strerror if isinstance(error, OSError) else "it is no text"
        raise UsageError(f"{path}: cannot be read ({said}); give the --report folder of `meanwhile run`") from None
    for number, line in enumerate(text.splitlines(), 1):
        try:
            yield from decode_results([line])
        except (Malformed, json.JSONDecodeError, AttributeError) as error:
            raise UsageError(f"{path}:{number}: not a line of results: {error}") from None


def _check_alike(parts: Sequence[Part]) -> None:
    """Raises UsageError that says in what the parts differ."""
    asked: dict[str, Callable[[SessionLine], object]] = {
        "the version of meanwhile": lambda line: line.version,
        "the target": lambda line: judged_page(line.target.id, line.defect),
        "the transport": lambda line: line.transport,
        "the network": lambda line: line.network,
        "the scenarios that were asked for": lambda line: line.scope,
        "what a breach of each law means": lambda line: tuple((law.id, law.level, law.reason) for law in line.laws),
        "the trials of the whole session (scenarios, seeds, repeats)": lambda line: line.plan,
        "the number of parts": lambda line: line.shard.partition("/")[2],
    }
    first = parts[0]
    for part in parts[1:]:
        for what, told in asked.items():
            mine, others = told(first.session), told(part.session)
            if mine != others:
                shown = f", {mine} and {others}" if isinstance(mine, str) and mine and others else ""
                where = f"{first.folder} and {part.folder}"
                raise UsageError(f"{where} are no parts of one session: {what} differs{shown}; run them alike")


def _check_all_there(parts: Sequence[Part]) -> None:
    """Raises UsageError where a part is missing or there twice: no verdict is given on less than the whole."""
    of = parts[0].shard.of
    for one, other in pairwise(parts):
        if one.shard == other.shard:
            raise UsageError(
                f"part {one.shard} is there twice, in {one.folder} and {other.folder}; give each part once"
            )
    there = {part.shard.number for part in parts}
    missing = [str(Shard(number, of)) for number in range(1, of + 1) if number not in there]
    if missing:
        what = f"part {missing[0]} is" if len(missing) == 1 else f"parts {listed(missing)} are"
        raise UsageError(
            f"{what} missing, and there is no verdict without the whole; give the folders of all {of} parts"
        )


def _check_plan(parts: Sequence[Part]) -> None:
    """Raises UsageError where a part does not hold the trials that were planned for it."""
    for part in parts:
        path, again = part.folder / RESULTS, f"run it again{_which(part.session)}"
        planned, there = set(part.shard.share(part.session.plan)), {result.id for result in part.results}
        if lacking := sorted(planned - there):
            raise UsageError(f"{path}: the result of {lacking[0]} is missing; {again}")
        if extra := sorted(there - planned):
            raise UsageError(f"{path}: {extra[0]} was not planned there; {again}")


def _begun(result: TrialResult, part: Part) -> TrialStarted:
    scenario = next(one for one in part.session.scenarios if one.id == result.scenario)
    return TrialStarted(
        trial=result.id, scenario=scenario, seed=result.seed, repeat=result.repeat, defect=result.defect
    )


def _bring(result: TrialResult, source: Path, folder: Path) -> None:
    """Copy the stored trial and the pictures that the result names."""
    named = [*([result.file] if result.file else []), *(picture.file for picture in result.pictures)]
    for name in dict.fromkeys(named):
        if not (source / name).is_file():
            raise UsageError(f"{source / name} is missing, which {source / RESULTS} names; keep the whole folder")
        (folder / name).parent.mkdir(parents=True, exist_ok=True)
        shutil.copyfile(source / name, folder / name)
