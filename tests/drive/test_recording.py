"""The page's raw records become those of the stored trial."""

from harness.drive.recording import Recording
from harness.trace.records import Announcement, Message, Page, Press, Request, ScreenDelta, Step


def test_a_request_told_in_pieces_is_one_record() -> None:
    recording = Recording()
    begun = {
        "record": "request",
        "tab": 0,
        "id": 2,
        "sent_ms": 10,
        "method": "GET",
        "path": "/api/jobs",
        "via": "fetch",
    }
    recording.take([begun])
    recording.take([{"record": "request", "tab": 0, "id": 2, "arrived_ms": 20}])
    recording.take([{"record": "request", "tab": 0, "id": 2, "answered_ms": 30, "status": 200}])
    assert recording.records() == [
        Request(
            id="2", tab=0, method="GET", path="/api/jobs", sent_ms=10, arrived_ms=20, answered_ms=30, status=200,
            fault=None, via="fetch",
        )
    ]  # fmt: skip


def test_requests_come_by_the_moment_they_were_sent() -> None:
    recording = Recording()
    for number, sent_ms in ((1, 50), (2, 10), (3, 10)):
        told = {"id": number, "sent_ms": sent_ms, "method": "GET", "path": "/", "via": "xhr"}
        recording.take([{"record": "request", "tab": 0, **told}])
    assert [one.id for one in recording.records() if isinstance(one, Request)] == ["2", "3", "1"]


def test_steps_come_by_their_number_whichever_was_done_first() -> None:
    recording = Recording()
    for number, done_ms in ((2, 60), (1, 70)):
        recording.step(Step(n=number, do="cancel", at_ms=50, tab=number, done_ms=done_ms))
    assert [one.n for one in recording.records() if isinstance(one, Step)] == [1, 2]


def test_what_is_seen_and_done_keeps_its_order() -> None:
    recording = Recording()
    recording.page(tab=0, at_ms=0, url="/", cause="open", loaded_ms=40)
    node = {"role": "main", "kids": ["hello"]}
    screen = {"record": "screen", "at_ms": 40, "set": {"1": node}, "del": ["2"], "title": "Shop"}
    said = {"record": "announcement", "at_ms": 41, "politeness": "polite", "text": "hello", "existed_before": False}
    sent = {"record": "message", "stream": 7, "sent_ms": 50, "delivered_ms": 60, "event": "snapshot", "bytes": 9}
    recording.take([{**told, "tab": 1} for told in (screen, said, sent)])
    step = Step(n=1, do="submit", at_ms=70, tab=0, done_ms=70, job="publish")
    recording.step(step)
    assert recording.records() == [
        Page(tab=0, at_ms=0, url="/", cause="open", loaded_ms=40),
        ScreenDelta(tab=1, at_ms=40, set_={"1": node}, del_=("2",), title="Shop"),
        Announcement(tab=1, at_ms=41, politeness="polite", text="hello", existed_before=False),
        Message(tab=1, stream="7", sent_ms=50, delivered_ms=60, event="snapshot", bytes=9),
        step,
    ]


def test_what_the_browser_asked_is_answered_in_the_step_that_pressed_last() -> None:
    recording = Recording()
    for step in (1, 3):
        recording.press(Press(step=step, tab=0, at_ms=5, node="4", role="button", name="Cancel"))
    raw = {"record": "answer", "tab": 0, "at_ms": 5, "node": "9", "name": "OK", "part": "confirm", "by": "mouse"}
    recording.take([raw])
    assert recording.records()[-1] == Press(
        step=3, tab=0, at_ms=5, node="9", role="button", name="OK", part="confirm", by="mouse"
    )
    assert [recording.answered(step) for step in (1, 3)] == [False, True]


def test_the_screen_of_a_tab_is_what_its_last_document_drew() -> None:
    recording = Recording()
    for cause, node in (("open", "2"), ("hide", "3"), ("reload", "4")):
        recording.page(tab=0, at_ms=0, url="/", cause=cause)
        drawn = {node: {"role": "button", "kids": [cause]}}
        recording.take([{"record": "screen", "tab": 0, "at_ms": 1, "set": drawn, "del": []}])
    main = {"9": {"role": "main", "kids": []}}
    recording.take([{"record": "screen", "tab": 1, "at_ms": 1, "set": main, "del": []}])
    assert set(recording.tree(0).nodes) == {"4"}
    assert set(recording.tree(1).nodes) == {"9"}


def test_a_write_is_what_changes_something() -> None:
    recording = Recording()
    for number, (method, sent_ms) in enumerate((("GET", 10), ("POST", 20))):
        told = {"id": number, "sent_ms": sent_ms, "method": method, "path": "/", "via": "xhr"}
        recording.take([{"record": "request", "tab": 0, **told}])
    assert [recording.wrote(0, at_ms) for at_ms in (10, 20, 21)] == [True, True, False]
    assert not recording.wrote(1, 10)
