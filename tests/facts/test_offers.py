"""What a page offers to do."""

from typing import Any

from harness.facts.offers import ways_on
from tests.tiny import Tiny


def offered(*lines: str, at_ms: int = 4_000) -> list[str]:
    return ways_on(Tiny().accepted().screen(3, *lines).case(), 0, at_ms)


def test_buttons_lead_on_unless_they_close_or_cancel() -> None:
    assert offered("button|Run again", "button|Close", "button|Cancel publish", "button|OK") == ["Run again"]


def test_links_lead_on_where_they_begin_with_a_verb() -> None:
    assert offered("link|See the goods", "link|All jobs", "link|Back to the list") == ["See the goods"]


def test_what_is_disabled_opens_a_part_or_belongs_to_the_frame_leads_nowhere() -> None:
    tiny = Tiny().accepted().screen(3, "button|Run again")
    off = {"10": {"role": "button", "kids": ["Run again"], "enabled": False}}
    assert ways_on(tiny.nodes(4, off).case(), 0, 5_000) == []
    opens = {"10": {"role": "button", "kids": ["Show the items"], "expanded": False}}
    assert ways_on(tiny.nodes(5, opens).case(), 0, 6_000) == []
    frame: dict[str, dict[str, Any]] = {
        "1": {"role": "generic", "kids": [2, 50]},
        "50": {"role": "navigation", "kids": [51]},
        "51": {"role": "link", "kids": ["Start a job"]},
    }
    assert ways_on(Tiny().accepted().screen(3).nodes(4, frame).case(), 0, 5_000) == []


def test_what_stands_at_the_moment_counts() -> None:
    assert offered("button|Run again", at_ms=2_000) == []
    reloaded = Tiny().accepted().screen(3, "button|Run again").page(5, "reload").screen(6, "Loading…")
    assert ways_on(reloaded.case(), 0, 5_500) == []
