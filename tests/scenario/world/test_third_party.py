"""A third party is read with all that can be wrong with it; what cannot be is refused with the way out."""

from typing import Any

import pytest
from pydantic import ValidationError

from harness.scenario.world import World
from harness.scenario.world.third_party import Bursts, Outage, OutageKind, RateLimit, ThirdParty


def test_the_third_parties_are_known_by_name() -> None:
    assert World.model_validate({"third_party": {"marketplace": {}}}).third_party == {"marketplace": ThirdParty()}
    with pytest.raises(ValidationError, match='"market" is no third party; write marketplace'):
        World.model_validate({"third_party": {"market": {}}})


def test_all_that_can_be_wrong_with_it_is_read() -> None:
    told = ThirdParty.model_validate(
        {
            "rate_limit": {"calls": 10, "per": "1s", "retry_after": "5s"},
            "bursts": {"good": "2m", "bad": "10s", "failures": 0.7},
            "outages": [
                {"at": "1m", "for": "5s"},
                {"at": "3m", "for": "30s", "kind": "brown-out", "slower": 5, "failures": 0.3},
            ],
            "late": 0.02,
            "partial": 0.01,
        }
    )
    assert told.rate_limit == RateLimit(calls=10, per_ms="1s", retry_after_ms="5s")
    assert told.bursts == Bursts(good_ms="2m", bad_ms="10s", failures=0.7)
    assert told.outages[0] == Outage(at_ms="1m", for_ms="5s", kind=OutageKind.OUTAGE)
    assert (told.outages[1].end_ms, told.outages[1].slower, told.outages[1].failures) == (210_000, 5, 0.3)
    assert (told.late, told.partial) == (0.02, 0.01)


@pytest.mark.parametrize(
    ("told", "sentence"),
    [
        ({"rate_limit": {"calls": 3, "per": "0s"}}, '"0s" is no time at all; write 1ms or more'),
        (
            {"outages": [{"at": "3m", "for": "30s", "slower": 3}]},
            "an outage has no slower, for nothing gets through; leave that out, or write kind: brown-out",
        ),
        (
            {"outages": [{"at": "3m", "for": "30s", "kind": "brown-out"}]},
            "changes nothing; write slower: 5, failures: 0.3 or both",
        ),
        (
            {"outages": [{"at": "3m", "for": "30s"}, {"at": "3m20s", "for": "30s"}]},
            "the one at 200s begins before the one at 3m has ended; write them in the order of time",
        ),
    ],
)
def test_what_cannot_be_is_refused_with_the_way_out(told: dict[str, Any], sentence: str) -> None:
    with pytest.raises(ValidationError, match=sentence):
        ThirdParty.model_validate(told)


def test_outages_may_touch() -> None:
    assert ThirdParty.model_validate({"outages": [{"at": "3m", "for": "30s"}, {"at": "210s", "for": "30s"}]}).outages
