"""The routes, streams and words of a proposal, where the whole of it is not needed to see them."""

from harness.proposal import streams, wires
from harness.proposal.calls import calls, find_job
from harness.proposal.guess import Guess
from harness.proposal.identity import Identity
from harness.proposal.kinds import find_kind
from harness.proposal.routes import route
from harness.proposal.seen import Seen, of_job, sort_out
from harness.proposal.watched import Exchange
from tests.proposal.given import said, streamed, watched
from tests.proposal.test_documents import plain

J7 = Identity(id="j7")
START = said(2, "POST /jobs", {"id": "j7", "n": 0}, headers={"location": "/jobs/j7"})
RUNS = [said(9 + n, "GET /jobs/j7", {"id": "j7", "n": n}, headers={"etag": "x"}) for n in (1, 4, 9)]


def seen(*exchanges: Exchange) -> Seen:
    one = watched(*exchanges)
    job = find_job(one)
    return sort_out(one, job, find_kind(job.start, None), calls(one, job))


def test_what_a_start_answers_is_read_with_what_is_asked_for_later() -> None:
    found = seen(START, *RUNS)
    start, read = found.calls
    assert plain(route(start, found)[0])["answer"] == {"id": "{job.id}", "n": "{job.processed}"}
    assert plain(route(start, found)[0])["headers"] == {"Location": "/jobs/{job.id}"}
    assert plain(route(read, found)[0])["etag"] is True


def test_a_stream_without_messages_says_what_to_do() -> None:
    found = seen(START, streamed(9, "/jobs/j7/events"))
    route(found.calls[1], found)
    assert "the messages of GET /jobs/{job}/events: the recording holds none; watch by hand instead" in found.missing


def test_messages_of_items_do_not_tell_the_state_of_the_job() -> None:
    stream = streamed(9, "/e/j7", ("row", {"sku": "A", "state": "failed"}), ("job", {"id": "j7", "n": 3}))
    found = seen(START, stream)
    assert [document for _, document in streams.documents(found.calls[1])] == [{"id": "j7", "n": 3}]
    assert len(streams.messages(found.calls[1])) == 2
    told = plain(streams.stream(found.calls[1], found.reader))
    assert told["messages"][0] == {
        "event": "row",
        "each": "items",
        "when": {"item.state": "failed"},
        "data": {"sku": "{item.name}", "state": "{item.state}"},
    }


def test_what_is_said_of_the_job_is_found_in_lists() -> None:
    assert of_job({"jobs": [{"id": "j6"}, {"id": "j7", "n": 1}]}, J7) == {"id": "j7", "n": 1}
    assert of_job({"id": "j7", "phases": [{"id": "j7"}]}, J7) == {"id": "j7", "phases": [{"id": "j7"}]}
    assert of_job({"x": 1}, J7) == {"x": 1}
    assert of_job([1], None) == [1]


def test_the_wire_says_its_words_first_then_its_routes_then_its_errors() -> None:
    found = seen(START, *RUNS)
    told = wires.wire(found)
    assert isinstance(told, Guess)
    assert list(told.value) == ["routes", "refused"]
    assert list(plain(told)["routes"]) == ["POST /jobs", "GET /jobs/{job}"]
