"""TEXT: what stands at a deadline."""

import pytest

from harness.laws.base import CannotTell, NotObservable
from harness.laws.shapes.text import breach, ends_told, told_at
from harness.speech.judged import carries, omits, unverifiable
from tests.laws.failing import failing, told


def test_an_end_is_looked_at_when_the_page_has_had_time_for_the_rest() -> None:
    (due,) = ends_told(told(failing()).case())
    assert due.due_ms > 6_200 + 1_000


def test_an_end_that_is_not_told_is_for_another_law() -> None:
    assert ends_told(failing().screen(2, "Publishing…", title="Publish 3 items").case()) == []


def test_what_speaks_of_the_connection_does_not_speak_of_the_job() -> None:
    case = told(failing(), "Connection lost", "1 item has no SKU").case()
    (due,) = ends_told(case)
    seen = told_at(due, case)
    assert seen is not None
    assert [line.text for line in seen.lines] == ["Ended: 2 succeeded, 1 failed", "1 item has no SKU"]
    assert [seen.speaks_of_failure(line) for line in seen.lines] == [True, False]


def test_another_language_cannot_be_judged() -> None:
    case = told(failing(), lang="de").case()
    (due,) = ends_told(case)
    with pytest.raises(NotObservable, match='the page is in "de"'):
        told_at(due, case)


def test_an_answer_becomes_a_breach_a_doubt_or_nothing() -> None:
    case = told(failing()).case()
    (due,) = ends_told(case)
    assert breach(due, case, carries("cause"), silence="", truth="") is None
    silent = breach(due, case, omits("cause"), silence="did not say why", truth="1 item failed")
    assert silent is not None
    assert (silent.said, silent.silence, silent.slot) == (None, "did not say why", "cause")
    with pytest.raises(CannotTell, match="could not read"):
        breach(due, case, unverifiable("cause", "hm"), silence="", truth="")
