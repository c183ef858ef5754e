"""A page in real time: a real server, a real proxy, the wall clock."""

import asyncio
import os
import signal
from contextlib import suppress
from dataclasses import replace
from pathlib import Path
from typing import Any

import pytest
from playwright.async_api import Error

from harness.core.errors import HarnessTrouble
from harness.drive.drive import Driven, drive_real
from harness.drive.plan import Plan
from harness.drive.real_tab import NETWORK_EVENTS
from harness.drive.real_tabs import LOAD_LIMIT_MS
from harness.drive.real_trial import RealTrial
from harness.drive.trial import Trial
from harness.drive.virtual_trial import VirtualTrial
from harness.drive.wiretap import BEGINNINGS, SLACK_MS, Wiretap
from harness.trace.records import Message, Page, Request, ScreenDelta
from harness.wire.base import Backend, Response, Stream, WireRequest
from tests.drive.stage import (
    SAY,
    SHELL,
    WRITTEN,
    Answering,
    Played,
    ScriptedWire,
    Stage,
    obeys,
    situation,
    stream,
    target,
    text,
)

pytestmark = [pytest.mark.browser, pytest.mark.proxy]

LOOK_AGAIN = "setInterval(async () => say('at ' + await (await fetch('/api/now')).text()), 500);"
LISTEN = (
    "const source = new EventSource('/api/events');"
    "source.onopen = () => say('open'); source.onmessage = (event) => say(event.data);"
    "source.onerror = () => say(navigator.onLine ? 'broken' : 'offline');"
)
SOCKET = (
    "const socket = new WebSocket('/api/live'); let seen = '';"
    "socket.onmessage = (event) => say(event.data); socket.onerror = () => { seen = 'error'; say(seen); };"
    "socket.onclose = (event) => say(`close ${event.code} ${event.wasClean}`);"
)
Journey = tuple[dict[str, Any], ...]
NOTHING = ({"at": "0s", "do": "background"}, {"at": "0s", "do": "foreground"})

RELOAD = ({"at": "5s", "do": "reload"},)


@pytest.fixture
def play(stage: Stage, tmp_path: Path) -> Any:
    """Play a page that is one script, in real time."""

    def played(
        script: str,
        answering: Answering,
        *,
        until: str = "6s",
        journey: tuple[dict[str, Any], ...] = NOTHING,
        **network: Any,
    ) -> Played:
        (tmp_path / "page.html").write_text(SHELL.format(script=SAY.format() + script), encoding="utf-8")
        wire = ScriptedWire(answering)
        scene = situation(until, journey, network)
        plan = Plan(scenario=scene, target=target(tmp_path), wire=wire, seed=1, written=WRITTEN)

        async def driven() -> Driven:
            return await drive_real(plan, await stage.keeper.lab(), await stage.keeper.rig())

        return Played(stage.run(driven()), wire)

    return played


def requests(played: Played) -> list[Request]:
    return [one for one in played.driven.records if isinstance(one, Request)]


def test_every_event_of_the_browsers_log_that_is_asked_for_is_understood() -> None:
    assert all(hasattr(Wiretap, f"_{name}") for name in set(NETWORK_EVENTS) - BEGINNINGS)


def test_a_person_meets_the_same_trial_whichever_clock_it_has() -> None:
    mine = {name for name in vars(Trial) if not name.startswith("_")}
    assert all(mine <= {*dir(kind), "tabs"} for kind in (RealTrial, VirtualTrial))


def test_time_passes_by_itself_and_the_device_shows_the_trials_date(play: Any) -> None:
    said = play("setInterval(() => say(new Date().toISOString().slice(0, 19)), 400);", lambda *_: text("ok")).said
    moments = [(at_ms, line) for at_ms, line in said if line.startswith("2026-01-05T09:00:0")]
    assert len(moments) >= 2
    assert all(at_ms >= 1_000 * int(line[-2:]) - SLACK_MS for at_ms, line in moments)


def test_what_changes_without_any_notice_is_seen_too(play: Any) -> None:
    script = (
        "document.body.insertAdjacentHTML('beforeend', '<input type=checkbox aria-label=all>');"
        "setTimeout(() => { document.querySelector('input').checked = true; }, 2000);"
    )
    screens = [one for one in play(script, lambda *_: text("ok")).driven.records if isinstance(one, ScreenDelta)]
    boxes = [(one.at_ms, node) for one in screens for node in one.set_.values() if node["role"] == "checkbox"]
    assert [node.get("checked", False) for _, node in boxes] == [False, True]
    assert 2_000 <= boxes[1][0] < 3_000


def test_what_is_written_is_seen_without_being_looked_for(play: Any) -> None:
    no_looks = "for (let id = 0; id < 1000; id += 1) clearInterval(id);"
    said = play(no_looks + "setTimeout(() => say('written'), 1000);", lambda *_: text("ok")).said
    assert [line for _, line in said] == ["nothing", "written"]


def test_an_answer_is_as_of_the_moment_of_the_request(play: Any) -> None:
    played = play(LOOK_AGAIN, lambda request, _: text(str(request.at_ms)))
    heard = [(at_ms, int(line.removeprefix("at "))) for at_ms, line in played.said if line.startswith("at ")]
    assert len(heard) >= 3
    assert all(at_ms >= asked_ms for at_ms, asked_ms in heard)
    assert sorted(heard) == heard
    first = requests(played)[0]
    assert first.arrived_ms is not None
    assert first.answered_ms is not None
    assert first.sent_ms <= first.arrived_ms <= first.answered_ms


def test_a_stream_brings_its_messages_and_both_sides_of_each_are_told(play: Any) -> None:
    played = play(LISTEN, lambda request, _: stream(request), until="7s")
    assert "open" in [line for _, line in played.said]
    messages = [one for one in played.driven.records if isinstance(one, Message)]
    assert [one.delivered_ms is not None for one in messages[:2]] == [True, True]
    assert all(one.delivered_ms is None or one.delivered_ms + SLACK_MS >= one.sent_ms for one in messages)


def speaks(request: WireRequest, _backend: Backend) -> Stream:
    return replace(stream(request), over="websocket", frames=())


def test_a_socket_brings_its_messages_and_both_sides_of_each_are_told(play: Any) -> None:
    played = play(SOCKET, speaks, until="7s")
    [asked] = requests(played)
    assert (asked.via, asked.path, asked.status, asked.fault) == ("websocket", "/api/live", 101, None)
    assert asked.arrived_ms is not None
    messages = [one for one in played.driven.records if isinstance(one, Message)]
    assert [one.delivered_ms is not None for one in messages[:2]] == [True, True]
    assert any(line.startswith("sent ") for _, line in played.said)


@pytest.mark.parametrize(
    ("fault", "broken_ms"),
    [
        ({"kind": "offline", "at": "4s", "for": "2s"}, 4_000),
        ({"kind": "drop", "at": "4s"}, 4_000),
        ({"kind": "reset", "at": "4s"}, 4_000),
        ({"kind": "refused", "at": "4s", "for": "2s"}, 4_000),
        ({"kind": "blackhole", "at": "4s", "for": "2s"}, 6_000),
    ],
)
def test_what_breaks_a_socket_closes_it_without_an_error(fault: dict[str, Any], broken_ms: int, play: Any) -> None:
    played = play(SOCKET, speaks, until="8s", faults=[fault])
    [at_ms] = [at_ms for at_ms, line in played.said if line == "close 1006 false"]
    assert broken_ms <= at_ms < broken_ms + 1_000
    assert "error" not in [line for _, line in played.said]
    assert [one.fault for one in requests(played)] == [fault["kind"]]


@pytest.mark.parametrize("answering", [lambda *_: Response(status=404), lambda request, _: stream(request)])
def test_a_socket_that_is_refused_has_an_error_and_its_status_is_known(answering: Answering, play: Any) -> None:
    played = play(SOCKET + "socket.onclose = () => say(`${seen} refused`);", answering)
    assert played.said[-1][1] == "error refused"
    assert [(one.status, one.fault) for one in requests(played)] in ([(404, None)], [(400, None)])


def test_offline_breaks_the_stream_at_once_and_the_page_can_know(play: Any) -> None:
    cut = [{"kind": "offline", "at": "9s", "for": "3s"}]
    played = play(LISTEN, lambda request, _: stream(request), until="14s", faults=cut)
    assert next(at_ms for at_ms, line in played.said if line == "offline") >= 9_000
    assert [one.fault for one in requests(played) if one.answered_ms is not None][0] == "offline"  # noqa: RUF015


def test_a_black_hole_is_silent_until_its_end(play: Any) -> None:
    hole = [{"kind": "blackhole", "at": "4s", "for": "3s"}]
    played = play(LISTEN, lambda request, _: stream(request), until="9s", faults=hole)
    silent = [line for at_ms, line in played.said if 5_000 < at_ms < 7_000]
    assert silent == []
    assert next(at_ms for at_ms, line in played.said if line == "broken") >= 7_000


def test_a_command_reaches_the_simulation_and_is_known_by_its_request(play: Any) -> None:
    press = (
        "document.querySelector('button').onclick = async () => "
        "say(await (await fetch('/api/submit/publish', {method: 'POST'})).text());"
    )
    played = play(press, obeys, journey=({"at": "1s", "do": "submit", "job": "publish"},))
    [command] = [one for one in played.driven.records if getattr(one, "do", "") == "submit" and hasattr(one, "request")]
    sent = next(one for one in requests(played) if one.method == "POST")
    assert (command.request, command.job) == (sent.id, "publish")
    assert any(event.kind == "job.accepted" for event in played.driven.events)


def test_a_reload_and_a_second_tab_are_documents_of_their_own(play: Any) -> None:
    journey = ({"at": "1s", "do": "reload"}, {"at": "3s", "do": "open-tab"})
    played = play("say('here');", lambda *_: text("ok"), journey=journey)
    pages = [one for one in played.driven.records if isinstance(one, Page) and one.cause in ("open", "reload")]
    assert [(one.tab, one.cause) for one in pages] == [(0, "open"), (0, "reload"), (1, "open")]
    assert all(one.loaded_ms is not None and one.loaded_ms >= one.at_ms for one in pages)


def test_a_load_that_a_black_hole_swallows_is_tried_again_at_its_end(play: Any) -> None:
    hole = [{"kind": "blackhole", "at": "4s", "for": "3s"}]
    played = play(
        "say('here');", lambda *_: text("ok"), until="9s", journey=({"at": "5s", "do": "reload"},), faults=hole
    )
    assert LOAD_LIMIT_MS > 3_000
    [again] = [one for one in played.driven.records if isinstance(one, Page) and one.cause == "reload"]
    assert again.at_ms >= 7_000


def test_what_is_loaded_offline_is_the_browsers_own_page(play: Any) -> None:
    cut = [{"kind": "offline", "at": "4s", "for": "2s"}]
    played = play(
        "say('here');", lambda *_: text("ok"), until="7s", journey=({"at": "5s", "do": "reload"},), faults=cut
    )
    assert "unreachable" in [one.cause for one in played.driven.records if isinstance(one, Page)]


def test_a_proxy_that_dies_is_trouble_of_our_own_and_the_next_trial_has_another(stage: Stage, play: Any) -> None:
    def killing(request: Any, _backend: Any) -> Any:
        rig = stage.keeper._rig
        assert rig is not None
        assert rig.proxy._process is not None
        os.kill(rig.proxy._process.pid, signal.SIGKILL)
        return text("ok")

    with pytest.raises(HarnessTrouble, match="Toxiproxy"):
        play(LOOK_AGAIN, killing)
    stage.run(stage.keeper.discard())
    assert play(LOOK_AGAIN, lambda *_: text("ok")).said


@pytest.mark.parametrize("script", [LOOK_AGAIN, LISTEN, SOCKET], ids=["poll", "sse", "websocket"])
def test_a_wire_that_breaks_is_trouble_of_our_own(play: Any, script: str) -> None:
    def broken(*_: Any) -> Response:
        raise LookupError("no such column")

    with pytest.raises(LookupError, match="no such column"):
        play(script, broken)


def test_a_stream_that_breaks_is_trouble_of_our_own(play: Any, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(ScriptedWire, "publish", lambda *_: 1 / 0)
    with pytest.raises(ZeroDivisionError):
        play(LISTEN, lambda request, _: stream(request))


def test_a_server_that_dies_is_trouble_of_our_own(stage: Stage, play: Any) -> None:
    def killing(*_: Any) -> Response:
        rig = stage.keeper._rig
        assert rig is not None
        assert rig.server._task is not None
        rig.server._task.cancel()
        return text("ok")

    with pytest.raises(HarnessTrouble, match=r"^the server died"):
        play(LOOK_AGAIN, killing)
    stage.run(stage.keeper.discard())
    assert play(LOOK_AGAIN, lambda *_: text("ok")).said


@pytest.mark.parametrize(("command", "said"), [("Browser.crash", "the browser died"), ("Page.crash", "a tab of the")])
def test_a_browser_or_a_tab_that_dies_is_trouble_of_our_own(stage: Stage, play: Any, command: str, said: str) -> None:
    killing: list[asyncio.Task[None]] = []

    async def kill() -> None:
        assert stage.keeper._lab is not None
        context = stage.keeper._lab._browser.contexts[-1]
        with suppress(Error):
            await (await context.new_cdp_session(context.pages[0])).send(command)

    def answer(*_: Any) -> Response:
        killing.append(asyncio.create_task(kill()))
        return text("ok")

    with pytest.raises(HarnessTrouble, match=f"^{said}"):
        play("setTimeout(() => fetch('/api/now'), 1500);", answer)
    stage.run(stage.keeper.discard())
    assert play(LOOK_AGAIN, lambda *_: text("ok")).said
