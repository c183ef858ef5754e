"""A target file is proposed from what was seen: from recorded pages, and from back ends of odd shapes."""

from pathlib import Path
from typing import Any

import pytest

from harness.proposal.har import read
from harness.proposal.propose import NothingSeen, propose
from tests.proposal.given import PAGE, proposed, said, streamed, target, watched

HARS = sorted((Path(__file__).parent / "hars").glob("*.har"))
RUNS = [{"id": 7, "status": status, "n": n, "of": 9} for status, n in (("pending", 0), ("busy", 4), ("done", 9))]


def polled(answers: list[Any], path: str = "/jobs/7", every_ms: int = 2_000) -> list[Any]:
    """The answers to a page that asks again and again."""
    return [said(3 + every_ms * index, f"GET {path}", answer) for index, answer in enumerate(answers)]


def routes(told: Any) -> Any:
    return told["wire"]["routes"]


@pytest.mark.parametrize("har", HARS, ids=[har.stem for har in HARS])
def test_what_is_proposed_for_a_recorded_page(har: Path) -> None:
    proposal = propose(read(har.read_text(encoding="utf-8"), PAGE))
    target(proposal)
    golden = har.with_suffix(".yaml").read_text(encoding="utf-8")
    assert proposal.text == golden, f"if it is as good, write {har.stem}.yaml anew: python -m tests.proposal.goldens"


def test_a_page_that_polls() -> None:
    start = said(2, "POST /jobs", {"id": 7}, body={"kind": "publish", "rows": 9}, status=202)
    told, proposal = proposed(start, *polled(RUNS), press="Publish 9 items", address="/?job=7")
    assert (told["url"], told["refresh"], told["shows"]) == ("http://127.0.0.1:8000", "2s", ["publish"])
    assert told["pages"] == {"job": "/?job={job}"}
    assert told["controls"] == {"submit": {"role": "button", "name": r"^Publish \d+ items$"}}
    states = told["wire"]["states"]
    assert (states["queued"], states["running"], states["succeeded"]) == ("pending", "busy", "done")
    assert routes(told) == {
        "POST /jobs": {
            "do": "submit",
            "kind": "{body.kind}",
            "items": "{body.rows}",
            "status": 202,
            "answer": {"id": "{job.id}"},
        },
        "GET /jobs/{job}": {
            "answer": {"id": "{job.id}", "status": "{job.state}", "n": "{job.processed}", "of": "{job.total}"}
        },
    }
    assert proposal.found == ("POST /jobs (submit)", "GET /jobs/{job}")
    assert "a cancellation; write a route with do: cancel, if there is one" in proposal.missing
    assert all(f"# - {one}\n" in proposal.text for one in proposal.missing)


@pytest.mark.parametrize("id", [1, 3, 7, 9])
def test_an_id_that_might_be_a_count(id: int) -> None:
    rows = [{"line": line, "sku": f"A{line}"} for line in range(1, 10)]
    answers = [
        {"status": status, "id": id, "done": n, "total": 9, "failed": bad, "rows": rows[:n], "note": f"{n} of 9 rows"}
        for status, n, bad in (("pending", 0, 0), ("busy", 3, 1), ("busy", 7, 3), ("done", 9, 3))
    ]
    start = said(2, "POST /imports", {"done": 0, "total": 9, "id": id}, body={"kind": "import", "rows": 9})
    told, _ = proposed(start, *polled(answers, f"/imports/{id}"), address=f"/?page={id}&import={id}")
    assert told["pages"] == {"job": f"/?page={id}&import={{job}}"}
    assert routes(told)["POST /imports"]["answer"] == {
        "done": "{job.processed}",
        "total": "{job.total}",
        "id": "{job.id}",
    }
    assert routes(told)["GET /imports/{job}"] == {
        "answer": {
            "status": "{job.state}",
            "id": "{job.id}",
            "done": "{job.processed}",
            "total": "{job.total}",
            "failed": "{job.failed}",
            "rows": {"each": "items", "as": {"line": "{item.number}", "sku": "{item.name}"}},
            "note": "{job.processed} of {job.total} rows",
        }
    }


def test_the_id_is_what_addresses_name_and_not_what_answers_repeat() -> None:
    start = said(2, "POST /imports", {"rows": 9, "key": 1, "number": 3})
    moments = (("running", 1), ("running", 5), ("done", 9))
    answers = [{"key": 1, "state": state, "n": n, "of": 9} for state, n in moments]
    told, proposal = proposed(said(0, "GET /config", {"every": 3}), start, *polled(answers, "/imports/3"))
    assert list(routes(told)) == ["POST /imports", "GET /imports/{job}"]
    assert routes(told)["POST /imports"]["answer"] == {"rows": "{job.total}", "key": 1, "number": "{job.id}"}
    assert "GET /config (left to the server)" in proposal.found


def test_a_job_that_is_cancelled_and_done_again() -> None:
    told, proposal = proposed(
        said(2, "POST /import", {"task": "a1"}, body="file=x"),
        *polled([{"state": "RUNNING", "done": n, "total": 9} for n in (1, 3)], "/import/a1"),
        said(9_000, "POST /import/a1/cancel", {"ok": True}),
        said(9_500, "GET /import/a1", {"state": "CANCELLED", "done": 4, "total": 9}),
        said(9_900, "POST /import/a1/retry", {"ok": True}),
    )
    assert told["wire"]["states"]["cancelled"] == "CANCELLED"
    assert routes(told)["POST /import/{job}/cancel"]["do"] == "cancel"
    assert routes(told)["POST /import/{job}/retry"]["do"] == "retry-failed"
    assert not [one for one in proposal.missing if "cancellation" in one or "a retry" in one]


def test_one_address_for_everything() -> None:
    told, _ = proposed(
        said(2, "POST /rpc", {"job": "j9"}, body={"method": "start", "kind": "sync"}),
        *(
            said(at, "POST /rpc", one, body={"method": "status", "job": "j9"})
            for at, one in zip((9, 19, 29), RUNS, strict=True)
        ),
    )
    start, status = routes(told)["POST /rpc"]
    assert (start["when"], start["do"]) == ({"body.method": "start"}, "submit")
    assert (status["when"], status["job"]) == ({"body.method": "status"}, "{body.job}")


def test_the_query_may_say_what_is_asked_for() -> None:
    told, _ = proposed(
        said(2, "POST /api.php?action=start", {"id": 7}),
        *polled(RUNS, "/api.php?action=status&id=7&_=123"),
    )
    assert list(routes(told)) == ["POST /api.php?action=start", "GET /api.php?action=status&id={job}"]


def test_a_back_end_that_knows_one_job_at_a_time() -> None:
    answers = [{"state": "running", "done": n, "total": 9} for n in (1, 5, 9)]
    told, _ = proposed(said(2, "POST /start", {"ok": True}), *polled(answers, "/status"))
    assert routes(told)["GET /status"]["job"] == "newest"


def test_a_list_of_jobs() -> None:
    lists = [
        {"tasks": [{"key": "j1", "state": "done", "n": 3, "of": 3}, {"key": "j2", **one}]}
        for one in (
            {"state": "running", "n": 1, "of": 9},
            {"state": "running", "n": 6, "of": 9},
            {"state": "done", "n": 9, "of": 9},
        )
    ]
    told, _ = proposed(said(2, "POST /tasks", {"key": "j2"}), *polled(lists, "/tasks"))
    each = routes(told)["GET /tasks"]["answer"]["tasks"]
    assert (each["each"], each["as"]) == (
        "jobs", {"key": "{job.id}", "state": "{job.state}", "n": "{job.processed}", "of": "{job.total}"}
    )  # fmt: skip


def test_sentences_with_numbers_in_them() -> None:
    said_so = [{"message": f"Imported {n} of 9 rows, {n // 3} failed"} for n in (1, 4, 9)]
    told, _ = proposed(said(2, "POST /jobs", {"id": 7}), *polled(said_so))
    assert routes(told)["GET /jobs/{job}"]["answer"]["message"] == (
        "Imported {job.succeeded} of {job.total} rows, {job.failed} failed"
    )


def test_an_end_that_is_told_in_another_shape() -> None:
    answers = [{"state": "running", "at": {"n": n, "of": 9}} for n in (1, 4, 8)] + [{"state": "done", "file": "/x.csv"}]
    told, _ = proposed(said(2, "POST /jobs", {"id": 7}), *polled(answers))
    ended, usual = routes(told)["GET /jobs/{job}"]
    assert (ended["when"], ended["answer"]) == ({"job.ended": True}, {"state": "{job.state}", "file": "/x.csv"})
    assert usual["answer"]["at"] == {"n": "{job.processed}", "of": "{job.total}"}


def test_items_causes_and_phases() -> None:
    def answer(n: int) -> dict[str, Any]:
        rows = [{"line": 1, "sku": "A", "result": "ok"}, {"line": 2, "sku": "B", "result": "failed"}][:n]
        problems = [{"reason": "No id", "count": 1}] if n > 1 else []
        steps = [{"title": "Read", "status": "done"}, {"title": "Write", "status": "running" if n < 2 else "done"}]
        return {
            "status": "running" if n < 2 else "done",
            "done": n,
            "total": 2,
            "rows": rows,
            "problems": problems,
            "steps": steps,
        }

    told, _ = proposed(said(2, "POST /jobs", {"id": 7}), *polled([answer(n) for n in (0, 1, 2)]))
    shown = routes(told)["GET /jobs/{job}"]["answer"]
    assert shown["rows"] == {
        "each": "items",
        "as": {"line": "{item.number}", "sku": "{item.name}", "result": "{item.state}"},
    }
    assert shown["problems"]["as"] == {"reason": "{cause.title}", "count": "{cause.count}"}
    assert shown["steps"] == {"each": "phases", "as": {"title": "{phase.title}", "status": "{phase.state}"}}


def test_fragments_of_html() -> None:
    bars = [f"<p>{n} of 9 rows</p>" for n in (1, 4, 9)]
    told, proposal = proposed(said(2, "POST /jobs", {"id": 7}), *polled(bars))
    assert routes(told)["GET /jobs/{job}"] == {"html": "<p>{job.processed} of {job.total} rows</p>"}
    assert "a word for the state of the job; write states:, and {job.state} where yours says it" in proposal.missing


def test_a_stream_of_one_job() -> None:
    told, _ = proposed(
        said(2, "POST /jobs", {"id": 7}),
        streamed(9, "/jobs/7/events", *((None, one) for one in RUNS), ("end", {})),
    )
    first, last = routes(told)["GET /jobs/{job}/events"]["stream"]["messages"]
    assert first["data"]["n"] == "{job.processed}"
    assert (last["event"], last["when"], last["close"]) == ("end", {"job.ended": True}, True)
    assert told["refresh"] == "push"


def test_a_stream_of_all_jobs_and_of_words() -> None:
    told, _ = proposed(
        said(2, "POST /jobs", {"id": 7}),
        streamed(9, "/events", *(("job", one) for one in RUNS), *(("log", f"{n} rows read") for n in (3, 6, 9))),
    )
    job, log = routes(told)["GET /events"]["stream"]["messages"]
    assert (job["each"], job["data"]["id"]) == ("jobs", "{job.id}")
    assert log["text"] == "{job.processed} rows read"


def test_errors_as_they_were_answered() -> None:
    told, proposal = proposed(
        said(1, "POST /jobs", {"status": 409, "code": "busy", "detail": "Another one runs"}, status=409),
        said(2, "POST /jobs", {"id": 7}),
        said(3, "GET /jobs/7", {"detail": "Not found"}, status=404),
        *polled(RUNS),
    )
    assert told["wire"]["refused"] == {
        "answer": {"status": "{refusal.status}", "code": "{refusal.code}", "detail": "{refusal.reason}"}
    }
    assert told["wire"]["unknown"] == {"status": 404, "answer": {"detail": "Not found"}}
    assert not [one for one in proposal.missing if "refuses" in one]


def test_a_back_end_at_another_address() -> None:
    api = "http://127.0.0.1:5000"
    told, _ = proposed(
        said(2, "POST /jobs", {"id": 7}, origin=api),
        *(said(9 + 2_000 * n, "GET /jobs/7", one, origin=api) for n, one in enumerate(RUNS)),
    )
    assert (told["url"], told["wire"]["origin"]) == ("http://127.0.0.1:8000", api)


def test_what_has_nothing_to_do_with_the_job_is_left_to_the_server() -> None:
    _, proposal = proposed(
        said(0, "GET /config", {"every": 2}), said(2, "POST /jobs", {"id": 7}), said(5, "POST /log", {}), *polled(RUNS)
    )
    assert "GET /config (left to the server)" in proposal.found
    assert "POST /log (left to the server)" in proposal.found


def test_what_follows_nothing_is_told_as_it_was_and_said() -> None:
    answers = [{**one, "temperature": degrees} for one, degrees in zip(RUNS, (20.5, 3.25, 11.0), strict=True)]
    told, proposal = proposed(said(2, "POST /jobs", {"id": 7}), *polled(answers))
    assert routes(told)["GET /jobs/{job}"]["answer"]["temperature"] == 11.0
    assert "what temperature of GET /jobs/{job} follows" in proposal.missing


def test_a_job_whose_start_and_end_were_not_seen() -> None:
    _, proposal = proposed(*polled(RUNS[:2]), address="/jobs")
    assert "the request that starts a job; write one with do: submit" in proposal.missing
    assert "the end of the job: it was still under way; watch one to its end" in proposal.missing
    assert "how often the page asks again; write refresh: and the interval" in proposal.missing


def test_the_page_is_read_and_what_is_not_understood_is_said() -> None:
    _, proposal = proposed(
        said(2, "POST /jobs", {"id": 7}), *polled(RUNS), said=("Publishing: 4 of 9 items processed", "Blorp 4 / 9 zing")
    )
    assert [one for one in proposal.missing if "means by" in one] == ['what the page means by "Blorp 4 / 9 zing"']


def test_where_nothing_was_asked_for_there_is_nothing_to_propose() -> None:
    with pytest.raises(NothingSeen, match="press the button that starts a job, and wait for its end"):
        propose(watched())
