"""What a target file may leave out, and how its refresh interval is written."""

import pytest
from pydantic import ValidationError

from harness.scenario.world import JobKind
from harness.targets.file import TargetFile


def told(**more: object) -> TargetFile:
    return TargetFile.model_validate({"id": "mine", "title": "Mine", "serve": {"/": "page.html"}, **more})


@pytest.mark.parametrize(
    ("written", "read"),
    [
        ({}, {"sse": 0, "poll": 0}),
        ({"refresh": "push"}, {"sse": 0, "poll": 0}),
        ({"refresh": "500ms"}, {"sse": 500, "poll": 500}),
        ({"refresh": {"sse": "push", "poll": "2s"}}, {"sse": 0, "poll": 2_000}),
        ({"refresh": {"poll": "2s"}}, {"sse": 0, "poll": 2_000}),
    ],
)
def test_the_refresh_interval_is_one_for_all_or_one_for_each(written: dict[str, object], read: dict[str, int]) -> None:
    assert told(**written).refresh == read


def test_a_target_shows_every_kind_of_job_unless_it_says_otherwise() -> None:
    assert told().shows == tuple(JobKind)
    assert told(shows=["publish"]).shows == (JobKind.PUBLISH,)
    with pytest.raises(ValidationError):
        told(shows=[])


def test_what_a_target_file_does_not_know_is_refused() -> None:
    with pytest.raises(ValidationError):
        told(lens={"phrases": {"In line": "queued"}})
