"""As-of times on the page against the trial's clock, which begins at 09:00:00."""

import pytest

from harness.facts.claims import Claim
from harness.facts.spans import Span
from harness.facts.stamps import fitting
from harness.microcopy.reading import Kind
from tests.tiny import Tiny


def stamp(text: str, at: float = 20, until: float = 50) -> Claim:
    case = Tiny().accepted().started().screen(at, "Publishing…", text).screen(until, "Publishing…").case()
    return next(claim for claim in case.screen.claims(kind=Kind.AS_OF))


@pytest.mark.parametrize(
    ("text", "window", "right"),
    [
        ("Updated 09:00:20", (18_000, 22_000), True),
        ("Updated 09:00:20", (21_000, 25_000), False),
        ("Updated 09:00:20", (20_999, 25_000), True),
        ("Updated 09:00:20", (15_000, 20_000), False),
        ("Updated 9:00", (18_000, 22_000), True),
        ("Updated 9:01", (18_000, 22_000), False),
        ("Updated 8:59:50 am", (-12_000, -8_000), True),
    ],
)
def test_a_time_of_day_is_right_or_wrong_for_as_long_as_it_stands(text: str, window: Span, right: bool) -> None:
    assert fitting(stamp(text), window) == ([(20_000, 50_000)] if right else [])


def test_what_is_said_to_be_so_long_ago_grows_old_while_it_stands() -> None:
    assert fitting(stamp("Updated 5 s ago"), (14_000, 16_000)) == [(20_000, 22_000)]
    assert fitting(stamp("Updated just now"), (14_000, 16_000)) == [(20_000, 50_000)]
    assert fitting(stamp("Updated 40 s ago"), (14_000, 16_000)) == []


def test_a_day_is_no_time() -> None:
    assert fitting(stamp("Updated 2026-01-05"), (0, 100_000)) is None
