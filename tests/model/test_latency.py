from statistics import quantiles

import pytest

from harness.core.random import stream
from harness.model.latency import draw_ms
from harness.scenario.world import Latency


def latency(p50: str, p99: str, cap: str) -> Latency:
    return Latency.model_validate({"p50": p50, "p99": p99, "cap": cap})


@pytest.mark.parametrize(("p50", "p99"), [(3_000, 8_000), (900, 6_000), (40, 90), (500, 500)])
def test_the_median_and_the_99th_percentile_are_those_asked_for(p50: int, p99: int) -> None:
    random = stream(1, "latency")
    asked = latency(f"{p50}ms", f"{p99}ms", "1h")
    cuts = quantiles([draw_ms(asked, random) for _ in range(40_000)], n=100)
    assert cuts[49] == pytest.approx(p50, rel=0.02)
    assert cuts[98] == pytest.approx(p99, rel=0.05)


def test_no_answer_takes_longer_than_the_cap() -> None:
    random = stream(1, "latency")
    drawn = [draw_ms(latency("3s", "8s", "9s"), random) for _ in range(5_000)]
    assert max(drawn) == 9_000
    assert min(drawn) >= 1


def test_a_draw_takes_one_number_of_the_stream() -> None:
    one, other = stream(1, "latency"), stream(1, "latency")
    draw_ms(latency("3s", "8s", "9s"), one)
    other.random()
    assert one.random() == other.random()
