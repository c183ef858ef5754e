"""NEVER: not before its time."""

import math

import pytest

from harness.facts.claims import Claim
from harness.laws.base import CannotTell
from harness.laws.shapes.never import too_early
from tests.tiny import running


def shown(at: float) -> Claim:
    return running().screen(at, "Published").case().screen.claims()[0]


def test_before_its_time_it_is_early_until_then() -> None:
    assert too_early(shown(7), 12_000, running().case()) == (7000, 12_000)
    assert too_early(shown(7), math.inf, running().case()) == (7000, math.inf)
    assert too_early(shown(12), 12_000, running().case()) is None


def test_within_the_clock_error_nobody_can_tell() -> None:
    with pytest.raises(CannotTell, match="lead of 100 ms"):
        too_early(shown(11.9), 12_000, running(clock_error_ms=200).case())
