"""A stored trial: JSON Lines, the header first. The same records give the same bytes; ``.gz`` files are packed."""

import gzip
import hashlib
import json
from collections.abc import Iterable, Iterator
from dataclasses import dataclass
from pathlib import Path
from typing import Any

from harness.core.errors import UsageError
from harness.core.files import write_whole
from harness.trace.plain import Malformed, dump_record, from_plain
from harness.trace.records import (
    KINDS,
    SCHEMA,
    Announcement,
    Command,
    FaultWindow,
    Header,
    Message,
    Page,
    Passed,
    Press,
    Record,
    Request,
    ScreenDelta,
    Step,
    Thrown,
)
from harness.trace.truth_event import TruthEvent

_NAMES = {cls: name for name, cls in KINDS.items()}
_PERCEIVED = (Page, ScreenDelta, Announcement)


@dataclass(frozen=True, kw_only=True, slots=True)
class Trial:
    """Everything that one trial left behind, by kind, each in the order stored."""

    header: Header
    truth: tuple[TruthEvent, ...] = ()
    steps: tuple[Step, ...] = ()
    presses: tuple[Press, ...] = ()
    commands: tuple[Command, ...] = ()
    faults: tuple[FaultWindow, ...] = ()
    requests: tuple[Request, ...] = ()
    passed: tuple[Passed, ...] = ()
    messages: tuple[Message, ...] = ()
    pages: tuple[Page, ...] = ()
    screens: tuple[ScreenDelta, ...] = ()
    announcements: tuple[Announcement, ...] = ()
    thrown: tuple[Thrown, ...] = ()

    @classmethod
    def of(cls, records: Iterable[Record]) -> "Trial":
        """The trial that these records make. The first one is the header."""
        header, *rest = records
        if not isinstance(header, Header):
            raise TypeError(f"the first record is {_NAMES[type(header)]}, not header")
        held: dict[str, Any] = {name: tuple(r for r in rest if type(r) is kind) for name, kind in _FIELDS.items()}
        return cls(header=header, **held)

    def records(self) -> Iterator[Record]:
        """All records: the header, then kind by kind."""
        yield self.header
        for name in _FIELDS:
            yield from getattr(self, name)

    @property
    def truth_hash(self) -> str:
        """SHA-256 of every byte of the truth."""
        return _digest(self.truth)

    @property
    def screen_hash(self) -> str:
        """SHA-256 of every byte of what was perceived: documents, screen and announcements."""
        return _digest(record for record in self.records() if isinstance(record, _PERCEIVED))


_FIELDS: dict[str, type[Any]] = {
    "truth": TruthEvent,
    "steps": Step,
    "presses": Press,
    "commands": Command,
    "faults": FaultWindow,
    "requests": Request,
    "passed": Passed,
    "messages": Message,
    "pages": Page,
    "screens": ScreenDelta,
    "announcements": Announcement,
    "thrown": Thrown,
}


def encode(record: Record) -> str:
    """One record as one line, without its end."""
    return dump_record(_NAMES[type(record)], record)


def decode(line: str) -> Record:
    """The record of one line. Raises Malformed."""
    data = json.loads(line)
    if not isinstance(data, dict) or data.get("record") not in KINDS:
        raise Malformed(f"no record of a known kind ({', '.join(KINDS)})")
    return from_plain(KINDS[data.pop("record")], data)


def write_trial(path: Path, records: Iterable[Record]) -> None:
    """Store a trial. The records are written in the order given."""
    raw = _bytes(records)
    # mtime 0: gzip would otherwise write the wall clock into the file
    write_whole(path, gzip.compress(raw, mtime=0) if path.suffix == ".gz" else raw)


def read_trial(path: Path) -> Trial:
    """Read a stored trial. Raises UsageError with path and line when it is not one."""
    records = [_decode_at(path, number, line) for number, line in enumerate(_lines(path), 1) if line.strip()]
    if not records or not isinstance(records[0], Header):
        raise UsageError(f"{path}:1: a stored trial begins with its header; write the file again with `meanwhile run`")
    return Trial.of(records)


def _lines(path: Path) -> list[str]:
    try:
        raw = path.read_bytes()
        return (gzip.decompress(raw) if path.suffix == ".gz" else raw).decode().split("\n")
    except (OSError, EOFError, UnicodeDecodeError) as error:
        raise UsageError(f"{path}: cannot be read as a stored trial: {error}") from error


def _decode_at(path: Path, number: int, line: str) -> Record:
    try:
        record = decode(line)
    except (Malformed, json.JSONDecodeError) as error:
        raise UsageError(f"{path}:{number}: not a line of a stored trial: {error}") from error
    if isinstance(record, Header) and record.schema != SCHEMA:
        raise UsageError(f"{path}:{number}: schema: {record.schema} is not read here; this version reads {SCHEMA}")
    return record


def _digest(records: Iterable[Record]) -> str:
    return hashlib.sha256(_bytes(records)).hexdigest()


def _bytes(records: Iterable[Record]) -> bytes:
    return "".join(encode(record) + "\n" for record in records).encode("ascii")
