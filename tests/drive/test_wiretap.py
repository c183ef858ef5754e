"""What the browser says of its requests and what the server says of them become one record each."""

from typing import Any

from harness.drive.recording import Recording
from harness.drive.wiretap import Wiretap
from harness.network import profiles
from harness.network.faults import Blackhole, Fault, Http, Offline
from harness.network.schedule import Schedule
from harness.serve.stage import Arrival, Sent
from harness.trace.records import Message, Request

STARTED_MS = 1_000_000.0
"""the wall clock's; the browser's own monotonic clock is 500 s behind it"""

ANSWER = {"status": 200, "mimeType": "application/json", "headers": {"X-Meanwhile-Request": "1"}}


class Tape:
    """A tab's network log, told as the browser tells it."""

    def __init__(self) -> None:
        self.recording = Recording()
        self.tap = Wiretap(STARTED_MS, lambda path: path.startswith("/api/"), self.recording.take)

    def sent(
        self, id: str, at_ms: int, path: str = "/api/jobs", *, method: str = "GET", via: str = "Fetch", tab: int = 0
    ) -> None:
        request = {"url": f"http://t1.localhost:1{path}", "method": method, "headers": {"Idempotency-Key": "k"}}
        wall_s = (STARTED_MS + at_ms) / 1000
        told = {"requestId": id, "timestamp": wall_s - 500, "wallTime": wall_s, "request": request, "type": via}
        self.tap.heard(0, "requestWillBeSent", told)

    def told(self, name: str, id: str, at_ms: int, **more: Any) -> None:
        stamp = {"requestId": id, "timestamp": (STARTED_MS + at_ms) / 1000 - 500}
        self.tap.heard(0, name, {**stamp, **more})

    def answered(self, id: str, at_ms: int, mime: str = "application/json", status: int = 200) -> None:
        self.told("responseReceived", id, at_ms, response={"status": status, "mimeType": mime})

    def socket(self, id: str, at_ms: int | None, path: str = "/api/live") -> None:
        """Created; where it has a way to the server, it asks at that moment."""
        self.tap.heard(0, "webSocketCreated", {"requestId": id, "url": f"ws://t1.localhost:1{path}"})
        if at_ms is not None:
            wall = {"wallTime": (STARTED_MS + at_ms) / 1000, "request": {"headers": {}}}
            self.told("webSocketWillSendHandshakeRequest", id, at_ms, **wall)

    def opened(self, id: str, at_ms: int, **headers: str) -> None:
        self.told("webSocketHandshakeResponseReceived", id, at_ms, response={"status": 101, "headers": headers})

    def finish(self, *arrivals: Arrival, sent: tuple[Sent, ...] = (), faults: tuple[Fault, ...] = ()) -> None:
        self.tap.finish(arrivals, sent, Schedule.over(profiles.profile("ideal"), faults), 60_000)

    @property
    def requests(self) -> list[Request]:
        return [one for one in self.recording.records() if isinstance(one, Request)]

    @property
    def messages(self) -> list[Message]:
        return [one for one in self.recording.records() if isinstance(one, Message)]


def arrival(id: int, at_ms: int, path: str = "/api/jobs", *, fault: str | None = None) -> Arrival:
    return Arrival(id=id, tab=0, method="GET", path=path, at_ms=at_ms, fault=fault)


def test_a_request_has_its_moments_from_both_sides() -> None:
    tape = Tape()
    tape.sent("a", 100, "/api/jobs?state=failed")
    tape.answered("a", 190)
    tape.told("loadingFinished", "a", 200)
    tape.finish(arrival(1, 150, "/api/jobs?state=failed"))
    [one] = tape.requests
    assert (one.sent_ms, one.arrived_ms, one.answered_ms, one.status, one.fault) == (100, 150, 200, 200, None)
    assert (one.path, one.via, one.idempotency_key) == ("/api/jobs?state=failed", "fetch", "k")


def test_what_is_none_of_the_wires_is_not_told() -> None:
    tape = Tape()
    tape.sent("a", 100, "/app.js", via="Script")
    tape.answered("a", 190)
    tape.finish()
    assert tape.requests == []


def test_equal_requests_arrive_in_the_order_in_which_they_were_sent() -> None:
    tape = Tape()
    for id, at_ms in (("a", 100), ("b", 110)):
        tape.sent(id, at_ms)
    first, second = arrival(1, 150), arrival(2, 155)
    tape.finish(first, second)
    assert [one.arrived_ms for one in tape.requests] == [150, 155]
    assert [tape.tap.request_of(one) for one in (first, second)] == ["1", "2"]


def test_what_was_answered_is_known_by_its_number_however_late_the_browser_told_of_it() -> None:
    tape = Tape()
    tape.socket("old", 1_200)
    tape.opened("old", 1_210, **{"X-Meanwhile-Request": "1"})
    tape.socket("new", 5_000)
    tape.opened("new", 5_060, **{"X-Meanwhile-Request": "2"})
    tape.told("webSocketFrameReceived", "new", 6_000, response={"opcode": 1})
    arrivals = (arrival(1, 1_100, "/api/live"), arrival(2, 5_050, "/api/live"))
    tape.finish(*arrivals, sent=(Sent(1, 1_300, None, 20), Sent(2, 5_900, None, 20)))
    assert [one.arrived_ms for one in tape.requests] == [1_200, 5_050]
    assert [(one.stream, one.sent_ms, one.delivered_ms) for one in tape.messages] == [
        ("1", 1_300, None),
        ("2", 5_900, 6_000),
    ]


def test_an_answer_out_of_the_cache_has_the_number_of_another_request() -> None:
    tape = Tape()
    tape.sent("a", 100)
    tape.told("responseReceived", "a", 190, response=ANSWER)
    tape.sent("b", 300)
    tape.told("responseReceived", "b", 310, response={**ANSWER, "fromDiskCache": True})
    tape.finish(arrival(1, 150))
    assert [one.arrived_ms for one in tape.requests] == [150, None]


def test_one_that_was_given_up_before_is_not_taken_for_one_that_arrived_later() -> None:
    tape = Tape()
    tape.sent("a", 100)
    tape.told("loadingFailed", "a", 1_000, canceled=True)
    tape.sent("b", 2_000)
    tape.finish(arrival(1, 2_050))
    assert [(one.arrived_ms, one.fault) for one in tape.requests] == [(None, "aborted"), (2_050, None)]


def test_a_request_that_breaks_is_laid_to_the_fault_of_that_time() -> None:
    tape = Tape()
    tape.sent("a", 1_100)
    tape.told("loadingFailed", "a", 1_110, canceled=False)
    tape.sent("b", 5_000)
    tape.told("loadingFailed", "b", 9_005, canceled=False)
    tape.sent("c", 20_000)
    tape.finish(
        arrival(1, 20_010, fault="http"),
        faults=(Offline(at_ms=1_000, end_ms=2_000), Blackhole(at_ms=4_000, end_ms=9_000)),
    )
    assert [one.fault for one in tape.requests] == ["offline", "blackhole", "http"]


def test_a_stream_is_answered_by_its_head_and_its_messages_come_in_order() -> None:
    tape = Tape()
    tape.sent("s", 100, "/api/events", via="EventSource")
    tape.answered("s", 200, "text/event-stream")
    for at_ms in (300, 400):
        tape.told("eventSourceMessageReceived", "s", at_ms)
    sent = tuple(Sent(1, at_ms, "news", 20) for at_ms in (290, 390, 490))
    tape.finish(arrival(1, 150, "/api/events"), sent=sent)
    assert (tape.requests[0].answered_ms, tape.requests[0].via) == (200, "eventsource")
    assert [(one.sent_ms, one.delivered_ms) for one in tape.messages] == [(290, 300), (390, 400), (490, None)]


def test_the_person_is_known_to_have_asked_while_the_trial_goes_on() -> None:
    tape = Tape()
    tape.sent("a", 100, method="POST")
    assert tape.recording.wrote(0, 50)
    assert not tape.recording.wrote(0, 150)


def test_a_socket_is_a_request_and_its_messages_come_in_order() -> None:
    tape = Tape()
    tape.socket("w", 100)
    tape.opened("w", 200)
    for at_ms, opcode in ((300, 1), (350, 9), (400, 2)):
        tape.told("webSocketFrameReceived", "w", at_ms, response={"opcode": opcode})
    sent = tuple(Sent(1, at_ms, None, 20) for at_ms in (290, 390, 490))
    tape.finish(arrival(1, 150, "/api/live"), sent=sent)
    [one] = tape.requests
    assert (one.method, one.path, one.via) == ("GET", "/api/live", "websocket")
    assert (one.sent_ms, one.arrived_ms, one.answered_ms, one.status, one.fault) == (100, 150, 200, 101, None)
    assert [(one.sent_ms, one.delivered_ms) for one in tape.messages] == [(290, 300), (390, 400), (490, None)]


def test_a_socket_that_is_refused_has_the_status_and_one_that_is_given_up_has_none() -> None:
    tape = Tape()
    tape.socket("a", 100)
    refused = "Error during WebSocket handshake: Unexpected response code: 404"
    tape.told("webSocketFrameError", "a", 200, errorMessage=refused)
    tape.told("webSocketClosed", "a", 201)
    tape.socket("b", 300)
    tape.told("webSocketFrameError", "b", 400, errorMessage="WebSocket is closed before the connection is established.")
    tape.finish(arrival(1, 150, "/api/live"))
    assert [(one.status, one.answered_ms, one.fault) for one in tape.requests] == [
        (404, 200, None),
        (None, None, "aborted"),
    ]


def test_a_socket_without_a_way_to_the_server_was_asked_for_when_it_failed() -> None:
    tape = Tape()
    tape.sent("page", 0)
    tape.socket("w", None)
    tape.told("webSocketFrameError", "w", 1_500, errorMessage="net::ERR_INTERNET_DISCONNECTED")
    tape.finish(faults=(Offline(at_ms=1_000, end_ms=2_000),))
    assert [(one.sent_ms, one.answered_ms, one.fault) for one in tape.requests[1:]] == [(1_500, None, "offline")]


def test_an_open_socket_is_broken_by_what_cuts_it_and_by_nothing_else() -> None:
    faults = (
        Http(at_ms=500, end_ms=50_000, status=502),
        Offline(at_ms=1_000, end_ms=2_000),
        Blackhole(at_ms=4_000, end_ms=9_000),
    )
    tape = Tape()
    for id, ended_ms in (("a", 1_010), ("b", 6_000), ("c", 9_020), ("d", None)):
        tape.socket(id, 100)
        tape.opened(id, 200)
        if ended_ms is not None:
            tape.told("webSocketClosed", id, ended_ms)
    tape.finish(faults=faults)
    assert [one.fault for one in tape.requests] == ["offline", None, "blackhole", None]
