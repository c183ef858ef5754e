"""What a trial leaves in the report: in real time its frames, and Playwright's trace where something was found."""

import asyncio
from dataclasses import replace
from pathlib import Path
from zipfile import ZipFile

import pytest

from harness.core.errors import HarnessTrouble
from harness.drive.camera import Camera
from harness.drive.keeper import Keeper
from harness.engine.keep import Keep, filming, leave
from harness.engine.prepare import Prepared, prepare
from harness.engine.run_trial import failed, run_trial
from harness.engine.spec import REAL, TrialSpec
from harness.trace.result import TrialResult

SPEC = TrialSpec(scenario="not-allowed")


def real() -> Prepared:
    return prepare(replace(SPEC, time=REAL, speed=20))


@pytest.mark.parametrize("prepared", [prepare(SPEC), real()])
def test_without_a_folder_nothing_is_filmed(prepared: Prepared) -> None:
    with filming(prepared, Keep(traces=True)) as seen:
        assert seen == Camera()


def test_what_is_filmed_is_what_is_kept(tmp_path: Path) -> None:
    with filming(prepare(SPEC), Keep(folder=tmp_path, traces=True)) as seen:
        assert seen == Camera(), "virtual time can be had again"
    with filming(real(), Keep(folder=tmp_path, pictures=False)) as seen:
        assert seen == Camera()
    with filming(real(), Keep(folder=tmp_path, traces=True)) as seen:
        assert seen.film is not None
        assert seen.trace == tmp_path / "traces" / f"{real().id}.zip"


@pytest.mark.browser
@pytest.mark.proxy
@pytest.mark.slow
def test_a_trial_in_real_time_has_pictures_and_one_with_a_finding_a_trace(tmp_path: Path) -> None:
    async def play(spec: TrialSpec) -> TrialResult:
        async with Keeper() as keeper:
            return await run_trial(prepare(spec), keeper, Keep(folder=tmp_path, traces=True))

    spec = TrialSpec(scenario="mixed-outcome", defect="worst-item-names-job", time=REAL, speed=20)
    found = asyncio.run(play(spec))
    assert found.error is None
    assert [one.law for one in found.findings] != []
    assert found.traced is not None
    with ZipFile(tmp_path / found.traced) as held:
        assert "trace.trace" in held.namelist()
    kinds = [picture.kind for picture in found.pictures]
    assert {"finding", "before", "after", "state", "end"} <= set(kinds)
    assert {Path(picture.file).suffix for picture in found.pictures} == {".jpg"}
    assert len({picture.file for picture in found.pictures}) > 3
    assert all((tmp_path / picture.file).is_file() for picture in found.pictures)


def test_of_a_trial_that_could_not_be_judged_no_trace_is_left(tmp_path: Path) -> None:
    def die() -> None:
        with filming(real(), Keep(folder=tmp_path, traces=True)) as seen:
            assert seen.trace is not None
            seen.trace.touch()
            raise HarnessTrouble("the browser died in the middle of the trial")

    with pytest.raises(HarnessTrouble):
        die()
    assert list((tmp_path / "traces").iterdir()) == []


def test_without_a_finding_the_trace_is_not_kept(tmp_path: Path) -> None:
    trace = tmp_path / "traces" / "one.zip"
    trace.parent.mkdir()
    trace.touch()
    prepared, seen = real(), Camera(trace=trace)
    passed = replace(failed(prepared, ""), exit=0, error=None)
    keep = Keep(folder=tmp_path, pictures=False)
    stored = Stored()

    async def left(result: TrialResult) -> TrialResult:
        return await leave(prepared, None, keep, stored, result, seen)  # type: ignore[arg-type]

    assert asyncio.run(left(replace(passed, exit=1))).traced == "traces/one.zip"
    assert asyncio.run(left(passed)).traced is None
    assert not trace.exists()


class Stored:
    """A trial of which nothing was recorded."""

    def records(self) -> tuple[()]:
        """None."""
        return ()
