"""Files of an import: what is in them is told before anything is started, and is what the job then takes."""

import json
from typing import Any

import pytest

from harness.core.words import RunKey
from harness.drive.backend import SimulatedBackend
from harness.scenario.world import World
from harness.wire import problems
from harness.wire.base import Response
from harness.wire.reference.make_imports import FILES, manifest
from tests.wire.support import a_backend, document, post, read, upload

MANIFEST = manifest()


def text(name: str) -> str:
    """A file as a page's request carries it."""
    return FILES[name]().data.decode("utf-8", errors="replace")


def why(answer: Response) -> str:
    return str(document(answer)["type"]).rsplit("/", 1)[-1]


def order(**more: Any) -> str:
    return json.dumps({"kind": "import", **more})


@pytest.mark.parametrize("name", FILES)
def test_each_file_that_ships_is_told_as_its_manifest_says(name: str) -> None:
    answer, told = upload(a_backend(), text(name)), MANIFEST[name]
    if told["cause"]:
        assert (answer.status, why(answer)) == (422, "file-unreadable")
        return
    shown = document(answer)
    assert (answer.status, shown["rows"], shown["good"]) == (201, told["rows"], told["rows"] - len(told["failed"]))
    assert {one["cause"]: one["count"] for one in shown["problems"]} == told["outcomes"]["failed"]
    named = {row: one["cause"] for one in shown["problems"] for row in one["rows"]}
    assert {str(row): cause for row, cause in named.items()} == told["failed"]


def test_what_was_found_is_told_with_what_mends_it() -> None:
    told = document(upload(a_backend(), text("missing-id.csv")))
    assert (told["id"], told["name"]) == ("upload-1", "a b.csv")
    assert told["problems"][0] == {
        "cause": "missing-id",
        "title": "Missing ID",
        "class": "user-data",
        "retryable": False,
        "remedy": "Give each item a unique ID, then try again.",
        "count": 3,
        "rows": [2, 5, 9],
    }


def test_of_many_rows_with_one_trouble_the_first_are_named() -> None:
    header, *_ = text("good.csv").splitlines()
    told = document(upload(a_backend(), "\n".join([header, *(",lamp,1,EUR,Lamps," for _ in range(500))])))
    (problem,) = told["problems"]
    assert (problem["count"], problem["rows"]) == (500, list(range(1, 21)))


@pytest.mark.parametrize(
    ("name", "pointer"), [("empty.csv", ""), ("semicolons.csv", "#row=1"), ("utf-16.csv", "#row=1")]
)
def test_where_a_file_cannot_be_read_is_pointed_at(name: str, pointer: str) -> None:
    (error,) = document(upload(a_backend(), text(name)))["errors"]
    assert error["pointer"] == pointer
    assert error["detail"] in problems.canaries()
    assert error["title"].startswith("It")


def test_a_form_carries_the_same_file() -> None:
    lines = ["--x", 'Content-Disposition: form-data; name="more"', "", "1", "--x"]
    lines += ['Content-Disposition: form-data; name="file"; filename="goods.csv"', "Content-Type: text/csv", ""]
    form = "\r\n".join([*lines, text("lines-in-cells.csv"), "--x--", ""])
    told = document(upload(a_backend(), form, content_type="multipart/form-data; boundary=x"))
    assert (told["name"], told["rows"], told["problems"]) == ("goods.csv", 12, [])


def test_a_form_without_a_file_is_an_empty_one() -> None:
    answer = upload(a_backend(), "--x--\r\n", content_type="multipart/form-data; boundary=x")
    assert (answer.status, why(answer)) == (422, "file-unreadable")


def test_a_file_can_be_looked_at_again_from_when_it_was_sent_on() -> None:
    backend = a_backend()
    sent = upload(backend, text("good.csv"), 5_000)
    assert sent.headers["location"] == "/api/uploads/upload-1"
    assert read(backend, "/api/uploads/upload-1", 5_000).body == sent.body
    for path, at_ms in (("/api/uploads/upload-1", 4_999), ("/api/uploads/upload-2", 9_000)):
        assert why(read(backend, path, at_ms)) == "unknown-upload"


def test_sent_again_with_its_key_it_is_the_same_file() -> None:
    backend = a_backend()
    sent = [upload(backend, text("good.csv"), at_ms) for at_ms in (1_000, 2_000)]
    assert [document(one)["id"] for one in sent] == ["upload-1", "upload-1"]
    assert document(upload(backend, text("good.csv"), 3_000, key="u2"))["id"] == "upload-2"
    assert why(upload(backend, text("empty.csv"), 4_000)) == "idempotency-key-reused"
    assert why(upload(backend, text("good.csv"), 5_000, key=None)) == "idempotency-key-missing"


def test_an_import_of_a_file_takes_its_rows_and_finds_the_troubles_that_were_told() -> None:
    backend = SimulatedBackend(World(), 7)
    upload(backend, text("missing-id.csv"))
    answer = post(backend, 2_000, body=order(upload="upload-1"))
    assert (answer.status, document(answer)["title"]) == (202, "Import 12 items")
    backend.reach(600_000)
    view = backend.truth.job("import", 600_000)
    assert view is not None
    assert {one.cause: one.count for one in view.causes} == MANIFEST["missing-id.csv"]["outcomes"]["failed"]
    failed = {item.id: item.cause for item in backend.truth.items(RunKey("import", 1), 600_000) if item.cause}
    assert failed == {f"item-{int(row):03d}": cause for row, cause in MANIFEST["missing-id.csv"]["failed"].items()}


def test_the_scenario_s_own_import_takes_the_file_too() -> None:
    job = {"id": "bring-in", "kind": "import", "items": 300, "outcomes": {"failed": {"duplicate-id": 4}}}
    backend = SimulatedBackend(World.model_validate({"jobs": [job]}), 7)
    upload(backend, text("good.csv"))
    told = document(post(backend, 2_000, body=order(upload="upload-1", items=3)))
    assert (told["id"], told["counts"]["total"]) == ("bring-in", 60)
    backend.reach(600_000)
    assert backend.truth.outcome(RunKey("bring-in", 1)) == "succeeded"


@pytest.mark.parametrize(
    ("body", "status", "problem"),
    [
        (order(upload="upload-9"), 422, "file-gone"),
        (order(upload="upload-1"), 422, "file-without-rows"),
        (order(upload=1), 400, "bad-request"),
        ('{"kind":"publish","upload":"upload-1"}', 400, "bad-request"),
    ],
)
def test_a_file_that_does_not_do_starts_nothing(body: str, status: int, problem: str) -> None:
    backend = SimulatedBackend(World(), 7)
    assert upload(backend, text("header-only.csv")).status == 201
    answer = post(backend, 2_000, body=body)
    assert (answer.status, why(answer)) == (status, problem)
    assert backend.truth.runs() == ()
