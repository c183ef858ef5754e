"""What a page said and nobody could read, in a few lines."""

from dataclasses import replace

from harness.reporters.unread import MOST, UnreadWords
from harness.trace.result import Unread
from tests.reporters.sample import result_of

SENT = Unread(
    text="17 sent off", at_ms=12_000, tab=0, role="status", job="publish", times=5, where="Jobs",
    phrase="{count} sent off",
)  # fmt: skip


def test_a_sentence_with_where_it_stood_and_the_line_that_teaches_it() -> None:
    assert UnreadWords().lines(replace(result_of(stuck=False), unread=(SENT,))) == [
        '  not read: "17 sent off" (status in Jobs, at 12.0 s, 5 times)',
        '    teach it under phrases: in the target file: "{count} sent off": "..."',
    ]


def test_each_is_told_once_in_a_session() -> None:
    words = UnreadWords()
    words.lines(replace(result_of(stuck=False), unread=(SENT,)))
    assert words.lines(replace(result_of(stuck=False), unread=(replace(SENT, text="18 sent off"),))) == []


def test_of_many_the_first_few() -> None:
    many = tuple(replace(SENT, phrase=f"{number} sent", where="", times=1) for number in range(MOST + 2))
    lines = UnreadWords().lines(replace(result_of(stuck=False), unread=many))
    assert len(lines) == 2 * MOST + 1
    assert lines[0] == '  not read: "17 sent off" (status, at 12.0 s)'
    assert lines[-1] == "  and 2 more that could not be read; results.jsonl lists them"


def test_nothing_unread_is_no_line() -> None:
    assert UnreadWords().lines(result_of(stuck=False)) == []
