"""The outcome of a run is read off its items."""

from harness.core.words import Outcome
from harness.model.plans import Fate, ItemPlan
from harness.model.tally import Tally

PLAN = ItemPlan(id="item-001", name="Oak desk lamp", fate=Fate())


def test_the_outcome_is_read_off_the_items() -> None:
    assert Tally(succeeded=1).outcome(cancelled=False) is Outcome.SUCCEEDED
    assert Tally(skipped=1).outcome(cancelled=False) is Outcome.SUCCEEDED
    assert Tally(succeeded=1, failed=[PLAN]).outcome(cancelled=False) is Outcome.PARTIAL
    assert Tally(skipped=1, failed=[PLAN]).outcome(cancelled=False) is Outcome.FAILED
    assert Tally(succeeded=1, failed=[PLAN]).outcome(cancelled=True) is Outcome.CANCELLED
