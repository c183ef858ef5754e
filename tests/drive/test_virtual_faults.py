"""What a page experiences in the faults that test_virtual_network.py does not tell of."""

from pathlib import Path
from typing import Any

import pytest

from harness.core.time import EPOCH_MS
from harness.trace.records import Message, Request
from harness.wire.base import Backend, Response, Stream, WireRequest
from tests.drive.stage import Played, Stage, stream, text

pytestmark = pytest.mark.browser

NOTE = (
    f"const now = () => Math.round(Date.now() - {EPOCH_MS});"
    """
  const log = [];
  const note = (word) => { log.push(`${word}@${now()}`); say(log.join(' ')); };
"""
)
LISTEN = (
    NOTE
    + """
  const events = new EventSource('/api/events');
  events.onopen = () => note('open');
  events.onmessage = (e) => note(e.data.replace('sent ', '#'));
  events.onerror = () => note('error');
"""
)
ASK = (
    NOTE
    + """
  setInterval(() => fetch('/api/now').then((r) => r.text(), () => `failed-${navigator.onLine}`).then(note), 1000);
"""
)


def server(request: WireRequest, _backend: Backend) -> Response | Stream:
    return stream(request) if request.path.startswith("/api/events") else text("ok")


def noted(played: Played, from_ms: int = 0, until_ms: int = 60_000) -> list[str]:
    """What the page noted from one moment to another."""
    words = played.last.split()
    return [word for word in words if from_ms <= int(word.split("@")[1]) <= until_ms]


def messages(played: Played) -> list[tuple[int, int | None]]:
    found = [record for record in played.driven.records if isinstance(record, Message)]
    return [(message.sent_ms, message.delivered_ms) for message in found]


def faults(played: Played) -> list[str | None]:
    return [record.fault for record in played.driven.records if isinstance(record, Request)]


@pytest.fixture
def play(stage: Stage, tmp_path: Path) -> Any:
    """Plays a page for 20 seconds under one fault."""

    def played(script: str, answering: Any = server, **fault: Any) -> Played:
        return stage.play(tmp_path, script, answering, until="20s", faults=[fault])

    return played


def test_a_reset_breaks_what_is_open_and_the_next_attempt_works(play: Any) -> None:
    played = play(LISTEN, kind="reset", at="5500ms")
    assert noted(played, 5_000, 9_500) == ["#5000@5000", "error@5500", "open@7500", "#8000@8000", "#9000@9000"]
    assert faults(played) == ["reset", None]


def test_a_reset_breaks_a_request_that_waits_for_its_answer(play: Any) -> None:
    late = Response(status=200, body="ok", delay_ms=800)
    played = play(ASK, lambda *_: late, kind="reset", at="5500ms")
    assert noted(played, 4_500, 7_000) == ["ok@4800", "failed-true@5500", "ok@6800"]


def test_refused_breaks_what_is_open_and_every_attempt_until_it_ends(play: Any) -> None:
    played = play(LISTEN, kind="refused", at="5500ms", **{"for": "5s"})
    assert noted(played, 5_000, 12_500) == [
        *("#5000@5000", "error@5500", "error@7500", "error@9500"),
        *("open@11500", "#12000@12000"),
    ]
    assert faults(played) == ["refused", "refused", "refused", None]


def test_refused_fails_at_once_and_the_device_has_a_network(play: Any) -> None:
    played = play(ASK, kind="refused", at="5500ms", **{"for": "2s"})
    assert noted(played, 5_000, 8_000) == ["ok@5000", "failed-true@6000", "failed-true@7000", "ok@8000"]


def test_an_answer_that_trickles_is_there_with_its_last_piece(play: Any) -> None:
    # 300 bytes of headers and 200 of the body are five pieces
    played = play(ASK.replace("note)", "(t) => note(t.length))"), lambda *_: text("x" * 200), kind="trickle", at="1s",
                  bytes=100, every="150ms", **{"for": "5s"})  # fmt: skip
    assert noted(played, 0, 4_000) == ["200@1600", "200@2600", "200@3600"]
    assert noted(played, 5_900, 7_500) == ["200@6000", "200@7000"]


def test_a_stream_that_trickles_comes_in_pieces(play: Any) -> None:
    script = (
        NOTE
        + """
      fetch('/api/events').then(async (r) => {
        const reader = r.body.pipeThrough(new TextDecoderStream()).getReader();
        for (;;) note((await reader.read()).value.length);
      });
    """
    )
    played = play(script, kind="trickle", at="4500ms", bytes=12, every="100ms", **{"for": "3s"})
    # an id, the data and a blank line: 26 bytes
    assert noted(played, 5_000, 6_500) == [
        *("12@5000", "12@5100", "2@5200"),
        *("12@6000", "12@6100", "2@6200"),
    ]
    assert messages(played)[3:6] == [(4_000, 4_000), (5_000, 5_200), (6_000, 6_200)]


def test_what_still_trickles_at_the_end_comes_at_once(play: Any) -> None:
    played = play(LISTEN, kind="trickle", at="4500ms", bytes=4, every="1s", **{"for": "3s"})
    assert noted(played, 4_500, 8_500) == ["#5000@7500", "#6000@7500", "#7000@7500", "#8000@8000"]


def test_what_is_buffered_comes_in_bursts(play: Any) -> None:
    played = play(LISTEN, kind="buffered", at="4500ms", every="2500ms", **{"for": "4s"})
    assert noted(played, 4_500, 9_000) == [
        *("#5000@7000", "#6000@7000"),
        *("#7000@8500", "#8000@8500", "#9000@9000"),
    ]
    assert messages(played)[4:8] == [(5_000, 7_000), (6_000, 7_000), (7_000, 8_500), (8_000, 8_500)]


def test_what_is_replayed_comes_twice(play: Any) -> None:
    played = play(LISTEN, kind="replayed", at="4500ms", **{"for": "1s"})
    assert noted(played, 4_000, 6_000) == ["#4000@4000", "#5000@5000", "#5000@5000", "#6000@6000"]


def test_neighbours_that_are_swapped(play: Any) -> None:
    played = play(LISTEN, kind="reordered", at="4500ms", **{"for": "2s"})
    assert noted(played, 4_500, 7_000) == ["#6000@6000", "#5000@6000", "#7000@7000"]


def test_in_a_gap_nothing_comes_and_nothing_breaks(play: Any) -> None:
    played = play(LISTEN, kind="gap", at="4500ms", **{"for": "3s"})
    assert noted(played, 4_000, 8_000) == ["#4000@4000", "#8000@8000"]
    assert messages(played)[4:7] == [(5_000, None), (6_000, None), (7_000, None)]
    assert faults(played) == [None]


def test_a_server_that_starts_again_closes_its_streams_and_answers_at_once(play: Any) -> None:
    played = play(LISTEN, kind="server_restart", at="5500ms")
    assert noted(played, 5_000, 8_000) == ["#5000@5000", "error@5500", "open@7500", "#8000@8000"]
    assert all(sent_ms % 1_000 == 0 for sent_ms, _ in messages(played)), "closing is no message"


def test_a_page_cannot_be_loaded_where_nobody_takes_connections(stage: Stage, tmp_path: Path) -> None:
    journey = ({"at": "6s", "do": "reload"}, {"at": "12s", "do": "reload"})
    fault = {"kind": "refused", "at": "5s", "for": "5s"}
    played = stage.play(tmp_path, "say('here')", journey=journey, until="20s", faults=[fault])
    assert [at_ms for at_ms, said in played.said if said == "here"] == [0, 12_000]


def test_two_faults_at_once(stage: Stage, tmp_path: Path) -> None:
    both = [
        {"kind": "replayed", "at": "4500ms", "for": "1s"},
        {"kind": "buffered", "at": "4500ms", "for": "10s", "every": "2s"},
    ]
    played = stage.play(tmp_path, LISTEN, server, until="20s", faults=[*both, {"kind": "drop", "at": "8s"}])
    assert noted(played, 4_500, 8_000) == ["#5000@6500", "#5000@6500", "#6000@6500", "error@8000"]
