"""The figures of labelled sentences do not fall. The half held out is measured and never shown."""

from pathlib import Path

import pytest

from tests.bench.sentences import Sentence, load, paths
from tests.bench.words import Figures, half, measure

CATCH, FALSE_ALARMS, UNVERIFIABLE = 0.8, 0.05, 0.25
"""the bar for the half that nobody looked at while the rules were written"""

LEAST = 100


@pytest.mark.slow
def test_the_bar_is_held_on_what_nobody_looked_at() -> None:
    figures = measure(half(held_out=True), tell=False)
    assert figures.good + figures.bad >= LEAST
    assert figures.catch_rate >= CATCH, str(figures)
    assert figures.false_alarms <= FALSE_ALARMS, str(figures)
    assert figures.unverifiable <= UNVERIFIABLE, str(figures)


@pytest.mark.slow
@pytest.mark.parametrize("path", paths(held_out=False), ids=lambda path: str(path.stem))
def test_a_file_that_is_looked_at_holds_its_own(path: Path) -> None:
    figures = measure(load(path), tell=True)
    assert figures.catch_rate >= 0.9, figures.told
    assert figures.false_alarms <= FALSE_ALARMS, figures.told


def sentence(text: str, *, good: bool, **more: object) -> Sentence:
    return Sentence.model_validate({"product": "a shop", "text": text, "good": good, **more})


FAILED = {"act": "failed", "truth": {"failed": 3, "cause": "missing-id", "noun": "item"}}


def test_each_kind_of_answer_is_counted() -> None:
    figures = measure(
        [
            sentence("3 items have no SKU. Add one to each.", good=True, **FAILED),
            sentence("3 items failed.", good=True, **FAILED),
            sentence("3 items failed.", good=False, wrong=["cause"], **FAILED),
            sentence("3 items failed.", good=False, wrong=["count"], **FAILED),
            sentence("3 items have no SKU. Add one to each.", good=False, wrong=["count"], **FAILED),
            sentence("3 items flummoxed the frobnicator: you regruntle it.", good=True, **FAILED),
        ],
        tell=True,
    )
    assert (figures.good, figures.bad, figures.caught, figures.rightly) == (3, 3, 2, 1)
    assert (figures.blamed, figures.unread_good, figures.unread_bad) == (1, 1, 0)
    assert len(figures.told) == 3
    assert figures.catch_rate == pytest.approx(2 / 3)
    assert figures.false_alarms == pytest.approx(1 / 2)
    assert figures.unverifiable == pytest.approx(1 / 6)


def test_nothing_is_told_of_the_half_held_out() -> None:
    figures = measure([sentence("3 items failed.", good=True, **FAILED)], tell=False)
    assert figures.told == []
    assert "items failed" not in str(figures)


def test_nothing_measured_is_no_division() -> None:
    assert str(Figures()).startswith("0 sentences")
