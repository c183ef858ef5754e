"""What is in an import file, read by the rules; the manifest of fixtures/imports says what there is to find."""

from typing import Any

import pytest

from harness.wire.reference import price_list
from harness.wire.reference.make_imports import FILES, manifest
from harness.wire.reference.price_list import COLUMNS, MOST_ROWS, PriceList, Unreadable, read

MANIFEST = manifest()
HEADER = ",".join(COLUMNS)
GOOD = "A-1,Oak lamp,12.50,EUR,Lamps,"


def found(text: str) -> dict[str, Any]:
    """In the manifest's form."""
    try:
        told = read(text)
    except Unreadable:
        return {"rows": 0, "cause": "bad-format", "failed": {}}
    return {"rows": told.rows, "cause": None, "failed": {str(row): cause for row, cause in told.failed.items()}}


@pytest.mark.parametrize("name", FILES)
def test_every_file_that_ships_is_found_to_be_as_its_manifest_says(name: str) -> None:
    told = {part: MANIFEST[name][part] for part in ("rows", "cause", "failed")}
    assert found(FILES[name]().data.decode("utf-8", errors="replace")) == told


def test_a_file_that_cannot_be_taken_says_where_that_shows(monkeypatch: pytest.MonkeyPatch) -> None:
    def trouble(text: str) -> tuple[str, int]:
        with pytest.raises(Unreadable) as caught:
            read(text)
        return str(caught.value), caught.value.line

    assert trouble("") == ("It is empty", 0)
    assert trouble("sku,name\n") == (f"Its first line is not {', '.join(COLUMNS)}", 1)
    monkeypatch.setattr(price_list, "LONGEST_CELL", 50)
    assert trouble(f"{HEADER}\n{GOOD}\n{'x' * 51}\n") == ("It is no CSV", 3)


def test_more_rows_than_can_be_taken_are_not_counted_further(monkeypatch: pytest.MonkeyPatch) -> None:
    assert MOST_ROWS == 100_000
    monkeypatch.setattr(price_list, "MOST_ROWS", 2)
    rows = [f"A-{number},Oak lamp,1,EUR,Lamps," for number in range(3)]
    assert read("\n".join([HEADER, *rows[:2]])) == PriceList(rows=2)
    with pytest.raises(Unreadable, match="more than 2 rows") as caught:
        read("\n".join([HEADER, *rows]))
    assert caught.value.line == 4


@pytest.mark.parametrize("missing", [1, 2, 4])
def test_a_name_a_price_and_a_category_are_needed(missing: int) -> None:
    cells = GOOD.split(",")
    cells[missing] = " "
    assert read(f"{HEADER}\n{','.join(cells)}\n").failed == {1: "missing-field"}


def test_lines_that_hold_nothing_are_no_rows() -> None:
    assert read(f"{HEADER}\n{GOOD}\n\n\n") == PriceList(rows=1)
