"""The seller's catalogue follows the truth: what is published is shown as published."""

from harness.core.words import RunKey
from tests.wire.support import END_MS, document, read, submitted

BACKEND = submitted()


def test_before_anything_is_published_200_of_300_goods_wait() -> None:
    told = document(read(BACKEND, "/api/catalogue", 0))
    assert (told["total"], told["unpublished"], len(told["items"])) == (300, 200, 300)
    assert set(told["items"][0]) == {"sku", "name", "price", "category", "published"}


def test_an_item_is_published_from_the_moment_that_it_succeeded() -> None:
    event = next(one for one in BACKEND.truth.events if one.kind == "item.succeeded" and one.job == "publish")

    def published(at_ms: int) -> bool:
        items = document(read(BACKEND, "/api/catalogue", at_ms))["items"]
        return bool(next(item for item in items if item["name"] == event.data["name"])["published"])

    assert [published(event.at_ms - 1), published(event.at_ms)] == [False, True]


def test_in_the_end_what_failed_or_was_skipped_still_waits() -> None:
    succeeded = 20
    assert document(read(BACKEND, "/api/catalogue", END_MS))["unpublished"] == 200 - succeeded


def test_an_import_publishes_nothing() -> None:
    ended_ms = int(BACKEND.truth.ended_at(RunKey("import", 1)))
    told = document(read(submitted(ended_ms), "/api/catalogue", ended_ms))
    published = [one for one in BACKEND.truth.events if one.kind == "item.succeeded" and one.at_ms <= ended_ms]
    assert told["unpublished"] == 200 - len([one for one in published if one.job == "publish"])
    assert any(one.job == "import" for one in published)
