"""The import files are those that the generator makes; a reader who keeps to the rules finds what the manifest says."""

import csv
import io
import re
import unicodedata
from pathlib import Path

import pytest

from harness.core import causes, resources
from harness.wire.reference.make_imports import FILES, files, main, manifest
from harness.wire.reference.price_list import COLUMNS

FOLDER = resources.data("fixtures/imports")
MANIFEST = manifest()
TURNS = re.compile("[\u202a-\u202e\u2066-\u2069]")


def seen(text: str) -> str:
    """What can be seen of a cell."""
    return "".join(sign for sign in text if unicodedata.category(sign) != "Cf").strip()


def cause_of(row: list[str], ids: set[str]) -> str | None:
    """The cause for which a row fails, by the rules alone."""
    if len(row) != len(COLUMNS) or any("\ufffd" in cell for cell in row):
        return "bad-format"
    id, name, price = row[:3]
    if not seen(id):
        return "missing-id"
    if TURNS.search(id) or len(name) > 1_000:
        return "bad-format"
    if seen(id) in ids:
        return "duplicate-id"
    if not all(seen(cell) for cell in (name, price, row[4])):
        return "missing-field"
    return None if re.fullmatch(r"[0-9]+(\.[0-9]+)?", price) else "bad-format"


def read(data: bytes) -> tuple[int, str | None, dict[str, str]]:
    """How many rows, the cause of the whole file, and the causes by row."""
    csv.field_size_limit(1_000_000)
    rows = list(csv.reader(io.StringIO(data.decode("utf-8-sig", errors="replace"), newline="")))
    if not rows or tuple(rows[0]) != COLUMNS:
        return 0, "bad-format", {}
    failed, ids = dict[str, str](), set[str]()
    for number, row in enumerate(rows[1:], start=1):
        cause = cause_of(row, ids)
        failed |= {str(number): cause} if cause else {}
        ids.add(seen(row[0]))
    return len(rows) - 1, None, failed


def test_the_folder_holds_what_the_generator_makes_and_nothing_else() -> None:
    held = {path.name: path.read_bytes() for path in FOLDER.iterdir()}
    assert held == files(), "run `python -m harness.wire.reference.make_imports`"


def test_the_folder_that_is_named_is_filled(tmp_path: Path) -> None:
    main([str(tmp_path / "new")])
    assert {path.name for path in (tmp_path / "new").iterdir()} == {*FILES, "manifest.json"}


@pytest.mark.parametrize("name", FILES)
def test_a_reader_finds_what_the_manifest_says(name: str) -> None:
    told = MANIFEST[name]
    assert read(FILES[name]().data) == (told["rows"], told["cause"], told["failed"])


def test_the_manifest_names_causes_of_users_data_and_counts_them() -> None:
    for told in MANIFEST.values():
        named = [*told["failed"].values(), *([told["cause"]] if told["cause"] else [])]
        assert all(causes.cause(id).cls is causes.CauseClass.USER_DATA for id in named)
        assert sum(told["outcomes"]["failed"].values()) == len(told["failed"])


def test_each_kind_of_trouble_is_there() -> None:
    assert (MANIFEST["good.csv"]["rows"], MANIFEST["good.csv"]["failed"]) == (60, {})
    named = {cause for told in MANIFEST.values() for cause in told["failed"].values()}
    assert named == {"missing-id", "duplicate-id", "missing-field", "bad-format"}
    assert FILES["empty.csv"]().data == b""
    assert any(len(cell) == 10_000 for cell in FILES["long-cell.csv"]().data.decode().split(","))
