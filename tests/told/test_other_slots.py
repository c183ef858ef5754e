"""Slots that speak of no job: the moment, the world, a refusal, the request."""

from typing import Any

import pytest

from harness.told.expressions import SLOTS
from harness.told.other_slots import CANARY, Refused, of_request
from harness.told.slots import Asked
from tests.told.support import scene

ASKED = Asked(
    path={"shop": "7"},
    query={"page": "2"},
    header={"idempotency-key": "k"},
    body={"order": {"kind": "publish", "rows": [3, 4]}},
)
REFUSED = Refused(status=429, code="too-many-starts", reason="Too many", remedy="Wait.", retry_after_ms=5_000)


@pytest.mark.parametrize(
    ("slot", "value"),
    [
        ("path.shop", "7"),
        ("query.page", "2"),
        ("query.limit", None),
        ("header.idempotency-key", "k"),
        ("body.order.kind", "publish"),
        ("body.order.rows.1", 4),
        ("body.order.rows.9", None),
        ("body.order.kind.more", None),
        ("body.nothing.at.all", None),
    ],
)
def test_a_request_says_what_it_says_and_nothing_else(slot: str, value: Any) -> None:
    assert of_request(slot).value(scene(0, ASKED)) == value


@pytest.mark.parametrize(
    ("slot", "value"),
    [
        ("now", 3_456),
        ("version", 11),
        ("canary", CANARY),
        ("offer.publish", 28),
        ("offer.import", None),
        ("refusal.status", 429),
        ("refusal.code", "too-many-starts"),
        ("refusal.reason", "Too many"),
        ("refusal.remedy", "Wait."),
        ("refusal.retry_after", 5_000),
    ],
)
def test_the_moment_the_world_and_a_refusal(slot: str, value: Any) -> None:
    assert SLOTS[slot].value(scene(3_456).about(refusal=REFUSED)) == value
