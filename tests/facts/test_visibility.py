"""Visibility: open, hidden, closed; documents and when they were ready."""

import math

from harness.facts.visibility import Visibility
from harness.trace.records import Page


def page(at_ms: int, cause: str, tab: int = 0, loaded_ms: int | None = None) -> Page:
    return Page(tab=tab, at_ms=at_ms, url="/", cause=cause, loaded_ms=loaded_ms)


def test_a_hidden_or_closed_tab_is_not_seen() -> None:
    held = Visibility([page(0, "open"), page(10, "hide"), page(30, "show"), page(50, "close")], 100)
    assert held.seen(0) == [(0, 10), (30, 50)]
    assert held.shown(0) == [(30, 20)]
    assert not held.is_seen(0, 20)
    assert held.seen_throughout(0, 30, 50)
    assert not held.seen_throughout(0, 5, 35)


def test_a_tab_without_records_is_open_throughout() -> None:
    assert Visibility([], 100).seen(3) == [(0, math.inf)]


def test_each_load_is_a_document_and_owes_from_when_it_was_ready() -> None:
    held = Visibility([page(0, "open", loaded_ms=7), page(40, "reload"), page(60, "close")], 100)
    assert [(one.cause, one.from_ms, one.until_ms, one.ready_ms) for one in held.documents] == [
        ("open", 0, 40, 7),
        ("reload", 40, 60, 40),
    ]


def test_a_tab_whose_page_cannot_be_had_shows_nothing_until_it_is_loaded_again() -> None:
    records = [page(0, "open"), page(10, "unreachable"), page(20, "hide"), page(30, "show"), page(40, "reload")]
    held = Visibility(records, 100)
    assert held.seen(0) == [(0, 10), (40, math.inf)]
    assert [(one.cause, one.from_ms, one.until_ms) for one in held.documents] == [
        ("open", 0, 10),
        ("reload", 40, math.inf),
    ]


def test_a_reload_while_hidden_is_not_seen() -> None:
    assert Visibility([page(0, "open"), page(10, "hide"), page(20, "reload")], 100).seen(0) == [(0, 10)]
