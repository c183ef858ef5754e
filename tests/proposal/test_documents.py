"""From documents to templates: flags, states of several keys, lists of many kinds, sections."""

from typing import Any

import pytest

from harness.proposal.clues import Timed, gather
from harness.proposal.documents import Reader
from harness.proposal.guess import Guess, slot
from harness.proposal.identity import Identity
from harness.proposal.parts import part
from harness.proposal.sections import SECTIONS, section
from harness.proposal.shape import whole

RUN = [{"s": word, "n": n, "of": 9} for word, n in (("pending", 0), ("running", 4), ("done", 9))]
CLUES = gather([Timed(moments=(0, 1, 2), place=whole(RUN))], Identity(id="j7"))
ENDINGS = {"succeeded": True, "failed": False, "cancelled": False, "default": None}
ERRORS = {"failed": True, "default": False}
FAILED = {"each": "items", "where": {"item.state": "failed"}}
QUEUE = {"position": "{job.queue.position}", "reason": "{job.queue.reason}"}
STEP = {"name": "Read", "status": "done", "done": 3, "total": 9, "percent": 33, "started_at": "2026-01-05T09:00:00Z"}
STEP_TOLD = {
    "name": "{phase.title}",
    "status": "{phase.state}",
    "done": "{phase.done}",
    "total": "{phase.total}",
    "percent": "{phase.percent}",
    "started_at": "{phase.started}",
}
ROW = {"id": "r1", "sku": "A", "state": "failed", "why": "No id", "code": "E_1", "tries": 2, "retryable": True}
ROW_TOLD = {
    "id": "{item.id}",
    "sku": "{item.name}",
    "state": "{item.state}",
    "why": "{item.cause.title}",
    "code": "{item.cause.id}",
    "tries": "{item.attempt}",
    "retryable": "{item.cause.retryable}",
}


def told(*documents: Any) -> Any:
    """The template, without its reasons."""
    return plain(Reader(CLUES).template(documents))


def plain(guess: Any) -> Any:
    value = guess.value if isinstance(guess, Guess) else guess
    if isinstance(value, dict):
        return {name: plain(one) for name, one in value.items()}
    return [plain(one) for one in value] if isinstance(value, list) else value


@pytest.mark.parametrize(
    ("name", "values", "template"),
    [
        ("done", (False, True), "{job.ended}"),
        ("x", (False, True), "{job.ended}"),
        ("ok", (None, True), {"switch": "job.state", "cases": ENDINGS}),
        ("has_errors", (False, False), {"switch": "job.state", "cases": ERRORS}),
        ("debug", (False, False), False),
        ("id", ("j7", "j7"), "{job.id}"),
        ("kind", ("import", "import"), "{job.kind}"),
        ("s", ("pending", "done"), "{job.state}"),
        ("outcome", (None, "mixed"), "{job.state | outcome}"),
        ("note", ("{hi}", "{hi}"), "{{hi}}"),
        ("note", (None, None), None),
        ("tags", ([], []), []),
        ("tags", (["a"], ["a"]), ["a"]),
        ("errors", ([], ["Row 2: bad"]), {**FAILED, "as": "{item.name}: {item.cause.title}"}),
        ("failed", ([], [{"sku": "A"}]), {**FAILED, "as": {"sku": "{item.name}"}}),
        ("links", ([{"to": "/j7"}], [{"to": "/j7"}]), [{"to": "/{job.id}"}]),
        ("all", ([{"id": "j6", "n": 1}, {"id": "j7", "n": 1}], [{"id": "j6", "n": 1}, {"id": "j7", "n": 5}]),
         {"each": "jobs", "as": {"id": "{job.id}", "n": "{job.processed}"}}),
        ("queue", (None, {"position": 3, "reason": "busy"}),
         {"switch": "job.queue.ahead", "cases": {"null": None, "default": QUEUE}}),
        ("retry", ({"attempt": 2, "next": 3},), {"attempt": "{job.retry.attempt}", "next": "{job.retry.next}"}),
    ],
)  # fmt: skip
def test_a_key_follows_a_template(name: str, values: tuple[Any, ...], template: Any) -> None:
    assert told(*({name: value} for value in values))[name] == template


def test_words_that_only_one_key_has_get_a_table_of_their_own() -> None:
    reader = Reader(CLUES)
    reader.template([{"s": "pending", "outcome": None}, {"s": "done", "outcome": "mixed"}])
    table = reader.tables["outcome"]
    assert {ours: (one.word, one.seen) for ours, one in table.items()}["partial"] == ("mixed", True)
    assert set(table) == {"succeeded", "partial", "failed", "cancelled"}


@pytest.mark.parametrize(
    ("thing", "element", "template"),
    [
        ("item", ROW, ROW_TOLD),
        ("item", {"row": 3, "x": "y", "state": "skipped", "none": None},
         {"row": "{item.number}", "x": "{item.name}", "state": "{item.state}", "none": None}),
        ("item", {"cause": {"why": "No id", "hint": "Add one"}},
         {"cause": {"why": "{item.cause.title}", "hint": "{item.cause.remedy}"}}),
        ("phase", STEP, STEP_TOLD),
        ("phase", {"ended_at": "2026-01-05T09:01:00Z"}, {"ended_at": "{phase.finished}"}),
        ("cause", {"reason": "No id", "count": 3, "fix": "Add one", "class": "data"},
         {"reason": "{cause.title}", "count": "{cause.count}", "fix": "{cause.remedy}", "class": "{cause.class}"}),
        ("cause", {"type": "missing-id", "n": 3}, {"type": "{cause.id}", "n": "{cause.count}"}),
    ],
)  # fmt: skip
def test_what_is_told_of_each_thing(thing: str, element: dict[str, Any], template: Any) -> None:
    assert plain(part(whole([element]), thing)) == template


def test_a_section_is_known_by_any_step_that_leads_to_it() -> None:
    assert section(("a", "retryInfo", "b")) is SECTIONS[0]
    assert section(("a",)) is None
    assert SECTIONS[1].key("position") == slot("job.queue.position", "by its name")
    assert SECTIONS[1].key("colour") is None
