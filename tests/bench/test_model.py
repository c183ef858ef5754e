"""What the bench of the model counts is what there is."""

import pytest

from harness.model.commands import Submit
from tests.bench.model import BARE, LATE, MODEL, REPLAYED, Case, Costs, bare, crowd, growth, measure, publish, stepped


def test_a_case_is_measured_against_as_many_events() -> None:
    case = Case("small", publish(20), ((0, Submit(kind="publish")),))
    costs = measure(case, rounds=1)
    assert set(costs.taken) == {BARE, MODEL, REPLAYED, LATE}
    assert costs.logged > 40
    assert bare(costs.logged).now == costs.logged
    assert 0 < stepped(case) == costs.stepped


def test_a_crowd_waits_and_ends() -> None:
    assert measure(Case("crowd", crowd(10)), rounds=1).logged > 100


def test_a_ratio_is_that_of_the_medians() -> None:
    costs = Costs(taken={BARE: [1, 2, 9], MODEL: [3, 3, 30]})
    assert costs.ratio(MODEL) == pytest.approx(1.5)


def test_growth_is_by_item() -> None:
    grown = growth(200)
    assert grown.items == 200
    assert grown.each_us > 0
