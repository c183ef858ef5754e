"""Output comes as it is written, and a silent command is ended."""

import sys

from harness.drive.streamed_command import NewLines, run_streamed


def python(script: str) -> list[str]:
    return [sys.executable, "-c", script]


def test_output_of_both_kinds_is_passed_on() -> None:
    heard: list[bytes] = []
    script = "import sys; print('one', flush=True); print('two', file=sys.stderr)"
    assert run_streamed(python(script), heard.append, 30)
    assert b"".join(heard) == b"one\ntwo\n"


def test_a_failing_command_is_told() -> None:
    assert not run_streamed(python("raise SystemExit(3)"), bytes, 30)


def test_a_missing_command_is_told() -> None:
    heard: list[bytes] = []
    assert not run_streamed(["no-such-program-here"], heard.append, 30)
    assert b"no-such-program-here" in b"".join(heard)


def test_a_silent_command_is_ended() -> None:
    heard: list[bytes] = []
    script = "import threading; print('begun', flush=True); threading.Event().wait()"
    assert not run_streamed(python(script), heard.append, 1.5)
    assert b"".join(heard) == b"begun\n\nNothing heard for 1.5 s; giving up on it.\n"


def test_each_line_is_handed_on_once_and_stack_traces_never() -> None:
    heard: list[bytes] = []
    write = NewLines(heard.append)
    for chunk in (b"Error: no", b" server\n    at f (x.js:1)\n}\n", b"Error: no server\nDone\n"):
        write(chunk)
    assert heard == [b"Error: no server\n", b"Done\n"]
