"""Where events go: reporters, each with the file that it writes. One that fails ends the session, not the others."""

import errno
from collections.abc import AsyncIterator, Callable
from dataclasses import dataclass
from typing import Protocol

from harness.core.errors import HarnessTrouble, MeanwhileError, UsageError, told
from harness.core.stopwatch import Stopwatch
from harness.engine.session import ended
from harness.gate.grade import Gate
from harness.reporters.base import Reporter
from harness.trace.events import Event, SessionFinished, TrialFinished
from harness.trace.result import TrialResult

FULL = (errno.ENOSPC, errno.EDQUOT, errno.EFBIG, errno.EIO)


class Held(Protocol):
    """What a reporter writes to, once it is known how the writing went."""

    def commit(self) -> None:
        """All was written."""

    def discard(self) -> None:
        """Writing failed, or the session broke off."""


@dataclass(frozen=True, kw_only=True)
class Sink:
    """A reporter and where it writes. ``name`` is for messages; ``is_done`` whether there is something to keep."""

    name: str
    reporter: Reporter
    held: Held
    is_done: Callable[[], bool] = lambda: True


class Sinks:
    """All of them. ``trouble`` is the first thing that went wrong."""

    def __init__(self, sinks: list[Sink]) -> None:
        self._sinks = sinks
        self.trouble = ""

    def handle(self, event: Event) -> None:
        """Tell every reporter that has not failed yet."""
        for sink in list(self._sinks):
            self._try(sink, lambda sink=sink: sink.reporter.handle(event))  # type: ignore[misc]

    def commit(self) -> None:
        """The session has been told to its end: let every file take its name."""
        for sink in list(self._sinks):
            keep = sink.held.commit if sink.is_done() else sink.held.discard
            self._try(sink, keep)
        self._sinks.clear()

    def close(self) -> None:
        """Let go of everything; what was not committed is discarded."""
        for sink in self._sinks:
            sink.reporter.close()
            sink.held.discard()
        self._sinks.clear()

    def _try(self, sink: Sink, work: Callable[[], None]) -> None:
        try:
            work()
        except OSError as error:
            way_out = "make room there, or name another place" if error.errno in FULL else "name another place"
            self._drop(sink, f"{sink.name}: {error.strerror or error}; {way_out}")
        except MeanwhileError as error:
            self._drop(sink, f"{sink.name}: {error}")
        except Exception as error:  # noqa: BLE001 - a flaw of one reporter must not cost the others their files
            self._drop(sink, f"{sink.name}: a flaw in Meanwhile itself: {type(error).__name__}: {error}")

    def _drop(self, sink: Sink, trouble: str) -> None:
        self.trouble = self.trouble or trouble
        self._sinks.remove(sink)
        sink.reporter.close()
        sink.held.discard()


async def follow(events: AsyncIterator[Event], sinks: Sinks, gate: Gate) -> int:
    """Tell the sinks every event, and give the exit code. Raises HarnessTrouble where one of them failed.

    The others are told at once that the session is over, and what was judged so far.
    """
    clock, done, code = Stopwatch(), list[TrialResult](), 0
    try:
        async for event in events:
            sinks.handle(event)
            if isinstance(event, TrialFinished):
                done.append(event.result)
            if isinstance(event, SessionFinished):
                code = event.exit_code
            elif sinks.trouble:
                sinks.handle(ended(done, clock.ms, gate, broken_off=sinks.trouble))
                break
        sinks.commit()
    except Exception as error:
        said = told(error) if isinstance(error, OSError) else str(error)
        sinks.handle(ended(done, clock.ms, gate, broken_off=said))
        sinks.commit()
        if isinstance(error, OSError):
            raise HarnessTrouble(said) from error
        raise
    finally:
        sinks.close()
    if sinks.trouble:
        raise HarnessTrouble(sinks.trouble)
    return code


def refusal(option: str, error: OSError, way_out: str) -> MeanwhileError:
    """Why a file cannot even be begun: a full disk is trouble, all else a wrong argument."""
    if isinstance(error, FileExistsError):
        return UsageError(f"{option}: a file stands where a folder belongs; {way_out}")
    kind = HarnessTrouble if error.errno in FULL else UsageError
    return kind(f"{option}: {error.strerror or error}; {way_out}")
