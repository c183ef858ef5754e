"""Each form of a latency is read, and one that cannot be is refused with the way out."""

from pathlib import Path
from typing import Any

import pytest
from pydantic import TypeAdapter, ValidationError

from harness.core.errors import UsageError
from harness.scenario.problems import known_keys
from harness.scenario.read import parse
from harness.scenario.world import Latency
from harness.scenario.world.latency import Between, Constant, Gamma, Lognormal, MeanAndShape, Samples, Uniform

LATENCY: TypeAdapter[Any] = TypeAdapter(Latency)
FILE = """\
id: x
title: A title
world:
  jobs: [{id: publish, kind: publish, items: 20}]
  third_party:
    marketplace:
      latency: INSTEAD
journey: [{at: 1s, do: submit, job: publish}]
"""
SHIPS = "marketplace.csv, recorded.csv"
WAYS = "p50: and p99:, or one of constant:, uniform:, gamma:, exponential:, percentiles:, samples:"


def said(latency: str, folder: Path = Path()) -> str:
    with pytest.raises(UsageError) as caught:
        parse(FILE.replace("INSTEAD", latency), folder / "x.yaml")
    return str(caught.value).removeprefix(str(folder / "x.yaml"))


def test_each_form_is_read() -> None:
    assert LATENCY.validate_python({"constant": "2s"}) == Constant(constant_ms="2s")
    assert LATENCY.validate_python({"uniform": {"from": "1s", "to": "3s"}}) == Uniform(
        uniform=Between(from_ms="1s", to_ms="3s")
    )
    assert LATENCY.validate_python({"gamma": {"mean": "2s", "shape": 2}}) == Gamma(
        gamma=MeanAndShape(mean_ms="2s", shape=2)
    )
    assert LATENCY.validate_python({"exponential": {"mean": "2s"}}).exponential.mean_ms == 2_000
    assert LATENCY.validate_python({"percentiles": "marketplace.csv"}).percentiles.rows[-1] == (100, 28_000)
    assert len(LATENCY.validate_python({"samples": "recorded.csv"}).samples.rows) == 240
    assert LATENCY.validate_python(Lognormal(p50_ms="1s", p99_ms="2s")).cap_ms == 30_000


def test_the_numbers_rise() -> None:
    told = Lognormal.model_validate({"p50": "1s", "p99": "3s"})
    assert (told.p50_ms, told.p99_ms, told.cap_ms) == (1_000, 3_000, 30_000)
    with pytest.raises(ValidationError, match="p50, p99 and cap must rise from more than 0"):
        Lognormal.model_validate({"p50": "4s", "p99": "3s"})


@pytest.mark.parametrize(
    ("latency", "sentence"),
    [
        ("{constnt: 2s}", f":7: latency: tells no distribution; write {WAYS}"),
        ("2s", f':7: latency: "2s" is no distribution; write below it {WAYS}'),
        ("", f':7: latency: "" is no distribution; write below it {WAYS}'),
        ("{constant: 2s, p50: 3s}", ":7: latency: tells constant and p50 at once; keep one of them"),
        ("{constant: 2s, cap: 3s}", ":7: cap: is no key that is known here; keys here are constant"),
        ("{constant: 0s}", ':7: constant: "0s" is no time at all; write 1ms or more'),
        ("{p50: 3s}", ":7: p99: is missing; write p99: and its value here"),
        (
            "{p50: 3s, p99: 5s, cop: 7s}",
            ':7: cop: is no key that is known here; did you mean "cap"? keys here are p50, p99, cap',
        ),
        ("{gamma: {mean: 2s}}", ":7: shape: is missing; write shape: and its value here"),
        ("{gamma: {mean: 2s, shape: 0}}", ':7: shape: "0" is too small; write 0.1 or more'),
        ("{gamma: 3}", ':7: gamma: "3" is no mapping; write lines of key: value below it'),
        (
            "{uniform: {from: 3s, to: 1s}}",
            ":7: uniform: from is more than to; write the shorter time first, such as from: 1s, to: 3s",
        ),
        (
            "{samples: recrded.csv}",
            ':7: samples: "recrded.csv" is no file beside the scenario; put it there, or write one that ships: '
            + SHIPS,
        ),
    ],
)
def test_a_wrong_latency_is_told_in_one_sentence(latency: str, sentence: str) -> None:
    assert said(latency) == sentence


def test_a_file_beside_the_scenario_is_read_before_one_that_ships(tmp_path: Path) -> None:
    (tmp_path / "recorded.csv").write_text("ms\n7\n")
    told = parse(FILE.replace("INSTEAD", "{samples: recorded.csv}"), tmp_path / "x.yaml").world
    latency = told.third_party["marketplace"].latency
    assert isinstance(latency, Samples)
    assert latency.samples.rows == ((7,),)


def test_a_mistake_in_the_file_is_told_with_both_lines(tmp_path: Path) -> None:
    (tmp_path / "own.csv").write_text("# mine\nms\n7\nslow\n")
    wrong = f'{tmp_path / "own.csv"}:4: "slow" is no latency; write milliseconds above 0 and up to a day, such as 850'
    assert said("{samples: own.csv}", tmp_path) == f":7: samples: {wrong}"


def test_the_keys_of_each_form_are_known() -> None:
    place = ("world", "third_party", "marketplace", "latency")
    assert known_keys((*place, "Gamma", "gamma")) == ("mean", "shape")
    assert known_keys((*place, "Samples")) == ("samples",)
