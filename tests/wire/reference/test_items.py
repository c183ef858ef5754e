"""The items of a job, chosen by their state, each failure with its cause."""

from harness.core.words import RunKey
from harness.wire.canaries import PROBLEM
from harness.wire.reference.wire import ReferenceWire
from tests.wire.support import document, read, submitted

BACKEND = submitted()
ENDED_MS = int(BACKEND.truth.ended_at(RunKey("publish", 1)))


def test_the_failed_items_are_those_of_the_truth_with_their_causes() -> None:
    told = document(read(BACKEND, "/api/jobs/publish/items?state=failed", ENDED_MS))
    truth = [event for event in BACKEND.truth.events if event.kind == "item.failed" and event.job == "publish"]
    assert told["total"] == len(told["items"]) == 3
    assert {item["id"] for item in told["items"]} == {event.data["item"] for event in truth}
    cause = next(item["cause"] for item in told["items"] if item["cause"]["class"] == "permission")
    assert (cause["title"], cause["retryable"]) == ("No permission", False)
    assert cause["remedy"].startswith("Ask an administrator")


def test_canaries_stand_only_in_the_technical_fields_of_a_cause() -> None:
    told = document(read(BACKEND, "/api/jobs/publish/items", ENDED_MS))
    causes = [item["cause"] for item in told["items"] if item["cause"]]
    assert causes
    for cause in causes:
        assert {cause.pop(place) for place in PROBLEM} <= set(ReferenceWire().canaries)
    assert set(told.pop("diagnostics").values()) <= set(ReferenceWire().canaries)
    assert "canary" not in str(told)


def test_items_that_went_well_have_no_cause() -> None:
    told = document(read(BACKEND, "/api/jobs/publish/items?state=succeeded", ENDED_MS))
    assert told["total"] == 20
    assert {item["cause"] for item in told["items"]} == {None}


def test_a_state_that_does_not_exist_is_refused_with_those_that_do() -> None:
    answer = read(BACKEND, "/api/jobs/publish/items?state=lost", ENDED_MS)
    assert answer.status == 400
    assert "failed" in document(answer)["states"]


def test_what_happens_to_other_items_does_not_end_an_answer() -> None:
    first = next(event for event in BACKEND.truth.events if event.kind == "item.failed" and event.job == "publish")
    answer = read(BACKEND, "/api/jobs/publish/items?state=failed", 3_000)
    assert document(answer)["total"] == 0
    assert answer.valid_until_ms == first.at_ms
