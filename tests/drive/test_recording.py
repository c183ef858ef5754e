"""The page's raw records become those of the stored trial."""

from harness.drive.recording import Recording
from harness.trace.records import Announcement, Message, Page, Press, Request, ScreenDelta, Step


def test_a_request_told_in_pieces_is_one_record() -> None:
    recording = Recording()
    begun = {"record": "request", "id": 2, "sent_ms": 10, "method": "GET", "path": "/api/jobs", "via": "fetch"}
    recording.take([begun], 0)
    recording.take([{"record": "request", "id": 2, "arrived_ms": 20}], 0)
    recording.take([{"record": "request", "id": 2, "answered_ms": 30, "status": 200}], 0)
    assert recording.records() == [
        Request(
            id="2", tab=0, method="GET", path="/api/jobs", sent_ms=10, arrived_ms=20, answered_ms=30, status=200,
            fault=None, via="fetch",
        )
    ]  # fmt: skip


def test_requests_come_by_the_moment_they_were_sent() -> None:
    recording = Recording()
    for number, sent_ms in ((1, 50), (2, 10), (3, 10)):
        told = {"record": "request", "id": number, "sent_ms": sent_ms, "method": "GET", "path": "/", "via": "xhr"}
        recording.take([told], 0)
    assert [one.id for one in recording.records() if isinstance(one, Request)] == ["2", "3", "1"]


def test_a_request_stays_with_the_tab_that_sent_it() -> None:
    recording = Recording()
    begun = {"record": "request", "id": 1, "sent_ms": 10, "method": "GET", "path": "/", "via": "fetch"}
    recording.take([begun], 0)
    recording.take([{"record": "request", "id": 1, "fault": "aborted"}], 1)
    (request,) = recording.records()
    assert isinstance(request, Request)
    assert (request.tab, request.fault, request.answered_ms) == (0, "aborted", None)


def test_what_is_seen_and_done_keeps_its_order() -> None:
    recording = Recording()
    recording.page(tab=0, at_ms=0, url="/", cause="open", loaded_ms=40)
    node = {"role": "main", "kids": ["hello"]}
    screen = {"record": "screen", "at_ms": 40, "set": {"1": node}, "del": ["2"], "title": "Shop"}
    said = {"record": "announcement", "at_ms": 41, "politeness": "polite", "text": "hello", "existed_before": False}
    sent = {"record": "message", "stream": 7, "sent_ms": 50, "delivered_ms": 60, "event": "snapshot", "bytes": 9}
    recording.take([screen, said, sent], 0)
    step = Step(n=1, do="submit", at_ms=70, tab=0, done_ms=70, job="publish")
    recording.step(step)
    assert recording.records() == [
        Page(tab=0, at_ms=0, url="/", cause="open", loaded_ms=40),
        ScreenDelta(tab=0, at_ms=40, set_={"1": node}, del_=("2",), title="Shop"),
        Announcement(tab=0, at_ms=41, politeness="polite", text="hello", existed_before=False),
        Message(tab=0, stream="7", sent_ms=50, delivered_ms=60, event="snapshot", bytes=9),
        step,
    ]


def test_what_the_browser_asked_is_answered_in_the_step_that_pressed_last() -> None:
    recording = Recording()
    for step in (1, 3):
        recording.press(Press(step=step, tab=0, at_ms=5, node="4", role="button", name="Cancel"))
    raw = {"record": "answer", "at_ms": 5, "node": "9", "name": "OK", "part": "confirm", "by": "mouse"}
    recording.take([raw], 0)
    assert recording.records()[-1] == Press(
        step=3, tab=0, at_ms=5, node="9", role="button", name="OK", part="confirm", by="mouse"
    )
    assert [recording.answered(step) for step in (1, 3)] == [False, True]


def test_the_screen_of_a_tab_is_what_its_last_document_drew() -> None:
    recording = Recording()
    for cause, node in (("open", "2"), ("hide", "3"), ("reload", "4")):
        recording.page(tab=0, at_ms=0, url="/", cause=cause)
        drawn = {node: {"role": "button", "kids": [cause]}}
        recording.take([{"record": "screen", "at_ms": 1, "set": drawn, "del": []}], 0)
    recording.take([{"record": "screen", "at_ms": 1, "set": {"9": {"role": "main", "kids": []}}, "del": []}], 1)
    assert set(recording.tree(0).nodes) == {"4"}
    assert set(recording.tree(1).nodes) == {"9"}


def test_a_write_is_what_changes_something() -> None:
    recording = Recording()
    for number, (method, sent_ms) in enumerate((("GET", 10), ("POST", 20))):
        told = {"record": "request", "id": number, "sent_ms": sent_ms, "method": method, "path": "/", "via": "xhr"}
        recording.take([told], 0)
    assert [recording.wrote(0, at_ms) for at_ms in (10, 20, 21)] == [True, True, False]
    assert not recording.wrote(1, 10)
