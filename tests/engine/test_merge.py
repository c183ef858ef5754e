"""The whole of a session: in the order of its plan, with the files of its parts."""

import asyncio
from pathlib import Path

from harness.engine.merge import Part, read_part, read_whole
from harness.engine.shard import Shard
from harness.trace.events import TrialStarted
from harness.trace.result import TrialResult
from tests.cli.command import pictured, shard, tried
from tests.gate.made import finding

PLAN = (tried("mixed-outcome", finding()), tried("black-hole"), tried("reload-two-phases"))


def parts(folder: Path) -> list[Path]:
    first = shard(folder / "one", [pictured(folder / "one", PLAN[0]), PLAN[2]], name="1/2", plan=PLAN)
    return [shard(folder / "two", [PLAN[1]], name="2/2", plan=PLAN), first]


def test_a_session_that_was_not_split_is_the_only_part(tmp_path: Path) -> None:
    part = read_part(shard(tmp_path / "one", PLAN))
    assert isinstance(part, Part)
    assert part.shard == Shard(1, 1)


def test_trials_come_in_the_order_of_the_plan_each_begun_before_it_ends(tmp_path: Path) -> None:
    async def all_of() -> list[object]:
        return [one async for one in read_whole(parts(tmp_path)).happenings(tmp_path / "out")]

    told = asyncio.run(all_of())
    begun = [one.trial for one in told[::2] if isinstance(one, TrialStarted)]
    ended = [one.id for one in told[1::2] if isinstance(one, TrialResult)]
    assert begun == ended == [one.id for one in PLAN]
    assert (tmp_path / "out" / "pictures" / "one.jpeg").is_file()


def test_it_is_told_as_one_session_that_took_as_long_as_its_slowest_part(tmp_path: Path) -> None:
    whole = read_whole(parts(tmp_path))
    first = whole.started("meanwhile merge one two", "b.yaml", ("mind this",))
    assert [one.id for one in first.scenarios] == ["mixed-outcome", "reload-two-phases", "black-hole"]
    assert (first.trials, first.shard, first.baseline, first.remarks) == (3, "", "b.yaml", ("mind this",))
    assert whole.ms == 900
