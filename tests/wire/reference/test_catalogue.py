"""The seller's catalogue follows the truth: what is published is shown as published."""

import pytest

from harness.core.words import RunKey
from harness.drive.backend import SimulatedBackend
from harness.model.goods import item_name
from harness.scenario.world import Catalogue, World
from harness.wire.reference.catalogue import drafts_of, total_of
from tests.wire.support import END_MS, WORLD, document, read, submitted

BACKEND = submitted()


def world(**jobs: int) -> World:
    return World.model_validate({"jobs": [{"id": kind, "kind": kind, "items": items} for kind, items in jobs.items()]})


@pytest.mark.parametrize(
    ("jobs", "total", "drafts"),
    [
        ({}, 300, 200),
        ({"publish": 28}, 300, 28),
        ({"import": 60}, 60, 40),
        ({"import": 300, "publish": 200}, 300, 200),
        ({"import": 60, "publish": 90}, 90, 90),
    ],
)
def test_there_are_as_many_goods_as_the_persons_jobs_take(jobs: dict[str, int], total: int, drafts: int) -> None:
    assert (total_of(world(**jobs)), drafts_of(world(**jobs))) == (total, drafts)


def test_a_job_that_the_world_starts_does_not_set_the_number() -> None:
    assert total_of(WORLD) == 300


def test_before_anything_is_published_the_drafts_are_those_of_the_publish() -> None:
    told = document(read(BACKEND, "/api/catalogue", 0))
    assert (told["total"], told["unpublished"], len(told["items"])) == (300, 28, 300)
    assert [item["published"] for item in told["items"]] == [False] * 28 + [True] * 272
    assert set(told["items"][0]) == {"sku", "name", "price", "category", "published"}


def test_the_goods_are_those_that_the_world_chooses() -> None:
    backend = SimulatedBackend(WORLD.model_copy(update={"catalogue": Catalogue.HOSTILE}), 7)
    items = document(read(backend, "/api/catalogue", 0))["items"]
    assert [item["name"] for item in items] == [item_name(number, Catalogue.HOSTILE) for number in range(1, 301)]
    assert set(items[0]) == {"sku", "name", "price", "category", "currency", "image", "published"}


def test_an_item_is_published_from_the_moment_that_it_succeeded() -> None:
    event = next(one for one in BACKEND.truth.events if one.kind == "item.succeeded" and one.job == "publish")

    def published(at_ms: int) -> bool:
        items = document(read(BACKEND, "/api/catalogue", at_ms))["items"]
        return bool(next(item for item in items if item["name"] == event.data["name"])["published"])

    assert [published(event.at_ms - 1), published(event.at_ms)] == [False, True]


def test_in_the_end_what_failed_or_was_skipped_still_waits() -> None:
    succeeded = 20
    assert document(read(BACKEND, "/api/catalogue", END_MS))["unpublished"] == 28 - succeeded


def test_an_import_publishes_nothing() -> None:
    ended_ms = int(BACKEND.truth.ended_at(RunKey("import", 1)))
    told = document(read(submitted(ended_ms), "/api/catalogue", ended_ms))
    published = [one for one in BACKEND.truth.events if one.kind == "item.succeeded" and one.at_ms <= ended_ms]
    assert told["unpublished"] == 28 - len([one for one in published if one.job == "publish"])
    assert any(one.job == "import" for one in published)


def test_what_is_published_for_the_second_time_changes_nothing() -> None:
    backend = submitted()
    again = backend.submit(kind="publish", items=28, at_ms=100_000)
    backend.reach(2 * END_MS)
    events = [one for one in backend.truth.events if one.kind == "item.succeeded" and one.at_ms > 100_000]
    assert {one.job for one in events} == {again}
    names = {one.data["name"] for one in backend.truth.events if one.kind == "item.succeeded" and one.job == "publish"}
    known = next(one for one in events if one.data["name"] in names)
    fresh = next(one for one in events if one.at_ms > known.at_ms and one.data["name"] not in names)
    assert read(backend, "/api/catalogue", known.at_ms - 1).valid_until_ms == fresh.at_ms
