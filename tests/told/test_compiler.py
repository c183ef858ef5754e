"""Mistakes in templates: each has its place, its sentence and the way out, and all are found at once."""

from datetime import date
from typing import Any

import pytest

from harness.told.compiler import At, Compiler

HERE = At(place=("answer",), things=("job",))


def mistakes(template: Any, at: At = HERE) -> list[tuple[tuple[str | int, ...], str]]:
    compiler = Compiler({"states": {"running": "RUN", "default": "?"}})
    compiler.template(template, at)
    return [(place[1:], sentence) for place, sentence in compiler.problems]


@pytest.mark.parametrize(
    ("template", "place", "said"),
    [
        ({"a": ["{job.stat}"]}, ("a", 0), '"job.stat" is no slot; did you mean "job.state"?'),
        ({"a": {"job.id": None}}, ("a",), '"{job.id}" is no slot without quotes; write "{job.id}" in quotes'),
        ("{job.id", (), '"{job.id" has a brace too many; write {{ or }} for one of your own'),
        ("a } b", (), '"a } b" has a brace too many'),
        (date(2026, 1, 5), (), '"2026-01-05" is nothing that JSON can say; put it in quotes'),
        (float("nan"), (), '"nan" is nothing that JSON can say; put it in quotes'),
        ({"each": "itms", "as": 1}, ("each",), '"itms" cannot be told one by one; did you mean "items"? write one of'),
        ({"each": "items"}, ("each",), "each: has no as:; write as: and what to tell of each"),
        ({"each": "items", "as": 1, "wher": {}}, ("wher",), 'is no key beside each:; did you mean "where"? keys'),
        ({"each": "items", "as": "{item.nam}"}, ("as",), '"item.nam" is no slot; did you mean "item.name"?'),
        ({"each": "items", "as": "{cause.id}"}, ("as",), '"cause.id" speaks of no cause here'),
        ({"each": "items", "as": 1, "where": "failed"}, ("where",), '"failed" is no condition; write lines of slot'),
        ({"each": "items", "as": 1, "where": {"item.sate": "failed"}}, ("where", "item.sate"), '"item.sate" is no'),
        ({"each": "items", "as": 1, "where": {"item.state": "faild"}}, ("where", "item.state"),
         '"faild" is no word of item.state; did you mean "failed"? words are waiting, running'),
        ({"switch": "job.state"}, ("switch",), "switch: has no cases:; write cases: and a line for each word below it"),
        ({"switch": "job.sate", "cases": {}}, ("switch",), '"job.sate" is no slot; did you mean "job.state"?'),
        ({"switch": "job.state", "cases": {"runing": 1, "default": 2}}, ("cases", "runing"),
         '"runing" is no word of job.state; did you mean "running"?'),
        ({"switch": "job.state", "cases": {"queued": 1, "running": 2}}, ("cases",),
         "there is no case for succeeded, failed, cancelled; write them, or default:"),
        ({"switch": "job.ended", "cases": {}, "else": 1}, ("else",), "is no key beside switch:"),
        ({"count_of": "things"}, ("count_of",), '"things" cannot be told one by one'),
        ({"join": ["{job.x}"]}, ("join", 0), '"job.x" is no slot'),
        ({"join": [], "with": 3}, ("with",), '"3" is no text; put it in quotes'),
    ],
)  # fmt: skip
def test_a_mistake_has_its_place_and_the_way_out(template: Any, place: tuple[str | int, ...], said: str) -> None:
    [(found, sentence)] = mistakes(template)
    assert found == place
    assert sentence.startswith(said)


@pytest.mark.parametrize("template", [{"each": "items", "as": 1}, {"count_of": "causes"}])
def test_where_no_job_is_spoken_of_its_parts_cannot_be_told(template: Any) -> None:
    [(_, sentence)] = mistakes(template, At(place=("answer",)))
    assert "are those of a job; name it in the path as {job}, or write job: newest, or each: jobs" in sentence


def test_every_mistake_is_found_and_not_the_first_alone() -> None:
    assert len(mistakes({"a": "{job.x}", "b": ["{", {"each": "x", "as": "{job.y}"}]})) == 3


@pytest.mark.parametrize(
    "template",
    [
        {"count": 3, "switch_on": True, "as": 1, "where": 2},
        {"name": None},
        {"each": "jobs", "as": {"each": "items", "as": "{job.id} {item.id}"}},
        {"each": "items", "where": {"item.state": "RUN"}, "as": 1},
        "}}{{",
    ],
)
def test_what_is_sound_is_not_complained_of(template: Any) -> None:
    assert mistakes(template) == []


@pytest.mark.parametrize(
    ("template", "traits"),
    [
        ("{job.processed}", (False, False, False)),
        ("{job.elapsed}", (True, False, False)),
        ({"at": "{now}"}, (True, False, False)),
        ("{version}", (False, True, False)),
        ({"each": "jobs", "as": 1}, (False, True, False)),
        ({"count_of": "jobs"}, (False, True, False)),
        ({"each": "items", "as": 1}, (False, False, False)),
        ({"trace": "{canary}"}, (False, False, True)),
    ],
)
def test_it_is_known_what_a_template_uses(template: Any, traits: tuple[bool, bool, bool]) -> None:
    compiler = Compiler({})
    compiler.template(template, HERE)
    assert (compiler.ticks, compiler.tells_all, compiler.canary) == traits


def test_a_slot_is_named_with_braces_or_without() -> None:
    compiler = Compiler({})
    bare, braced = (compiler.value(source, HERE) for source in ("job.id", "{job.id}"))
    assert bare is not None
    assert bare == braced
    assert len(compiler.conditions({"job.ended": True, "job.kind": ["publish", "import"]}, HERE)) == 2


def test_a_place_is_told_step_by_step() -> None:
    at = HERE.below("as", 2).about("item")
    assert (at.place, at.things) == (("answer", "as", 2), ("job", "item"))
