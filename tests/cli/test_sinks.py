"""A reporter that fails ends the session with a sentence; the others are told to the end, and keep their files."""

import asyncio
import errno
from collections.abc import AsyncIterator, Sequence
from dataclasses import dataclass, field
from datetime import date

import pytest

from harness.cli.sinks import Sink, Sinks, follow, refusal
from harness.core.errors import HarnessTrouble, UsageError
from harness.gate.grade import Gate
from harness.trace.events import Event, SessionFinished, SessionStarted, TrialFinished
from tests.reporters.sample import LAWS, result_of, session_events

GATE = Gate(laws=LAWS, today=date(2026, 11, 30))
EVENTS = session_events((result_of(stuck=True), result_of(stuck=False)))
FULL = OSError(errno.ENOSPC, "No space left on device")


@dataclass
class Listener:
    """A reporter and its file in one; fails at the first event of a kind, or when its file is to be kept."""

    fails_at: type[Event] | None = None
    error: Exception = FULL
    fails_to_keep: bool = False
    heard: list[Event] = field(default_factory=list)
    did: list[str] = field(default_factory=list)

    def handle(self, event: Event) -> None:
        self.heard.append(event)
        if self.fails_at is not None and isinstance(event, self.fails_at):
            raise self.error

    def close(self) -> None:
        self.did.append("close")

    def commit(self) -> None:
        self.did.append("commit")
        if self.fails_to_keep:
            raise self.error

    def discard(self) -> None:
        self.did.append("discard")

    @property
    def last(self) -> SessionFinished:
        assert isinstance(self.heard[-1], SessionFinished)
        return self.heard[-1]


def told(*listeners: Listener, events: Sequence[Event] = EVENTS, error: BaseException | None = None) -> int:
    async def announced() -> AsyncIterator[Event]:
        for event in events:
            yield event
        if error is not None:
            raise error

    sinks = [Sink(name=f"file-{n}", reporter=one, held=one) for n, one in enumerate(listeners, 1)]
    return asyncio.run(follow(announced(), Sinks(sinks), GATE))


def test_all_hear_everything_and_keep_their_files() -> None:
    one, other = Listener(), Listener()
    assert told(one, other) == 1
    assert (one.heard, one.did) == (EVENTS, ["commit"])
    assert (other.heard, other.did) == (EVENTS, ["commit"])


def test_one_that_fails_ends_the_session_and_the_others_are_told_why() -> None:
    bad, good = Listener(fails_at=TrialFinished), Listener()
    said = "file-1: No space left on device; make room there, or name another place"
    with pytest.raises(HarnessTrouble, match=said):
        told(bad, good)
    assert bad.did == ["close", "discard"]
    assert sum(isinstance(event, TrialFinished) for event in good.heard) == 1
    assert (good.last.exit_code, good.last.broken_off, good.last.totals.trials) == (3, said, 1)
    assert good.did == ["commit"]


def test_one_that_fails_at_the_end_leaves_the_others_as_they_are() -> None:
    bad, good = Listener(fails_at=SessionFinished), Listener()
    with pytest.raises(HarnessTrouble, match="file-1: No space left"):
        told(bad, good)
    assert (good.last, good.did) == (EVENTS[-1], ["commit"])


def test_a_file_that_cannot_take_its_name_is_trouble_too() -> None:
    bad, good = Listener(fails_to_keep=True), Listener()
    with pytest.raises(HarnessTrouble, match="file-1: No space left"):
        told(bad, good)
    assert (bad.did, good.did) == (["commit", "close", "discard"], ["commit"])


@pytest.mark.parametrize(
    ("error", "said"),
    [
        (FULL, "file-1: No space left on device; make room there, or name another place"),
        (BrokenPipeError(errno.EPIPE, "Broken pipe"), "file-1: Broken pipe; name another place"),
        (HarnessTrouble("the viewer is not built"), "file-1: the viewer is not built"),
        (KeyError("law"), "file-1: a flaw in Meanwhile itself: KeyError: 'law'"),
    ],
)
def test_each_failure_has_its_sentence(error: Exception, said: str) -> None:
    with pytest.raises(HarnessTrouble) as trouble:
        told(Listener(fails_at=SessionStarted, error=error))
    assert str(trouble.value) == said


@pytest.mark.parametrize(
    ("error", "raised", "said"),
    [
        (UsageError("x is missing"), UsageError, "x is missing"),
        (OSError(errno.ENOSPC, "No space left", "trials/x.jsonl"), HarnessTrouble, "trials/x.jsonl: No space left"),
        (RuntimeError("a bug"), RuntimeError, "a bug"),
    ],
)
def test_trouble_in_the_session_itself_is_told_to_all(error: Exception, raised: type[Exception], said: str) -> None:
    good = Listener()
    with pytest.raises(raised, match=said):
        told(good, events=EVENTS[:-1], error=error)
    assert (good.last.broken_off, good.last.totals.trials, good.did) == (said, 2, ["commit"])


def test_who_interrupts_a_session_gets_no_half_written_file() -> None:
    good = Listener()
    with pytest.raises(KeyboardInterrupt):
        told(good, events=EVENTS[:-1], error=KeyboardInterrupt())
    assert good.did == ["close", "discard"]
    assert not any(isinstance(event, SessionFinished) for event in good.heard)


def test_what_has_nothing_to_keep_is_discarded() -> None:
    quiet = Listener()
    sinks = Sinks([Sink(name="file", reporter=quiet, held=quiet, is_done=lambda: False)])
    sinks.commit()
    sinks.close()
    assert (quiet.did, sinks.trouble) == (["discard"], "")


def test_a_file_that_cannot_be_begun_is_wrong_usage_unless_the_disk_is_full() -> None:
    wrong = refusal("--junit: x", PermissionError(errno.EACCES, "Permission denied"), "name another")
    assert (type(wrong), str(wrong)) == (UsageError, "--junit: x: Permission denied; name another")
    assert type(refusal("--junit: x", FULL, "name another")) is HarnessTrouble
