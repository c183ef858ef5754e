"""Reads a CSV file of goods: how many rows it has, and which of them cannot be taken, for which cause.

The rules are those of the files in fixtures/imports (``make_imports``). Rows count from 1 below the header.
"""

import csv
import io
import re
import unicodedata
from collections.abc import Iterator
from dataclasses import dataclass, field

COLUMNS = ("id", "name", "price", "currency", "category", "image")
MOST_ROWS = 100_000
LONGEST_NAME = 1_000
LONGEST_CELL = 10_000_000
"""A quote that is never closed makes one cell of all that follows."""
NOT_UTF_8 = "\ufffd"
_TURNS = re.compile("[\u202a-\u202e\u2066-\u2069]")
_PRICE = re.compile(r"[0-9]+(\.[0-9]+)?")
Row = list[str]


@dataclass(frozen=True, kw_only=True, slots=True)
class PriceList:
    """``failed`` has the causes by row."""

    rows: int
    failed: dict[int, str] = field(default_factory=dict)


class Unreadable(Exception):
    """The file as a whole cannot be taken; ``line`` is where that shows, 1 for the header, 0 for all of it."""

    def __init__(self, said: str, line: int = 0) -> None:
        super().__init__(said)
        self.line = line


def read(text: str) -> PriceList:
    """What a file holds. Signs that were not UTF-8 stand in it as U+FFFD. Raises Unreadable."""
    rows = _rows(text)
    header = next(rows, None)
    if header is None:
        raise Unreadable("It is empty")
    if tuple(header) != COLUMNS:
        raise Unreadable(f"Its first line is not {', '.join(COLUMNS)}", line=1)
    return _told(rows)


def _rows(text: str) -> Iterator[Row]:
    """The lines that hold anything, cell by cell."""
    csv.field_size_limit(LONGEST_CELL)
    reader = csv.reader(io.StringIO(text.removeprefix("\ufeff"), newline=""))
    try:
        yield from (row for row in reader if row)
    except csv.Error as error:
        raise Unreadable("It is no CSV", line=reader.line_num) from error


def _told(rows: Iterator[Row]) -> PriceList:
    failed, ids, number = dict[int, str](), set[str](), 0
    for number, row in enumerate(rows, start=1):
        if number > MOST_ROWS:
            raise Unreadable(f"It has more than {MOST_ROWS} rows", line=number + 1)
        cause = _cause(row, ids)
        if cause is not None:
            failed[number] = cause
        ids.add(_seen(row[0]))
    return PriceList(rows=number, failed=failed)


def _cause(row: Row, ids: set[str]) -> str | None:
    """Why a row cannot be taken; ``ids`` are those of the rows before it, as they are seen."""
    if len(row) != len(COLUMNS) or any(NOT_UTF_8 in cell for cell in row):
        return "bad-format"
    cells = dict(zip(COLUMNS, row, strict=True))
    id = _seen(cells["id"])
    if not id:
        return "missing-id"
    if _TURNS.search(cells["id"]) or len(cells["name"]) > LONGEST_NAME:
        return "bad-format"
    if id in ids:
        return "duplicate-id"
    if not all(_seen(cells[column]) for column in ("name", "price", "category")):
        return "missing-field"
    return None if _PRICE.fullmatch(cells["price"]) else "bad-format"


def _seen(text: str) -> str:
    """What of a cell a person can see."""
    return "".join(sign for sign in text if unicodedata.category(sign) != "Cf").strip()
