"""Planted strings that reached the screen, and for how long."""

from harness.facts.leaks import leaks
from tests.tiny import running

CANARY = "canary-detail-0a1b2c3d"


def test_a_leak_stands_until_its_node_changes() -> None:
    tiny = running().planted(CANARY).screen(2, f"It says {CANARY}").screen(5, "It says nothing")
    (leak,) = leaks(tiny.trial())
    assert (leak.at_ms, leak.until_ms, leak.what) == (2_000, 5_000, CANARY)


def test_a_leak_goes_with_its_document() -> None:
    tiny = running().planted(CANARY).screen(2, f"It says {CANARY}").page(4, "reload")
    (leak,) = leaks(tiny.trial())
    assert leak.until_ms == 4_000


def test_where_nothing_was_planted_nothing_leaks() -> None:
    assert leaks(running().screen(2, CANARY).trial()) == []
