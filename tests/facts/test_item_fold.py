"""Items one by one, and how many came to which end."""

from harness.core.words import ItemState
from harness.facts.item_fold import ItemFold
from harness.facts.views import CauseCount


def test_what_was_taken_back_counts_as_not_attempted() -> None:
    fold = ItemFold()
    fold.end(1, {"item": "a", "name": "Oak desk lamp", "attempt": 2}, ItemState.SUCCEEDED)
    fold.roll_back(2, {"item": "a"})
    assert [fold.counts(count)["succeeded"] for count in range(3)] == [0, 1, 0]
    assert fold.counts(2)["rolled_back"] == 1
    assert fold.processed == 0
    (item,) = fold.at(2)
    assert (item.state, item.name, item.attempt) == (ItemState.WAITING, "Oak desk lamp", 2)


def test_a_failure_of_which_nobody_heard_that_it_was_done() -> None:
    fold = ItemFold()
    fold.end(1, {"item": "a", "cause": "timeout", "done": True}, ItemState.FAILED)
    fold.end(2, {"item": "b", "cause": "timeout"}, ItemState.FAILED)
    assert [fold.counts(count)["unheard"] for count in range(3)] == [0, 1, 1]
    assert [item.done for item in fold.at(2)] == [True, False]
    assert fold.causes(2) == (CauseCount(cause="timeout", state="failed", count=2),)
    assert fold.causes(0) == ()
