"""What stands between braces: read with its form and what is said instead of nothing, or complained about."""

from typing import Any

import pytest

from harness.told.expressions import SLOTS, Mistake, looks_like_slot, read
from tests.told.support import scene

TABLES: dict[str, dict[str, Any]] = {
    "states": {"queued": "Q", "running": "R", "succeeded": "OK", "failed": "KO", "cancelled": "X"},
    "short": {"running": 1, "default": 0},
    "holey": {"running": 1},
}


def told(source: str, at_ms: int = 4_400, tables: dict[str, dict[str, Any]] | None = None) -> Any:
    return read(source, ("job",), tables or {}).fill(scene(at_ms))


@pytest.mark.parametrize(
    ("source", "value"),
    [
        ("job.processed", 2),
        (" job.processed|text ", "2"),
        ("job.percent", 50),
        ("job.started | s", 1_767_603_602),
        ("job.kept", None),
        ("job.kept ?? 0", 0),
        ("job.kept ?? none", "none"),
        ('job.kept ?? "0"', "0"),
        ("job.kept ?? '0'", "0"),
        ("job.kept ?? -", "-"),
        ("job.kept | text ?? [1, 2]", [1, 2]),
        ("job.processed ?? 0", 2),
        ("job.state", "running"),
    ],
)
def test_a_slot_is_told_in_its_form(source: str, value: Any) -> None:
    assert told(source) == value


@pytest.mark.parametrize(
    ("source", "value"),
    [("job.state", "R"), ("job.state | own", "running"), ("job.state | short", 1), ("job.kind", "publish")],
)
def test_a_word_goes_through_its_table_or_the_one_that_is_named(source: str, value: Any) -> None:
    assert told(source, tables=TABLES) == value


def test_a_name_of_the_path_is_a_slot_and_comes_before_others() -> None:
    value = read("now", (), {}, given=("now",))
    assert value.slot.name == "path.now"


@pytest.mark.parametrize(
    ("source", "things", "said"),
    [
        ("", ("job",), '"{}" is no slot; write one such as {job.id}, and {{ for a brace of your own'),
        ("job total", ("job",), '"{job total}" is no slot; write one such as {job.id}'),
        ("job.stat", ("job",), '"job.stat" is no slot; did you mean "job.state"? of a job there are id, kind, title'),
        ("jobs.id", ("job",), '"jobs.id" is no slot; did you mean "job.id"? slots begin with job, now, version'),
        ("total", ("job",), '"total" is no slot; did you mean "job.total"? slots begin with job, now, version, offer,'),
        ("query", (), '"query" is no slot; slots begin with now'),
        ("job.id", (), '"job.id" speaks of no job here; name the job in the path as {job}, or write job: newest'),
        ("item.id", ("job",), '"item.id" speaks of no item here; write it below as: of an each: items'),
        ("phase.id", ("job",), '"phase.id" speaks of no phase here; write {job.phase.title}, or'),
        ("refusal.reason", ("job",), '"refusal.reason" speaks of no refusal here; write it below refused:'),
        ("job.total | iso", ("job",), '"iso" is no form of job.total; forms are number, text'),
        ("job.state | shrt", ("job",), '"shrt" is no table; did you mean "short"? write it under tables:'),
        ("job.state | holey", ("job",), 'table "holey" says nothing for queued, succeeded, failed, cancelled'),
        ("job.queue.reason | iso", ("job",), '"iso" is no table; write it under tables:'),
    ],
)  # fmt: skip
def test_a_mistake_names_the_way_out(source: str, things: tuple[str, ...], said: str) -> None:
    with pytest.raises(Mistake) as caught:
        read(source, things, TABLES)
    assert str(caught.value).startswith(said)


def test_forgotten_quotes_can_be_told_from_an_object() -> None:
    assert all(looks_like_slot(text) for text in ("job.id", "job.total ?? 0", "body.x", "now"))
    assert not any(looks_like_slot(text) for text in ("name", "jobs", "job id"))


def test_every_slot_says_what_it_is() -> None:
    assert all(slot.doc and slot.name == name for name, slot in SLOTS.items())
