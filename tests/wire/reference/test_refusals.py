"""A start that the world refuses: why, for people; canaries, for the log; and no job."""

from typing import Any

import pytest

from harness.drive.backend import SimulatedBackend
from harness.scenario.world import Refusal
from harness.wire.reference.refusals import PROBLEMS
from harness.wire.reference.wire import ReferenceWire
from tests.wire.support import WORLD, document, post


def backend(**refusal: Any) -> SimulatedBackend:
    """Refuses starts of the first 5 s."""
    told = Refusal.model_validate({"for": "5s", **refusal})
    return SimulatedBackend(WORLD.model_copy(update={"refuse": (told,)}), 7)


def jobs(backend: SimulatedBackend) -> list[str]:
    return [key.job for key in backend.truth.runs() if key.job != "import"]


@pytest.mark.parametrize("status", [403, 409, 422, 429, 503])
def test_a_refused_start_says_why_and_starts_nothing(status: int) -> None:
    refusing = backend(status=status)
    answer = post(refusing, 2_000)
    told = document(answer)
    assert answer.status == told["status"] == status
    assert answer.headers["content-type"] == "application/problem+json"
    assert told["title"] == PROBLEMS[status].title
    assert {told["detail"], told["instance"]} <= set(ReferenceWire().canaries)
    refusing.reach(60_000)
    assert jobs(refusing) == []


@pytest.mark.parametrize(("retry_after", "header"), [("5s", "5"), ("1500ms", "2"), (None, None)])
def test_when_to_try_again_is_told_in_whole_seconds(retry_after: str | None, header: str | None) -> None:
    answer = post(backend(status=429, retry_after=retry_after), 2_000)
    assert answer.headers.get("retry-after") == header


@pytest.mark.parametrize("status", [429, 503])
def test_after_a_refusal_that_passes_the_key_is_free(status: int) -> None:
    refusing = backend(status=status)
    assert [post(refusing, at_ms).status for at_ms in (2_000, 4_999, 5_000)] == [status, status, 202]
    assert jobs(refusing) == ["publish"]


@pytest.mark.parametrize("status", [403, 409, 422])
def test_a_lasting_refusal_is_the_answer_for_its_key_and_another_key_is_another_start(status: int) -> None:
    refusing = backend(status=status)
    first = post(refusing, 2_000, key="a")
    again = post(refusing, 6_000, key="a")
    assert (again.status, again.body) == (status, first.body)
    assert post(refusing, 6_000, key="b").status == 202
    assert jobs(refusing) == ["publish"]


def test_an_answer_that_was_given_before_is_given_again_while_others_are_refused() -> None:
    refusing = backend(status=503, at="3s")
    assert [post(refusing, at_ms, key=key).status for at_ms, key in ((2_000, "a"), (4_000, "a"), (4_000, "b"))] == [
        202,
        202,
        503,
    ]
    assert jobs(refusing) == ["publish"]
