"""``meanwhile words``: what a page has to say, and how its words change."""

import json
from pathlib import Path

from harness.cli.words import _json, _lines
from harness.core.words import RunKey
from harness.engine.words import Words
from harness.speech.acts import Act
from harness.speech.duties import Duty
from harness.speech.judged import Judged, carries, contradicts
from harness.speech.metamorphic import Check
from harness.speech.obligations import Obligation
from harness.trace.result import Unread
from tests.cli.command import meanwhile

OWED = Obligation(act=Act.MIXED, run=RunKey("publish", 1), at_ms=44_400, due_ms=45_400, until_ms=60_000)
SLOTS = (carries("succeeded", "20 succeeded"), contradicts("failed", "4 failed"))
TITLE = "Publish 28 items"


def duty(tab: int, slots: tuple[Judged, ...] | None) -> Duty:
    return Duty(owed=OWED, tab=tab, title=TITLE, due_ms=45_640, slots=slots)


FOUND = Words(
    duties=(duty(0, SLOTS), duty(1, None)),
    checks=(Check(name="other ids", ok=False, why="only with one of two ids it differs"),),
    unread=(Unread(text="17 sent off", at_ms=1, tab=0, role="status", job="publish"),),
)  # fmt: skip


def test_each_obligation_slot_by_slot_and_each_check() -> None:
    head, first, wrong, blind, *rest = _lines(FOUND)
    assert head == "What the page had to say"
    assert first == '        44.4 s  mixed      "Publish 28 items": succeeded carries, failed contradicts'
    assert wrong == '                failed: the page said "4 failed"'
    assert "not judged (out of sight, in a list alone, or in a language without lists)" in blind
    assert rest == [
        "How its words change",
        "  other ids                  NO: only with one of two ids it differs",
        "1 sentence could not be read; `meanwhile run` lists them",
    ]


def test_where_the_back_end_tells_none_of_it_nothing_is_asked() -> None:
    duties = (duty(0, ()),)
    assert _lines(Words(duties=duties, checks=(), unread=()))[1].endswith('"Publish 28 items": nothing is asked')


def test_the_same_as_json() -> None:
    obligation, blind, check, unread = (json.loads(line) for line in _json(FOUND))
    assert (obligation["act"], obligation["slots"][1]["said"], blind["slots"]) == ("mixed", "contradicts", None)
    assert (check["ok"], unread["record"], unread["text"]) == (False, "unread", "17 sent off")


def test_a_scenario_that_is_not_there_is_told(tmp_path: Path) -> None:
    answer = meanwhile(tmp_path, "words", "mixed-outcom")
    assert answer.returncode == 2
    assert 'did you mean "mixed-outcome"?' in answer.stderr
