"""The formulas at values that can be worked out by hand."""

import pytest

from tests.model.theory.formulas import erlang_c, mean_wait_in_mg1, mean_wait_in_mmc


@pytest.mark.parametrize("load", [0.1, 0.5, 0.9])
def test_before_one_server_as_many_wait_as_it_is_busy(load: float) -> None:
    assert erlang_c(1, load) == pytest.approx(load)
    assert mean_wait_in_mmc(1, load, 10) == pytest.approx(10 * load / (1 - load))


def test_two_servers_that_are_half_busy_let_a_third_wait() -> None:
    assert erlang_c(2, 1) == pytest.approx(1 / 3)


def test_four_servers_by_the_sum() -> None:
    terms = [1, 2, 2, 4 / 3]  # 2^k / k! for an offered load of 2
    last = 2**4 / 24 / (1 - 0.5)
    assert erlang_c(4, 2) == pytest.approx(last / (sum(terms) + last))


def test_exponential_service_is_the_case_of_variation_one() -> None:
    assert mean_wait_in_mg1(0.7, 60, 1) == pytest.approx(mean_wait_in_mmc(1, 0.7, 60))


def test_constant_service_halves_the_wait() -> None:
    assert mean_wait_in_mg1(0.7, 60, 0) == pytest.approx(mean_wait_in_mmc(1, 0.7, 60) / 2)
