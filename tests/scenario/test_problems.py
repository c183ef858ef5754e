from harness.scenario.lines import locate
from harness.scenario.problems import known_keys, nearest


def test_the_keys_that_the_format_knows_at_a_place() -> None:
    assert known_keys(("world", "retry")) == ("attempts", "backoff", "factor", "longest", "jitter", "of")
    assert known_keys(("world", "jobs", 0, "start")) == ("at",)
    assert known_keys(("world", "third_party", "marketplace", "latency", "Lognormal")) == ("p50", "p99", "cap")
    assert known_keys(("network", "faults", 0, "drop")) == ("at", "kind")
    assert known_keys(("title",)) == ()


def test_a_near_word_is_offered_and_a_far_one_is_not() -> None:
    assert nearest("lantency", ["latency", "timeout"]) == 'did you mean "latency"? '
    assert nearest("zebra", ["latency", "timeout"]) == ""


def test_without_positions_the_first_line_is_meant() -> None:
    assert locate({"a": [{"b": 1}]}, ("a", 0, "b")) == (1, "b")
