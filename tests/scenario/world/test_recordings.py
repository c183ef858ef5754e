"""CSV files of latencies: read as written, and every mistake told with file, line and way out."""

from collections.abc import Callable
from pathlib import Path

import pytest

from harness.core import resources
from harness.scenario.world.recordings import SHIPPED, Recording, read_percentiles, read_samples

Read = Callable[[str, Path | None], Recording]


def test_comments_and_empty_lines_are_passed_over(tmp_path: Path) -> None:
    (tmp_path / "a.csv").write_text("\ufeff# made up\n\npercentile, ms\n0,5\n # half\n50, 7.5\n100,9\n", "utf-8")
    assert read_percentiles("a.csv", tmp_path).rows == ((0, 5), (50, 7.5), (100, 9))


def test_samples_come_sorted(tmp_path: Path) -> None:
    (tmp_path / "a.csv").write_text("ms\n9\n5\n7\n")
    assert read_samples("a.csv", tmp_path) == Recording("a.csv", ((5,), (7,), (9,)))


@pytest.mark.parametrize(
    ("read", "text", "sentence"),
    [
        (read_samples, "", ":1: does not name its columns; write ms there"),
        (read_samples, "# mine\n7\n8\n", ":2: does not name its columns; write ms there"),
        (read_samples, "ms\n", ":1: no row follows; write one latency a line below it"),
        (read_samples, "ms\n0\n", ':2: "0" is no latency; write milliseconds above 0'),
        (read_samples, "ms\n7\nnan\n", ':3: "nan" is no latency; write milliseconds above 0'),
        (read_samples, "ms\n7,5\n", ':2: "7,5" has 2 columns, not 1; write ms, with a point in decimals'),
        (read_percentiles, "percentile,ms\n0,1\n101,7\n", ':3: "101" is no percentile; write a number from 0 to 100'),
        (read_percentiles, "percentile,ms\n0,1\n50\n", ':3: "50" has 1 columns, not 2; write percentile,ms'),
        (
            read_percentiles,
            "percentile,ms\n0,1\n50,9\n40,10\n100,11\n",
            ":4: falls below the row above it; sort the rows by percentile",
        ),
        (read_percentiles, "percentile,ms\n0,1\n50,9\n100,8\n", ":4: falls below the row above it"),
        (
            read_percentiles,
            "percentile,ms\n50,9\n100,11\n",
            ':2: "50" is where the percentiles should reach 0; write a row for 0, the fastest answer',
        ),
        (
            read_percentiles,
            "percentile,ms\n0,9\n99,11\n",
            ':3: "99" is where the percentiles should reach 100; write a row for 100, the slowest answer',
        ),
    ],
)
def test_a_wrong_file_is_told_in_one_sentence(read: Read, text: str, sentence: str, tmp_path: Path) -> None:
    (tmp_path / "a.csv").write_text(text)
    with pytest.raises(ValueError, match=r"a\.csv:\d") as caught:
        read("a.csv", tmp_path)
    assert str(caught.value).removeprefix(str(tmp_path / "a.csv")).startswith(sentence)


def test_a_file_that_is_no_text_is_told(tmp_path: Path) -> None:
    (tmp_path / "a.csv").write_bytes(b"ms\n\xff\xfe")
    with pytest.raises(ValueError, match=r"a\.csv:1: is not UTF-8 text; save it as CSV in UTF-8"):
        read_samples("a.csv", tmp_path)


def test_what_ships_is_sound_and_says_that_it_is_made_up() -> None:
    files = sorted(resources.data(SHIPPED).glob("*.csv"))
    assert [file.name for file in files] == ["marketplace.csv", "recorded.csv"]
    assert all(file.read_text("utf-8").startswith("# Made up") for file in files)
    assert len(read_percentiles("marketplace.csv").rows) == 11
    assert len(read_samples("recorded.csv").rows) == 240
