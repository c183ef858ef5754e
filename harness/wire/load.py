"""The wire of a target: the reference wire, one told in the target file, or one from a Python file beside it."""

from pathlib import Path
from typing import cast

from harness.core.errors import UsageError
from harness.targets.file import Transport
from harness.targets.python_file import function
from harness.targets.target import Target
from harness.told.book import Book
from harness.told.file import Over, WireFile
from harness.told.reading import read
from harness.wire.base import Wire
from harness.wire.reference.wire import ReferenceWire
from harness.wire.told.wire import ToldWire

FACTORY = "wire"


def load_wire(target: Target, transport: Transport) -> Wire:
    """The back end's side of the target, speaking over that transport. A wire keeps nothing from trial to trial."""
    source = target.wire
    if isinstance(source, WireFile):
        book, _ = read(source)
        return ToldWire(book, _over(book, transport, can_poll=target.can_poll))
    return _from_file(source, transport) if isinstance(source, Path) else ReferenceWire(transport=transport)


def _over(book: Book, transport: Transport, *, can_poll: bool) -> frozenset[Over]:
    """Which of its streams are to be had: those of the transport, or all where the page knows no other way."""
    if transport == "poll":
        return frozenset() if can_poll else book.over
    return frozenset({transport}) if transport in book.over else book.over


def _from_file(path: Path, transport: Transport) -> Wire:
    if path.suffix != ".py":
        raise UsageError(f"{path} is not a Python file; write wire: reference, or name a .py file")
    return cast(Wire, function(path, FACTORY, "transport", "the wire")(transport))
