"""What scenarios/README.md shows can be typed: its file is a scenario, its message is the one that comes."""

import re
from pathlib import Path

import pytest

from harness.core import causes
from harness.core.errors import UsageError
from harness.core.resources import data
from harness.model.kinds import KINDS
from harness.model.rehearsal import rehearse
from harness.scenario import read
from harness.scenario.world import JobKind
from harness.scenario.world.retry import Retry
from harness.scenario.world.third_party import ThirdParty

TEXT = (data("scenarios") / "README.md").read_text(encoding="utf-8")
EXAMPLE = re.findall(r"```yaml\n(.*?)```", TEXT, re.DOTALL)[0]
MESSAGE = TEXT.rstrip().removesuffix("```").rstrip().splitlines()[-1]


def test_the_example_is_a_scenario() -> None:
    assert read.parse(EXAMPLE, Path("three-fail-offline.yaml")).id == "three-fail-offline"


def test_the_message_is_the_one_that_comes() -> None:
    with pytest.raises(UsageError) as raised:
        read.parse(EXAMPLE.replace("for: 60s", "for: 60"), Path("three-fail-offline.yaml"))
    assert str(raised.value) == MESSAGE


def test_the_families_are_the_folders() -> None:
    families = sorted(path.name for path in data("scenarios").iterdir() if path.is_dir())
    told = re.search(r"families: `([^`]+)`", TEXT)
    assert told is not None
    assert told[1].split() == families


def test_it_says_how_long_an_item_takes() -> None:
    taken = {kind.value: sum(phase.each_ms for phase in KINDS[kind].phases) / 1_000 for kind in JobKind}
    said = re.search(r"item of a publish takes (.*) s, of a sync (.*) s, of an import or an update (.*) s;", TEXT)
    assert said is not None
    publish, sync, other = map(float, said.groups())
    assert [round(taken[kind], 1) for kind in ("publish", "sync", "import", "update")] == [publish, sync, other, other]
    assert 40 * taken["import"] == 28


def test_it_says_what_is_tried_again_how_often_and_how_to_switch_it_off() -> None:
    retried = [cause.id for cause in causes.ALL if cause.retryable]
    assert re.findall(r"`([\w-]+)`", TEXT.partition("tried again**:")[2].partition("By default")[0]) == retried
    assert (Retry().attempts, Retry().backoff_ms, Retry().factor, ThirdParty().timeout_ms) == (3, 10_000, 2, 10_000)
    jobs = "  jobs:\n    - {id: publish, kind: publish, items: 20, outcomes: {failed: {timeout: 3}}}\n"
    said = re.search(r"last 2 min (\d+) s at\nleast.*lasts 1 min (\d+) s:", TEXT)
    assert said is not None
    least, without = 120 + int(said[1]), 60 + int(said[2])
    [off] = re.findall(r"```yaml\nworld:\n(.*?)```", TEXT, re.DOTALL)
    assert least <= lasts_s(f"world:\n{jobs}") <= least + 30
    assert lasts_s(f"world:\n{off}{jobs}") == without


def lasts_s(world: str) -> float:
    """How long the run of a scenario's one job takes, from its acceptance to its end, in seconds."""
    journey = "journey:\n  - {at: 1s, do: submit, job: publish}\n"
    told = read.parse(f"id: x\ntitle: T\nseed: 7\n{world}{journey}", Path("x.yaml"))
    events = rehearse(told).events
    return (events[-1].at_ms - events[0].at_ms) / 1_000
