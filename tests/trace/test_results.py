"""The lines of results.jsonl come back as they were, and a line of no known kind is refused."""

from dataclasses import replace

import pytest

from harness.core.verdicts import Verdict
from harness.trace.about import TargetInfo
from harness.trace.plain import Malformed, dumps, to_plain
from harness.trace.result import Absent
from harness.trace.results import EndLine, SessionLine, decode_results, encode_result

SESSION = SessionLine(
    started="2026-11-22T16:00:00Z",
    command="meanwhile run",
    version="0.1.0",
    target=TargetInfo(id="reference", title="Reference job page"),
    defect=None,
    scenarios=(),
    laws=(),
)
END = EndLine(
    exit=3,
    trials=2,
    findings=1,
    errors=1,
    wall_ms=900,
    virtual_ms=600_000,
    verdicts={Verdict.PASSED: 4, Verdict.CANT_TELL: 1},
    never_armed=("submit-once",),
)


def test_lines_come_back_as_they_were() -> None:
    lines = [encode_result(SESSION), encode_result(END)]
    assert list(decode_results(lines)) == [SESSION, END]
    assert lines[0].startswith('{"record":"session",')
    assert '"schema":1' in lines[0]


def test_what_the_gate_adds_comes_back() -> None:
    gone = Absent(page="shop", scenario="s", law="count-true", job="publish", claim="ended", why="the law is off")
    session = replace(
        SESSION, scope="suite ci", plan=("a", "b"), shard="1/2", baseline="b.yaml", remarks=("mind this",)
    )
    end = replace(END, new=1, accepted=2, warned=3, absent=(gone,), broken_off="the disk is full")
    assert list(decode_results([encode_result(session), encode_result(end)])) == [session, end]


def test_a_line_holds_what_the_plain_value_holds() -> None:
    for name, line in (("session", SESSION), ("end", END)):
        assert encode_result(line) == dumps({"record": name, **to_plain(line)})


def test_a_line_of_no_known_kind_is_refused() -> None:
    with pytest.raises(Malformed, match=r"no record of a known kind \(session, trial, end\)"):
        list(decode_results(['{"record":"verdict"}']))
