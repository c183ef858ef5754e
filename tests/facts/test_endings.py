"""The endings of runs as tabs come to know them."""

from typing import Any

from harness.core.words import RunKey
from harness.facts.endings import endings, speaks_in_full
from tests.tiny import Tiny, running

KEY = RunKey("publish", 1)


def known(tiny: Tiny) -> list[tuple[int, int]]:
    return [(ending.tab, ending.from_ms) for ending in endings(tiny.case())]


def test_a_tab_that_speaks_of_the_run_knows_of_its_end_at_once() -> None:
    tiny = running().screen(2, "Publishing…").page(0, tab=1).screen(2, "Publishing…", tab=1)
    assert known(tiny) == [(0, 12_000), (1, 12_000)]
    assert [ending.view.counts.succeeded for ending in endings(tiny.case())] == [10, 10]


def test_a_tab_that_comes_to_it_later_knows_of_it_then() -> None:
    assert known(running().screen(2, "Your catalogue", title=None).screen(20, "Published")) == [(0, 20_000)]


def test_a_tab_that_has_turned_away_and_a_run_that_goes_on_have_none() -> None:
    away = running().screen(2, "Publishing…").screen(9, "Your catalogue", title=None)
    assert known(away) == []
    assert known(Tiny().accepted().started().screen(2, "Publishing…")) == []
    assert known(running(end=11).screen(2, "Publishing…")) == []


def test_a_row_of_a_list_does_not_speak_in_full_and_a_heading_makes_it_more() -> None:
    assert speaks_in_full(running().screen(2, "Publishing…").case(), KEY, 0, 3_000)
    assert not speaks_in_full(running().row(2, "Running").case(), KEY, 0, 3_000)
    card: dict[str, dict[str, Any]] = {
        "1": {"role": "generic", "kids": [2]},
        "2": {"role": "list", "kids": [3]},
        "3": {"role": "listitem", "kids": [4, 5]},
        "4": {"role": "heading", "level": 2, "kids": ["Publish 10 items"]},
        "5": {"role": "paragraph", "kids": ["Running"]},
    }
    assert speaks_in_full(running().nodes(2, card).case(), KEY, 0, 3_000)
