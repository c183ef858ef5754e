"""Import files good, malformed and hostile, the same bytes every time.

``python -m harness.wire.reference.make_imports [FOLDER]`` writes them, and ``manifest.json``, which says of each file
for which cause each row has to fail. Rows count from 1 below the header; a row that is not named is good. The rules:

- A file is UTF-8, with or without a byte order mark, and begins with the header; else the whole file is ``bad-format``.
- A row with another number of cells, or a sign that is not UTF-8, is ``bad-format``.
- An id of nothing that can be seen is ``missing-id``; one that looks like that of an earlier row is ``duplicate-id``.
- A name, price or category of nothing that can be seen is ``missing-field``.
- A price is digits with at most one point; a name has at most 1,000 signs; an id has no sign that turns the direction
  of the text: else ``bad-format``. What looks like a formula or like markup is text like any other.
"""

import csv
import io
import json
import sys
from collections import Counter
from collections.abc import Callable
from dataclasses import dataclass, field
from pathlib import Path
from typing import Any

from harness.model.goods import goods
from harness.scenario.world import Catalogue
from harness.wire.reference.price_list import COLUMNS

FOLDER = Path("fixtures/imports")
ROWS = 12
Row = list[str]


@dataclass(frozen=True, kw_only=True, slots=True)
class ImportFile:
    """One file: ``failed`` has the causes by row; ``cause`` is there where the file as a whole cannot be taken."""

    says: str
    data: bytes
    rows: int
    failed: dict[int, str] = field(default_factory=dict)
    cause: str | None = None


def _rows(count: int = ROWS, catalogue: Catalogue = Catalogue.SELLER) -> list[Row]:
    return [[item["sku"], *(str(item[name] or "") for name in COLUMNS[1:])] for item in goods(catalogue)[:count]]


def _csv(rows: list[Row], delimiter: str = ",", line_end: str = "\n") -> str:
    file = io.StringIO(newline="")
    csv.writer(file, delimiter=delimiter, lineterminator=line_end).writerows([list(COLUMNS), *rows])
    return file.getvalue()


def _changed(says: str, changes: dict[int, tuple[str, str, str | None]]) -> ImportFile:
    """Plain rows, in some of which a cell holds something else and gives a cause, or none."""
    rows = _rows()
    for number, (column, value, _) in changes.items():
        rows[number - 1][COLUMNS.index(column)] = value
    failed = {number: cause for number, (_, _, cause) in changes.items() if cause}
    return ImportFile(says=says, data=_csv(rows).encode(), rows=len(rows), failed=failed)


def _good() -> ImportFile:
    data = _csv(_rows(60, Catalogue.WORLD)).encode()
    return ImportFile(says="60 good rows of many languages.", data=data, rows=60)


def _missing_id() -> ImportFile:
    changes = {2: ("id", "", "missing-id"), 5: ("id", "   ", "missing-id"), 9: ("id", "\u00a0", "missing-id")}
    return _changed("Rows without an ID.", {**changes, 11: ("name", "", "missing-field")})


def _duplicate_ids() -> ImportFile:
    first, third = (_rows()[place][0] for place in (0, 2))
    again = {4: first, 8: first, 12: f" {third} "}
    return _changed("IDs that come again.", {row: ("id", id, "duplicate-id") for row, id in again.items()})


def _wrong_decimal() -> ImportFile:
    values = {1: "12,50", 3: "1.234,00", 4: "1 234.00", 6: "19.90 €", 7: "about ten", 8: "-5.00", 9: "1e3", 10: "NaN"}
    changes: dict[int, tuple[str, str, str | None]] = {row: ("price", v, "bad-format") for row, v in values.items()}
    return _changed("Prices that are written otherwise.", {**changes, 12: ("price", "", "missing-field")})


def _byte_order_mark() -> ImportFile:
    data = b"\xef\xbb\xbf" + _csv(_rows(), line_end="\r\n").encode()
    return ImportFile(says="Good rows as a spreadsheet saves them: with a byte order mark.", data=data, rows=ROWS)


def _latin_1() -> ImportFile:
    rows = _rows()
    rows[2][1], rows[6][1] = "Küchenbrett", "Boîte à pain"
    data = _csv(rows).encode("latin-1")
    failed = {3: "bad-format", 7: "bad-format"}
    return ImportFile(says="Saved as Latin-1, so that two names are not UTF-8.", data=data, rows=ROWS, failed=failed)


def _utf_16() -> ImportFile:
    data = b"\xff\xfe" + _csv(_rows()).encode("utf-16-le")
    return ImportFile(says="Saved as UTF-16.", data=data, rows=0, cause="bad-format")


def _semicolons() -> ImportFile:
    data = _csv(_rows(), delimiter=";").encode()
    return ImportFile(says="Cells parted by semicolons.", data=data, rows=0, cause="bad-format")


def _ragged_rows() -> ImportFile:
    rows = _rows()
    rows[1], rows[4], rows[9] = rows[1][:3], [*rows[4], "one", "more"], rows[9][:1]
    failed = dict.fromkeys((2, 5, 10), "bad-format")
    return ImportFile(says="Rows with too few or too many cells.", data=_csv(rows).encode(), rows=ROWS, failed=failed)


def _unclosed_quote() -> ImportFile:
    lines = _csv(_rows()).splitlines(keepends=True)
    lines[4] = lines[4].replace(",", ',"', 1)
    says = "A quote in row 4 that is never closed: all that follows is in it."
    return ImportFile(says=says, data="".join(lines).encode(), rows=4, failed={4: "bad-format"})


def _empty() -> ImportFile:
    return ImportFile(says="Nothing at all.", data=b"", rows=0, cause="bad-format")


def _header_only() -> ImportFile:
    return ImportFile(says="The header and nothing else: no item to import.", data=_csv([]).encode(), rows=0)


def _formulas() -> ImportFile:
    names = (
        "=1+1",
        '=HYPERLINK("https://goods.example","click")',
        "+2",
        "-3",
        "@SUM(1,2)",
        "\t=1+1",
        "=cmd|' /C calc'!A0",
    )
    changes: dict[int, tuple[str, str, str | None]] = {row: ("name", v, None) for row, v in enumerate(names, start=1)}
    return _changed("Cells that a spreadsheet would run.", {**changes, 9: ("price", "=1+1", "bad-format")})


def _markup() -> ImportFile:
    names = ("<script>alert(1)</script>", '"><img src=x onerror=alert(1)>', "</table>", "&lt;b&gt;", "{{ 7 * 7 }}")
    return _changed("Cells with markup.", {row: ("name", name, None) for row, name in enumerate(names, start=2)})


def _right_to_left() -> ImportFile:
    return _changed(
        "Right-to-left text, and an ID that reads backwards.",
        {
            2: ("name", "طقم أكواب (12) × 3", None),
            4: ("name", "קערת פירות 7%", None),
            6: ("name", "invoice \u202egpj.exe", None),
            8: ("id", "AB-\u202e54321", "bad-format"),
        },
    )


def _zero_width() -> ImportFile:
    first = _rows()[0][0]
    return _changed(
        "Signs that nobody sees.",
        {
            3: ("name", "Wal\u200bnut\u2060 tray\ufeff", None),
            5: ("id", "\u200b".join(first), "duplicate-id"),
            7: ("id", "\u200b\u2060", "missing-id"),
            9: ("name", "\u200b\u200d\ufeff", "missing-field"),
        },
    )


def _long_cell() -> ImportFile:
    names = {3: ("name", "x" * 10_000, "bad-format"), 6: ("name", "very long " * 1_000, "bad-format")}
    return _changed("Cells of 10,000 signs, and one of just 1,000.", {**names, 9: ("name", "y" * 1_000, None)})


def _lines_in_cells() -> ImportFile:
    names: dict[int, tuple[str, str, str | None]] = {2: ("name", "Oak\ndesk lamp", None)}
    return _changed("Cells with line breaks, commas and quotes.", {**names, 5: ("name", 'a "12, 5" tray', None)})


FILES: dict[str, Callable[[], ImportFile]] = {
    "good.csv": _good,
    "missing-id.csv": _missing_id,
    "duplicate-ids.csv": _duplicate_ids,
    "wrong-decimal.csv": _wrong_decimal,
    "byte-order-mark.csv": _byte_order_mark,
    "latin-1.csv": _latin_1,
    "utf-16.csv": _utf_16,
    "semicolons.csv": _semicolons,
    "ragged-rows.csv": _ragged_rows,
    "unclosed-quote.csv": _unclosed_quote,
    "empty.csv": _empty,
    "header-only.csv": _header_only,
    "formulas.csv": _formulas,
    "markup.csv": _markup,
    "right-to-left.csv": _right_to_left,
    "zero-width.csv": _zero_width,
    "long-cell.csv": _long_cell,
    "lines-in-cells.csv": _lines_in_cells,
}


def manifest() -> dict[str, Any]:
    """What each file is and gives; ``outcomes`` is written as a scenario writes it."""
    return {name: _told(make()) for name, make in FILES.items()}


def files() -> dict[str, bytes]:
    """Everything that the folder holds, by name."""
    told = json.dumps(manifest(), indent=2) + "\n"
    return {**{name: make().data for name, make in FILES.items()}, "manifest.json": told.encode()}


def _told(file: ImportFile) -> dict[str, Any]:
    return {
        "says": file.says,
        "rows": file.rows,
        "cause": file.cause,
        "failed": {str(row): cause for row, cause in sorted(file.failed.items())},
        "outcomes": {"failed": dict(Counter(cause for _, cause in sorted(file.failed.items())))},
    }


def main(arguments: list[str]) -> None:
    """Write the files into the folder that is named, or into that of the checkout."""
    folder = Path(arguments[0]) if arguments else FOLDER
    folder.mkdir(parents=True, exist_ok=True)
    for name, data in files().items():
        (folder / name).write_bytes(data)


if __name__ == "__main__":
    main(sys.argv[1:])
