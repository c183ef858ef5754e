"""Overclaims, each with the fact that licenses it."""

import pytest

from harness.microcopy.promises import GUARDS
from harness.speech.acts import Act
from harness.speech.guards import LICENSES
from harness.speech.situation import Situation
from tests.speech.words import said, so

CLEAN = so(Act.SUCCEEDED, succeeded=10, failed=0, skipped=0)
MIXED = so(Act.MIXED, succeeded=7, failed=3, skipped=0)


@pytest.mark.parametrize(
    ("situation", "text", "guard", "answer"),
    [
        (CLEAN, "All items were published", "all", "carries"),
        (MIXED, "All items were published", "all", "overclaims"),
        (CLEAN, "Published successfully", "complete", "carries"),
        (MIXED, "Import complete", "complete", "overclaims"),
        (MIXED, "Import complete: 7 imported, 3 failed", "complete", "carries"),
        (MIXED, "Import complete, 3 errors", "complete", "carries"),
        (MIXED, "Import complete, 4 errors", "complete", "overclaims"),
        (MIXED, "Completed with errors: 7 imported, 3 failed", "complete", None),
        (so(Act.CANCELLED, done=4, kept=4), "Nothing was changed", "nothing-changed", "overclaims"),
        (so(Act.CANCELLED, done=4, kept=0), "Nothing was changed", "nothing-changed", "carries"),
        (so(Act.CANCELLED, done=4, undone=4), "Cancelled. All 4 items were removed again.", "all", None),
        (so(Act.CANCELLED, done=1), "Cancelled: 1 of 5 items was published", "complete", None),
        (
            so(Act.CANCELLED, job="Refresh sets", verb="refresh", noun="set", done=1, total=5),
            "Refresh cancelled: 1 set of 5 was refreshed",
            "complete",
            None,
        ),
        (so(Act.CANCELLED, done=1), "Published successfully", "complete", "overclaims"),
        (so(Act.CANCELLED), "Nothing was changed", "nothing-changed", None),
        (so(Act.FAILED, causes={"timeout": 1}), "We'll try again", "will-retry", "overclaims"),
        (so(Act.FAILED, causes={"timeout": 1}, retry_scheduled=True), "We'll try again", "will-retry", "carries"),
        (so(Act.RETRYING, attempt=2), "We'll try again", "will-retry", "carries"),
        (so(Act.WORKING, survives_disconnect=False), "You can close this page", "safe-to-close", "overclaims"),
        (so(Act.WORKING, survives_disconnect=True), "You can close this page", "safe-to-close", "carries"),
        (so(Act.WORKING), "You can close this page", "safe-to-close", None),
        (so(Act.WORKING, remaining_s=300), "It only takes a few seconds", "soon", "overclaims"),
        (so(Act.WORKING, remaining_s=5), "It only takes a few seconds", "soon", "carries"),
        (so(Act.WORKING, done=5, total=10), "Almost done", "soon", "overclaims"),
        (so(Act.WORKING, remaining_s=300), "Updated a few seconds ago", "soon", None),
    ],
)
def test_a_claim_and_its_licence(situation: Situation, text: str, guard: str, answer: str | None) -> None:
    assert said(situation, text).get(guard) == answer


def test_an_order_promises_nothing() -> None:
    assert "will-retry" not in said(so(Act.FAILED, causes={"timeout": 1}), "Try again in a few minutes.")


def test_every_guard_has_its_licence() -> None:
    assert set(LICENSES) == set(GUARDS)
