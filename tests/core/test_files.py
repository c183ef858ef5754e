"""Files are whole or not there; lines are whole; what cannot be written is told, and nothing half-written is left."""

import os
import resource
import stat
from pathlib import Path

import pytest

from harness.core.files import LinesFile, Standing, WholeFile, divert, part_of, write_whole

FULL = Path("/dev/full")


@pytest.fixture
def little(monkeypatch: pytest.MonkeyPatch) -> "Limit":
    """No file of this process may grow beyond 1,000 bytes: the system refuses what is more, as on a full disk."""
    return Limit()


class Limit:
    """Holds while it is entered."""

    def __enter__(self) -> None:
        self._before = resource.getrlimit(resource.RLIMIT_FSIZE)
        resource.setrlimit(resource.RLIMIT_FSIZE, (1_000, self._before[1]))

    def __exit__(self, *told: object) -> None:
        resource.setrlimit(resource.RLIMIT_FSIZE, self._before)


def names(folder: Path) -> list[str]:
    return sorted(path.name for path in folder.iterdir())


def test_a_file_is_written_whole(tmp_path: Path) -> None:
    write_whole(tmp_path / "a.txt", b"new")
    assert (tmp_path / "a.txt").read_bytes() == b"new"
    assert names(tmp_path) == ["a.txt"]


def test_what_stood_there_stays_where_the_new_does_not_fit(tmp_path: Path, little: Limit) -> None:
    (tmp_path / "a.txt").write_bytes(b"old")
    with little, pytest.raises(OSError, match=r"File too large: .*/a\.txt"):
        write_whole(tmp_path / "a.txt", b"x" * 2_000)
    assert (tmp_path / "a.txt").read_bytes() == b"old"
    assert names(tmp_path) == ["a.txt"]


def test_a_file_takes_its_name_once_it_is_whole(tmp_path: Path) -> None:
    file = WholeFile(tmp_path / "deep" / "a.txt")
    file.stream.write("half")
    file.stream.flush()
    assert names(tmp_path / "deep") == [part_of(file.path).name]
    file.commit()
    assert names(tmp_path / "deep") == ["a.txt"]
    assert file.path.read_text(encoding="utf-8") == "half"


def test_a_file_that_is_discarded_was_never_there(tmp_path: Path) -> None:
    (tmp_path / "a.txt").write_text("old", encoding="utf-8")
    file = WholeFile(tmp_path / "a.txt")
    file.stream.write("half")
    file.discard()
    assert (tmp_path / "a.txt").read_text(encoding="utf-8") == "old"
    assert names(tmp_path) == ["a.txt"]


def test_what_is_of_another_time_can_be_forgotten(tmp_path: Path) -> None:
    (tmp_path / "a.txt").write_text("old", encoding="utf-8")
    file = WholeFile(tmp_path / "a.txt")
    file.forget_last()
    file.discard()
    assert names(tmp_path) == []


def test_a_file_that_does_not_fit_leaves_nothing(tmp_path: Path, little: Limit) -> None:
    file = WholeFile(tmp_path / "a.txt")
    with little:
        file.stream.write("x" * 2_000)
        with pytest.raises(OSError, match="File too large"):
            file.stream.flush()
        file.discard()
    assert names(tmp_path) == []


def test_a_device_is_written_to_as_it_is() -> None:
    file = WholeFile(FULL)
    file.forget_last()
    file.stream.write("x")
    with pytest.raises(OSError, match="No space left"):
        file.stream.flush()
    file.discard()
    assert stat.S_ISCHR(FULL.stat().st_mode)


def test_lines_are_there_as_soon_as_they_are_written(tmp_path: Path) -> None:
    file = LinesFile(tmp_path / "deep" / "a.jsonl")
    assert file.write("é\n") == 2
    file.flush()
    assert file.path.read_text(encoding="utf-8") == "é\n"
    file.commit()


def test_a_line_that_does_not_fit_is_not_there_at_all(tmp_path: Path, little: Limit) -> None:
    file = LinesFile(tmp_path / "a.jsonl")
    with little:
        file.write("first\n")
        with pytest.raises(OSError, match="File too large"):
            file.write("x" * 2_000 + "\n")
        file.discard()
    assert file.path.read_text(encoding="utf-8") == "first\n"


def test_lines_into_a_full_device_are_told() -> None:
    file = LinesFile(FULL)
    with pytest.raises(OSError, match="No space left"):
        file.write("x\n")
    file.discard()


def test_a_stream_that_stands_is_flushed_and_stays_open(tmp_path: Path) -> None:
    with (tmp_path / "a.txt").open("w", encoding="utf-8") as stream:
        standing = Standing(stream)
        stream.write("x")
        standing.commit()
        assert (tmp_path / "a.txt").read_text(encoding="utf-8") == "x"
        standing.discard()
        assert not stream.closed


def test_a_stream_that_takes_nothing_is_turned_away() -> None:
    with FULL.open("w", encoding="utf-8") as stream:
        stream.write("x")
        Standing(stream).discard()
        assert os.fstat(stream.fileno()).st_rdev == Path(os.devnull).stat().st_rdev


def test_a_diverted_stream_says_nothing_more(tmp_path: Path) -> None:
    with (tmp_path / "a.txt").open("w", encoding="utf-8") as stream:
        divert(stream)
        stream.write("x")
    assert (tmp_path / "a.txt").read_text(encoding="utf-8") == ""
