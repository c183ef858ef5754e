"""Quantiles of what was measured."""

from harness.model.latency_recorded import percentile_quantile, sample_quantile


def test_percentiles_are_met_exactly_and_joined_by_straight_lines() -> None:
    of = percentile_quantile(((0, 100), (50, 200), (99, 690), (100, 1_000)))
    assert [of(share) for share in (0, 0.25, 0.5, 0.99, 1)] == [100, 150, 200, 690, 1_000]
    assert round(of(0.6), 6) == 300


def test_each_sample_has_the_same_share() -> None:
    of = sample_quantile(((5,), (7,), (7,), (30,)))
    assert [of(share) for share in (0, 0.24, 0.25, 0.74, 0.75, 1 - 2**-53)] == [5, 5, 7, 7, 30, 30]
