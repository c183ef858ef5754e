from harness.model.queue_line import Lines
from tests.model.queue_bench import ticket


def test_a_place_counts_only_those_of_queues_that_share_a_pool() -> None:
    lines = Lines({"a": ("a", "b"), "b": ("a", "b"), "c": ("c",)})
    told = [ticket(2, "c"), ticket(0, "a"), ticket(3, "c"), ticket(1, "b"), ticket(4, "a")]
    for one in told:
        lines.insert(one)
    places = [(one.claim.queue, ahead) for one, ahead in lines.in_order()]
    assert places == [("a", 0), ("b", 1), ("c", 0), ("c", 1), ("a", 2)]
    assert [lines.ahead(one) for one, _ in lines.in_order()] == [ahead for _, ahead in places]
    assert [lines.is_last(one) for one in told] == [False, False, False, False, True]
    for one in told:
        lines.remove(one)
    assert not lines
