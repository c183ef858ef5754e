"""Measured latencies in CSV files, beside the scenario or among those that ship: found, read and checked.

Lines that begin with ``#`` are comments; the first other line names the columns.
"""

import math
from collections.abc import Iterator
from dataclasses import dataclass
from itertools import pairwise
from pathlib import Path
from typing import Annotated, Any

from pydantic import BeforeValidator, PlainSerializer, ValidationInfo, WithJsonSchema

from harness.core import resources

SHIPPED = "fixtures/latency"
FOLDER = "folder"
_RANGES = {
    "percentile": ("percentile", 0.0, 100.0, "a number from 0 to 100"),
    "ms": ("latency", 0.001, 86_400_000.0, "milliseconds above 0 and up to a day, such as 850"),
}


@dataclass(frozen=True, slots=True)
class Recording:
    """The rows of one file, each a tuple of numbers; ``name`` is what the scenario calls it."""

    name: str
    rows: tuple[tuple[float, ...], ...]


@dataclass(frozen=True, slots=True)
class _Row:
    line: int
    numbers: tuple[float, ...]


def read_percentiles(name: str, folder: Path | None = None) -> Recording:
    """Rows of percentile and milliseconds, from 0 to 100, rising. Raises ValueError with the way out."""
    path = _find(name, folder)
    rows = list(_rows(path, ("percentile", "ms")))
    _bounds(path, rows)
    for earlier, later in pairwise(rows):
        if not (earlier.numbers[0] < later.numbers[0] and earlier.numbers[1] <= later.numbers[1]):
            raise ValueError(f"{_shown(path)}:{later.line}: falls below the row above it; sort the rows by percentile")
    return Recording(name, tuple(row.numbers for row in rows))


def read_samples(name: str, folder: Path | None = None) -> Recording:
    """Rows of milliseconds, in any order. Raises ValueError with the way out."""
    path = _find(name, folder)
    rows = sorted(row.numbers for row in _rows(path, ("ms",)))
    return Recording(name, tuple(rows))


def _bounds(path: Path, rows: list[_Row]) -> None:
    for row, percentile, means in ((rows[0], 0, "the fastest"), (rows[-1], 100, "the slowest")):
        if row.numbers[0] != percentile:
            said = f'"{row.numbers[0]:g}" is where the percentiles should reach {percentile}'
            raise ValueError(f"{_shown(path)}:{row.line}: {said}; write a row for {percentile}, {means} answer")


def _find(name: str, folder: Path | None) -> Path:
    shipped = resources.data(SHIPPED)
    for place in (folder, shipped):
        if place is not None and (place / name).is_file():
            return place / name
    known = ", ".join(sorted(path.name for path in shipped.glob("*.csv")))
    raise ValueError(f'"{name}" is no file beside the scenario; put it there, or write one that ships: {known}')


def _rows(path: Path, columns: tuple[str, ...]) -> Iterator[_Row]:
    lines = _lines(path)
    header = next(lines, (1, ""))
    if _cells(header[1]) != columns:
        raise ValueError(f"{_shown(path)}:{header[0]}: does not name its columns; write {','.join(columns)} there")
    row = None
    for line, text in lines:
        row = _Row(line, _numbers(path, line, text, columns))
        yield row
    if row is None:
        raise ValueError(f"{_shown(path)}:{header[0]}: no row follows; write one latency a line below it")


def _lines(path: Path) -> Iterator[tuple[int, str]]:
    try:
        text = path.read_text(encoding="utf-8-sig")
    except UnicodeDecodeError:
        raise ValueError(f"{_shown(path)}:1: is not UTF-8 text; save it as CSV in UTF-8") from None
    except OSError as error:
        raise ValueError(f"{_shown(path)}: cannot be read ({error.strerror}); see who may read it") from None
    for number, line in enumerate(text.splitlines(), start=1):
        if line.strip() and not line.lstrip().startswith("#"):
            yield number, line


def _cells(line: str) -> tuple[str, ...]:
    return tuple(cell.strip() for cell in line.split(","))


def _numbers(path: Path, line: int, text: str, columns: tuple[str, ...]) -> tuple[float, ...]:
    cells = _cells(text)
    if len(cells) != len(columns):
        said = f'"{text.strip()}" has {len(cells)} columns, not {len(columns)}'
        raise ValueError(f"{_shown(path)}:{line}: {said}; write {','.join(columns)}, with a point in decimals")
    return tuple(_number(path, line, cell, column) for cell, column in zip(cells, columns, strict=True))


def _number(path: Path, line: int, cell: str, column: str) -> float:
    try:
        number = float(cell)
    except ValueError:
        number = math.nan
    noun, low, high, way_out = _RANGES[column]
    if low <= number <= high:
        return number
    raise ValueError(f'{_shown(path)}:{line}: "{cell}" is no {noun}; write {way_out}')


def _shown(path: Path) -> Path:
    return path.relative_to(Path.cwd()) if path.is_absolute() and path.is_relative_to(Path.cwd()) else path


def _folder(info: ValidationInfo) -> Path | None:
    folder = (info.context or {}).get(FOLDER)
    return folder if isinstance(folder, Path) else None


def _percentiles(told: Any, info: ValidationInfo) -> Recording:
    return told if isinstance(told, Recording) else read_percentiles(_name(told), _folder(info))


def _samples(told: Any, info: ValidationInfo) -> Recording:
    return told if isinstance(told, Recording) else read_samples(_name(told), _folder(info))


def _name(told: Any) -> str:
    if isinstance(told, str) and told.endswith(".csv"):
        return told
    raise ValueError(f'"{told}" is no CSV file; write the name of one, such as marketplace.csv')


def _told(recording: Recording) -> str:
    return recording.name


_SCHEMA = WithJsonSchema({"type": "string", "pattern": r"\.csv$", "examples": ["marketplace.csv"]})
PercentilesFile = Annotated[Recording, BeforeValidator(_percentiles), PlainSerializer(_told), _SCHEMA]
SamplesFile = Annotated[Recording, BeforeValidator(_samples), PlainSerializer(_told), _SCHEMA]
