"""SAME: what a tab sent that changes things, and what the server did."""

from harness.laws.shapes.same import told
from tests.tiny import Tiny

TINY = (
    Tiny()
    .request(1, 1.2, id="start")
    .did(1.1, request="start")
    .request(5, 5.2, id="again")
    .request(5.5, 5.7, id="list", method="GET")
    .request(6, 6.1, id="beacon", path="/api/beacon")
    .request(7, 7.1, id="other-tab", tab=1)
)


def test_orders_and_what_repeats_them_change_things() -> None:
    found = told(TINY.case(), 0, 0, 10_000)
    assert [(request.id, command is not None) for request, command in found] == [("start", True), ("again", False)]


def test_only_those_of_the_tab_and_the_time_are_told() -> None:
    assert [request.id for request, _ in told(TINY.case(), 0, 5_000, 10_000)] == ["again"]
    assert told(TINY.case(), 0, 5_001, 10_000) == []
    assert [request.id for request, _ in told(TINY.case(), 1, 0, 10_000)] == ["other-tab"]
