"""Files that appear under their names whole, or not at all; and lines of which none is ever half there."""

import os
from pathlib import Path
from typing import TextIO


def write_whole(path: Path, data: bytes) -> None:
    """Write the file. Where the disk is full, what stood under that name before stands there still."""
    part = part_of(path)
    try:
        part.write_bytes(data)
        part.replace(path)
    except OSError as error:
        part.unlink(missing_ok=True)
        error.filename = error.filename or str(path)
        raise


def part_of(path: Path) -> Path:
    """Where a file is written until it is whole: beside it, so that one rename is enough."""
    return path.with_name(f".{path.name}.part")


class WholeFile:
    """A text file that is written over some time. A device or a pipe is written to as it is."""

    def __init__(self, path: Path) -> None:
        """Raises OSError where nothing can be written at that path. The folder is made."""
        self.path = path
        self._direct = path.exists() and not path.is_file()
        if not self._direct:
            path.parent.mkdir(parents=True, exist_ok=True)
        self._written = path if self._direct else part_of(path)
        self.stream: TextIO = self._written.open("w", encoding="utf-8")

    def forget_last(self) -> None:
        """What stood under that name is of another time, and must not be taken for what comes now."""
        if not self._direct:
            self.path.unlink(missing_ok=True)

    def commit(self) -> None:
        """It is whole: it takes its name."""
        self.stream.close()
        if not self._direct:
            self._written.replace(self.path)

    def discard(self) -> None:
        """It never will be: nothing of it is left."""
        if not self._direct:
            self._written.unlink(missing_ok=True)
        if not self.stream.closed:
            divert(self.stream)
            self.stream.close()


class LinesFile:
    """A text file that grows line by line under its own name, and holds whole lines at any moment."""

    def __init__(self, path: Path) -> None:
        """Raises OSError where nothing can be written at that path. The folder is made."""
        self.path = path
        path.parent.mkdir(parents=True, exist_ok=True)
        self._raw = path.open("wb", buffering=0)
        self._length = 0

    def write(self, text: str) -> int:
        """Write lines, all or none of them."""
        data = text.encode("utf-8")
        try:
            done = 0
            while done < len(data):
                done += self._raw.write(data[done:])
        except OSError:
            if self.path.is_file():
                self._raw.truncate(self._length)
            raise
        self._length += len(data)
        return len(text)

    def flush(self) -> None:
        """Nothing is held back."""

    def commit(self) -> None:
        """What stands in it is all."""
        self._raw.close()

    def discard(self) -> None:
        """What stands in it is true, and all there will be."""
        self._raw.close()


class Standing:
    """A stream that was open before and stays open: a terminal, a pipe."""

    def __init__(self, stream: TextIO) -> None:
        self.stream = stream

    def commit(self) -> None:
        """All was written."""
        self.stream.flush()

    def discard(self) -> None:
        """There is nothing more to say, or nobody who can hear it."""
        try:
            self.stream.flush()
        except OSError:
            divert(self.stream)


def divert(stream: TextIO) -> None:
    """Whatever else is written to that stream goes nowhere: a full disk or a closed pipe would refuse it again."""
    nowhere = os.open(os.devnull, os.O_WRONLY)
    os.dup2(nowhere, stream.fileno())
    os.close(nowhere)
