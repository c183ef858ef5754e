"""What a page experiences on the virtual network: travel times, and each fault."""

from pathlib import Path
from typing import Any

import pytest

from harness.network.profiles import profile
from harness.trace.records import Message, Request
from harness.wire.base import Backend, Response, Stream, WireRequest
from tests.drive.stage import Played, Stage, stream, text

pytestmark = pytest.mark.browser

# one number a second, asked for each second
POLL = """
  let n = 0;
  const poll = (at) => fetch('/api/now').then((r) => r.ok ? r.text() : `status ${r.status}`, (e) => e.message)
    .then((t) => say(`${++n}: ${t} asked ${at} got ${Math.round(performance.now())} ${navigator.onLine}`));
  setInterval(() => poll(Math.round(performance.now())), 1000);
"""
LISTEN = """
  const events = new EventSource('/api/events');
  events.onmessage = (e) => say(`${e.data} got ${Math.round(performance.now())}`);
  events.onerror = () => say(`error ${events.readyState} at ${Math.round(performance.now())}`);
"""


def clock(request: WireRequest, _backend: Backend) -> Response | Stream:
    """Says the whole second; opens streams."""
    if request.path.startswith("/api/events"):
        return stream(request)
    second = request.at_ms // 1000
    return text(f"second {second}", (second + 1) * 1000)


def requests(played: Played) -> list[Request]:
    return [record for record in played.driven.records if isinstance(record, Request)]


def asked(played: Played) -> list[int]:
    """When the page had to ask Python: what stands in a table is no request of a page."""
    return [request.at_ms for request in played.wire.requests if request.id]


def answers(played: Played, wanted: str) -> list[str]:
    return [said for _, said in played.said if wanted in said]


def test_a_repeated_read_is_answered_in_the_page_and_exact(stage: Stage, tmp_path: Path) -> None:
    played = stage.play(tmp_path, POLL, clock, until="10m", profile="4g")
    said = [line.split() for line in answers(played, "second")]
    rtt = 2 * (int(said[0][6]) - int(said[0][4])) // 2
    assert len(said) == 599
    assert all(int(line[2]) * 1000 <= int(line[4]) + rtt < (int(line[2]) + 2) * 1000 for line in said)
    assert len(asked(played)) == 3, "the page asks Python three times; after that the segment carries the answers"


def test_a_round_trip_and_the_rate_take_their_time(stage: Stage, tmp_path: Path) -> None:
    script = (
        "fetch('/api/big').then((r) => r.text()).then((t) => say(`${t.length} at ${Math.round(performance.now())}`));"
    )
    quick = stage.play(tmp_path, script, lambda *_: text("x" * 50_000)).said[-1][0]
    slow = stage.play(tmp_path, script, lambda *_: text("x" * 50_000), profile="slow-3g").said
    link = profile("slow-3g")
    least_ms = link.rtt_ms + link.down_ms(50_300)
    assert quick == 0
    assert least_ms <= slow[-1][0] - slow[0][0] <= least_ms + 20


def test_offline_fails_at_once_says_so_and_ends(stage: Stage, tmp_path: Path) -> None:
    script = POLL + "onoffline = () => say('went'); ononline = () => say('came');"
    played = stage.play(
        tmp_path, script, clock, until="30s", faults=[{"kind": "offline", "at": "10500ms", "for": "5s"}]
    )
    assert (10_500, "went") in played.said
    assert (15_500, "came") in played.said
    failed = answers(played, "Failed to fetch")
    assert len(failed) == 5
    assert all(line.endswith("false") for line in failed)
    assert [request.fault for request in requests(played)].count("offline") == 5


def test_offline_breaks_an_open_stream_which_resumes_by_its_last_id(stage: Stage, tmp_path: Path) -> None:
    played = stage.play(
        tmp_path, LISTEN, clock, until="30s", faults=[{"kind": "offline", "at": "10500ms", "for": "3s"}]
    )
    assert (10_500, "error 0 at 10500") in played.said
    again = [request for request in played.wire.requests if "last-event-id" in request.headers]
    assert [(request.at_ms, request.headers["last-event-id"]) for request in again] == [(14_500, "10000")]


def test_a_drop_ends_streams_cleanly_and_the_next_attempt_succeeds(stage: Stage, tmp_path: Path) -> None:
    played = stage.play(tmp_path, LISTEN, clock, until="30s", faults=[{"kind": "drop", "at": "10500ms"}])
    assert (10_500, "error 0 at 10500") in played.said
    assert (13_000, "sent 13000 got 13000") in played.said
    assert not any("sent 12000" in said for _, said in played.said), "what was sent in between is gone"


def test_a_black_hole_is_invisible_until_it_ends(stage: Stage, tmp_path: Path) -> None:
    fault = {"kind": "blackhole", "at": "10500ms", "for": "9s"}
    played = stage.play(tmp_path, LISTEN + POLL, clock, until="30s", faults=[fault])
    within = [said for at, said in played.said if 10_500 <= at < 19_500]
    assert within == []
    again = [request for request in played.wire.requests if "last-event-id" in request.headers]
    assert [(request.at_ms, request.headers["last-event-id"]) for request in again] == [(21_500, "10000")]
    lost = [record for record in played.driven.records if isinstance(record, Message) and record.delivered_ms is None]
    assert [message.sent_ms for message in lost] == list(range(11_000, 20_000, 1_000))
    assert [request.fault for request in requests(played)].count("blackhole") == 10, "nine polls and the stream"


def test_slow_is_another_profile_for_a_while(stage: Stage, tmp_path: Path) -> None:
    fault = {"kind": "slow", "at": "10500ms", "for": "5s", "profile": "slow-3g"}
    played = stage.play(tmp_path, POLL, clock, until="30s", faults=[fault])
    lines = [line.split() for line in answers(played, "second")]
    taken = {int(line[4]): int(line[6]) - int(line[4]) for line in lines}
    assert taken[10_000] == 0
    least_ms = profile("slow-3g").rtt_ms
    assert all(least_ms <= taken[at] <= least_ms + 20 for at in range(11_000, 16_000, 1_000))
    assert taken[17_000] == 0


def test_a_lost_response_was_work_that_nobody_heard_of(stage: Stage, tmp_path: Path) -> None:
    script = """
      const send = () => fetch('/api/start', { method: 'POST', body: '{}' })
        .then((r) => r.text(), (e) => e.message).then((t) => say(`${t} at ${Math.round(performance.now())}`));
      setTimeout(send, 1000); setTimeout(send, 20_000);
    """
    fault: dict[str, Any] = {"kind": "lost_response", "at": "0s", "for": "10s", "method": "POST"}
    played = stage.play(tmp_path, script, lambda *_: text("started"), until="30s", faults=[fault])
    assert [request.at_ms for request in played.wire.requests] == [1_000, 20_000]
    assert [said for _, said in played.said][1:] == ["Failed to fetch at 10000", "started at 20000"]


def test_an_http_fault_strikes_the_nth_matching_request(stage: Stage, tmp_path: Path) -> None:
    fault: dict[str, Any] = {"kind": "http", "at": "0s", "for": "60s", "status": 502, "match": "/api/now", "nth": 3}
    played = stage.play(tmp_path, POLL, clock, until="10s", faults=[fault])
    assert answers(played, "status 502") == ["3: status 502 asked 3000 got 3000 true"]
    assert asked(played) == [1_000, 2_000, 4_000]


def test_the_count_of_an_http_fault_survives_a_reload(stage: Stage, tmp_path: Path) -> None:
    fault: dict[str, Any] = {"kind": "http", "at": "0s", "for": "60s", "status": 503, "nth": 4}
    journey = ({"at": "2500ms", "do": "reload"},)
    played = stage.play(tmp_path, POLL, clock, until="10s", journey=journey, faults=[fault])
    struck = [request.sent_ms for request in requests(played) if request.fault == "http"]
    assert struck == [4_500]


def test_a_write_in_mid_segment_changes_what_comes_and_nothing_before(stage: Stage, tmp_path: Path) -> None:
    def jobs(request: WireRequest, backend: Backend) -> Response | Stream:
        if request.method == "POST":
            return text(backend.submit(kind="publish", items=None, at_ms=request.at_ms))
        told = [f"{view.state} {view.counts.processed}" for view in backend.truth.at(request.at_ms)]
        later = [event.at_ms for event in backend.truth.events if event.at_ms > request.at_ms]
        return text(",".join(told) or "none", min(later, default=None))

    script = """
      const now = () => Math.round(performance.now());
      const ask = () => fetch('/api/jobs').then((r) => r.text()).then((t) => say(`${t} at ${now()}`));
      setInterval(ask, 1000);
      setTimeout(() => fetch('/api/jobs', { method: 'POST' }), 10_300);
    """
    played = stage.play(tmp_path, script, jobs, until="40s")
    said = dict(line.rsplit(" at ", 1)[::-1] for _, line in played.said if " at " in line)
    assert [said[str(at)] for at in range(1_000, 11_000, 1_000)] == ["none"] * 10
    assert said["11000"].startswith("running")
    assert said["39000"] == "ended 4"


def test_every_way_of_asking_goes_over_the_same_network(stage: Stage, tmp_path: Path) -> None:
    script = """
      const request = new XMLHttpRequest();
      request.open('GET', '/api/x');
      request.onload = () => fetch(new Request('/api/y')).then((r) => Promise.all([r.clone().text(), r.text()]))
        .then((both) => say(`${request.responseText} ${both} ${Math.round(performance.now())}`));
      setTimeout(() => request.send(), 1000);
      navigator.sendBeacon('/api/beacon', 'bye');
    """
    played = stage.play(tmp_path, script, lambda request, _: text(request.path))
    assert played.last == "/api/x /api/y,/api/y 1000"
    assert ("POST", "/api/beacon", "bye") in [(one.method, one.path, one.body) for one in played.wire.requests]


def test_giving_up_on_a_request_is_seen(stage: Stage, tmp_path: Path) -> None:
    fault = {"kind": "blackhole", "at": "500ms", "for": "30s"}
    script = "setTimeout(() => fetch('/api/x', { signal: AbortSignal.timeout(5000) }).catch((e) => say(e.name)), 1000);"
    played = stage.play(tmp_path, script, until="40s", faults=[fault])
    assert played.said[-1] == (6_000, "TimeoutError")
    assert [request.fault for request in requests(played)] == ["aborted"]
