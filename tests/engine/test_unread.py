"""Sentences that nobody could read, told once each."""

from harness.core.words import RunKey
from harness.engine.unread import unread
from harness.facts.claims import Unread

PUBLISH = RunKey("publish", 1)


def doubt(text: str, at_ms: int) -> Unread:
    return Unread(text=text, run=PUBLISH, tab=0, at_ms=at_ms, until_ms=at_ms + 10, role="status", where="Jobs")


def test_sentences_that_differ_in_numbers_are_one() -> None:
    told = unread([doubt("18 sent off", 20), doubt("Frobnicated", 5), doubt("17 sent off", 10)])
    assert [(held.text, held.at_ms, held.times, held.phrase) for held in told] == [
        ("Frobnicated", 5, 1, "Frobnicated"),
        ("17 sent off", 10, 2, "{count} sent off"),
    ]
    assert (told[0].role, told[0].where, told[0].job, told[0].tab) == ("status", "Jobs", "publish", 0)


def test_nothing_unread_is_nothing() -> None:
    assert unread([]) == ()
