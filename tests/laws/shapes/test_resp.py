"""RESP: which opportunities are fair, and what silence may mean."""

import pytest

from harness.core.words import RunKey
from harness.laws.base import CannotTell
from harness.laws.shapes.resp import Due, doubt_silence, is_fair, moments
from tests.tiny import running

DUE = Due(run=RunKey("publish", 1), tab=0, from_ms=12_000, due_ms=13_500)


def test_an_opportunity_needs_a_tab_in_front_a_patient_person_and_time() -> None:
    assert is_fair(DUE, running().page(0).case())
    assert not is_fair(DUE, running().page(0).page(13, "hide").case())
    assert not is_fair(DUE, running().page(0).step(13, "reload").case())
    assert not is_fair(DUE, running(end=13.5).page(0).case())


def test_silence_is_doubt_where_something_could_not_be_read() -> None:
    odd = "17 blue widgets of the small kind frobnicated"
    with pytest.raises(CannotTell, match="could not read"):
        doubt_silence(DUE, running().screen(13, odd).case())
    doubt_silence(DUE, running().screen(14, odd).case())


def test_only_silence_that_it_may_have_been_about_is_doubt() -> None:
    case = running().screen(13, "17 blue widgets of the small kind frobnicated").case()
    doubt_silence(DUE, case, lambda held: "attempt" in held.text)
    with pytest.raises(CannotTell):
        doubt_silence(DUE, case, lambda held: "widgets" in held.text)


def test_what_the_tab_said_changes_at_these_moments_until_the_deadline() -> None:
    case = running().screen(2, "Publishing…").screen(12.5, "Published").screen(13, "Done").screen(14, "Over").case()
    assert moments(DUE, case) == [12_000, 12_500, 13_000, 13_500]
