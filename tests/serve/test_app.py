"""One application answers for every trial by its host name: with its wire, its files and its faults."""

import asyncio

import pytest

from harness.network.faults import Http, LostResponse
from harness.serve.app import NO_SUCH_HOST
from harness.serve.stage import Stage
from harness.wire.base import Frame, Response, Stream, WireRequest
from tests.serve.hosting import Got, Wire, ask, serving, staged, text


def asked(stage: Stage, path: str, **more: str) -> Got:
    """One request to a server that stands for this alone."""

    async def once() -> Got:
        async with serving(stage) as port:
            return await ask(port, path, **more)

    return asyncio.run(once())


def test_the_wire_answers_what_it_claims_and_sees_the_request_as_it_came() -> None:
    wire = Wire(lambda request: text(f"{request.method} {request.path}"))
    stage = staged(wire)
    got = asked(stage, "/api/jobs?state=failed", **{"X-Meanwhile-Tab": "2", "Idempotency-Key": "k"})
    assert (got.status, got.body) == (200, "GET /api/jobs?state=failed")
    [request] = wire.requests
    assert (request.tab, request.headers["idempotency-key"], request.at_ms) == (2, "k", stage.arrivals[0].at_ms)
    assert "x-meanwhile-tab" not in request.headers


def test_a_body_that_is_no_text_arrives_as_its_very_bytes() -> None:
    wire = Wire(lambda _: text("ok"))
    asked(staged(wire), "/api/uploads", method="POST", body="\udcff".encode("utf-8", "surrogateescape"))  # type: ignore[arg-type]
    assert wire.requests[0].body == "\udcff"


def test_each_answer_says_by_which_number_the_server_knows_the_request() -> None:
    stage = staged(Wire(lambda _: text("ok")), Http(at_ms=0, end_ms=None, status=503, match="/api/jobs", nth=2))

    async def thrice() -> list[Got]:
        async with serving(stage) as port:
            return [await ask(port, path) for path in ("/api/jobs", "/", "/api/jobs")]

    answers = asyncio.run(thrice())
    assert [one.status for one in answers] == [200, 200, 503]
    assert [one.headers.get("x-meanwhile-request") for one in answers] == ["1", None, "2"]


def test_who_asks_under_another_name_is_refused() -> None:
    assert asked(staged(Wire(lambda _: text("ok"))), "/api/jobs", host="evil.example").status == NO_SUCH_HOST


def test_files_of_the_page_can_be_kept_by_the_browser_and_documents_not() -> None:
    stage = staged(Wire(lambda _: text("ok")))
    file, document = asked(stage, "/"), asked(stage, "/", **{"Sec-Fetch-Dest": "document"})
    assert "max-age" in file.headers["cache-control"]
    assert "cache-control" not in document.headers
    assert asked(stage, "/nowhere.js").status == 404


def test_what_goes_wrong_in_the_wire_is_kept_for_the_trial_and_nobody_prints_it(
    capfd: pytest.CaptureFixture[str],
) -> None:
    def broken(_: WireRequest) -> Response:
        raise ValueError("no such column")

    stage = staged(Wire(broken))
    assert asked(stage, "/api/jobs").status == 500
    assert repr(stage.trouble) == "ValueError('no such column')"
    assert capfd.readouterr() == ("", "")


def test_the_second_matching_request_is_refused_and_the_wire_does_not_hear_of_it() -> None:
    wire = Wire(lambda _: text("ok"))
    stage = staged(wire, Http(at_ms=0, end_ms=None, status=503, match="/api/jobs", nth=2, retry_after_s=7))

    async def thrice() -> list[Got]:
        async with serving(stage) as port:
            return [await ask(port, "/api/jobs") for _ in range(3)]

    answers = asyncio.run(thrice())
    assert [one.status for one in answers] == [200, 503, 200]
    assert answers[1].headers["retry-after"] == "7"
    assert len(wire.requests) == 2
    assert [one.fault for one in stage.arrivals] == [None, "http", None]


def test_a_lost_answer_is_work_done_and_a_connection_that_breaks_at_the_end_of_the_fault() -> None:
    wire = Wire(lambda _: text("done"))
    stage = staged(wire, LostResponse(at_ms=0, end_ms=400, match="/api/jobs"))
    with pytest.raises(ConnectionError):
        asked(stage, "/api/jobs", method="POST", body="{}")
    assert [one.method for one in wire.requests] == ["POST"]
    assert stage.now_ms() >= 400


def test_a_stream_brings_each_message_and_ends_where_the_wire_closes_it() -> None:
    def opened(request: WireRequest) -> Stream:
        first = Frame(sent_ms=request.at_ms, id="1", data="first")
        return Stream(
            id=request.id, opened_ms=request.at_ms, frames=(first,), headers={"content-type": "text/event-stream"}
        )

    later = [Frame(sent_ms=200, id="2", event="news", data="second"), Frame(sent_ms=300, data="last", close=True)]
    stage = staged(Wire(opened, later))
    got = asked(stage, "/api/events")
    assert got.body == "id: 1\ndata: first\n\nid: 2\nevent: news\ndata: second\n\ndata: last\n\n"
    assert [(one.stream, one.event) for one in stage.sent] == [(1, None), (1, "news"), (1, None)]
    assert stage.sent[1].sent_ms >= 200
