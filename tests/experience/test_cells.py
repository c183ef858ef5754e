"""What was noted becomes counts and times, and two cells differ where a page would notice."""

import pytest

from tests.experience.cells import Cell, polling, request, stream


def event(sent: int, came: int, id: int = 0) -> list[object]:
    return ["stream", "event", sent, came, id]


def test_a_request_is_told_by_what_became_of_it() -> None:
    notes = [["fetch", "failed", 1_000, 1_500], ["waiting", "answered 503", 2_000, 2_100]]
    assert str(request(notes, "fetch")) == "failed after 0.5 s"
    assert str(request(notes, "waiting")) == "answered 503 after 0.1 s"
    assert str(request([], "fetch")) == "nothing"


def test_polling_is_told_by_how_often_what_became_of_it() -> None:
    notes = [["polling", what, 0, at] for what, at in (("failed", 10), ("answered", 900), ("answered", 20))]
    assert str(polling(notes)) == "2 answered, 1 failed, at most 0.9 s"


@pytest.mark.parametrize(
    ("notes", "told"),
    [
        ([event(0, 0), event(500, 600)], "2 events, late by 0.1 s, silent for 0.6 s"),
        ([event(0, 0), event(0, 0)], "1 event, 1 of them twice, late by 0.0 s, silent for 0.0 s"),
        ([event(500, 500), event(0, 500)], "2 events, 1 overtaken, late by 0.5 s, silent for 0.0 s"),
        ([event(0, 0, 7), event(500, 500, 1)], "2 events, 1 time ids begin again, late by 0.0 s, silent for 0.5 s"),
        ([["stream", "error", 5, 5]], "1 error, late by 0.0 s, silent for 0.0 s"),
    ],
)
def test_a_stream_is_told_by_what_came_and_how(notes: list[list[object]], told: str) -> None:
    assert str(stream(notes)) == told


def test_cells_differ_in_counts_in_what_took_time_and_in_more_than_a_moment() -> None:
    one = Cell(counts={"events": 3}, seconds={"late by": 1.0})
    assert not one.differs(Cell(counts={"events": 3}, seconds={"late by": 1.4}))
    assert one.differs(Cell(counts={"events": 3}, seconds={"late by": 1.5}))
    assert one.differs(Cell(counts={"events": 4}, seconds={"late by": 1.0}))
    assert one.differs(Cell(counts={"events": 3}, seconds={"silent for": 1.0}))
