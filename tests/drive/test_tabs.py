"""Several tabs and windows live on one time: what is seen of them, what they tell each other, what they act at once."""

from pathlib import Path
from typing import Any

import pytest

from harness.core.errors import HarnessTrouble
from harness.drive.virtual_tabs import MOST_DOCUMENTS
from harness.trace.records import Message, Page, Request, ScreenDelta, Step
from harness.wire.base import Backend, Response, WireRequest
from tests.drive.stage import Played, Stage, obeys, stream, text

pytestmark = pytest.mark.browser

WINDOW = {"at": "5s", "do": "open-window"}
TAB = {"at": "5s", "do": "open-tab"}
WHO = "const me = location.search || 'first';\n"


def play(stage: Stage, folder: Path, script: str, *steps: dict[str, Any], **more: Any) -> Played:
    more.setdefault("until", "20s")
    more.setdefault("told", {"pages": {"jobs": "/?second"}})
    return stage.play(folder, script, journey=steps, **more)


def told(played: Played) -> list[tuple[int, int, str]]:
    """``(tab, at_ms, sentence)``, in the order recorded."""
    found = []
    for one in played.driven.records:
        if isinstance(one, ScreenDelta):
            lines = [kid for node in one.set_.values() for kid in node["kids"] if isinstance(kid, str)]
            found += [(one.tab, one.at_ms, line) for line in lines if line not in ("Publish", "nothing")]
    return found


def shown(played: Played) -> list[tuple[int, int, str]]:
    return [(one.tab, one.at_ms, one.cause) for one in played.driven.records if isinstance(one, Page)]


def test_two_windows_live_on_one_time_and_are_told_in_its_order(stage: Stage, tmp_path: Path) -> None:
    script = "let n = 0; setInterval(() => say(`${++n} ${(Date.now() - 1_000) % 1_000}`), 2_000);"
    played = play(stage, tmp_path, script, {**WINDOW, "at": "5s"}, until="11s")
    assert [(tab, at_ms) for tab, at_ms, _ in told(played)] == [
        (0, 2_000), (0, 4_000), (0, 6_000), (1, 7_000), (0, 8_000), (1, 9_000), (0, 10_000), (1, 11_000),
    ]  # fmt: skip
    assert shown(played) == [(0, 0, "open"), (1, 5_000, "open")]


def test_of_two_things_in_one_moment_that_in_the_lower_tab_comes_first(stage: Stage, tmp_path: Path) -> None:
    script = WHO + "setTimeout(() => { say('x'); fetch('/api/x'); }, me === 'first' ? 10_000 : 5_000);"
    played = play(stage, tmp_path, script, {**WINDOW, "page": "jobs"})
    assert told(played) == [(0, 10_000, "x"), (1, 10_000, "x")]
    sent = [(one.sent_ms, one.tab) for one in played.driven.records if isinstance(one, Request)]
    assert sent == [(10_000, 0), (10_000, 1)]


LOOKS = (
    WHO
    + """
  const look = () => say(`${document.visibilityState} ${document.hasFocus()}`);
  for (const type of ['focus', 'blur']) addEventListener(type, look);
  document.addEventListener('visibilitychange', look);
"""
)


def test_a_new_tab_hides_the_former_and_a_window_only_takes_the_focus(stage: Stage, tmp_path: Path) -> None:
    back = {"at": "9s", "do": "switch-to", "tab": 1}
    tab = play(stage, tmp_path, LOOKS, TAB, back)
    assert told(tab) == [(0, 5_000, "hidden false"), (0, 9_000, "visible true"), (1, 9_000, "hidden false")]
    assert shown(tab)[1:] == [(0, 5_000, "hide"), (1, 5_000, "open"), (0, 9_000, "show"), (1, 9_000, "hide")]
    assert tab.notes == [None, "in tab 1"]
    window = play(stage, tmp_path, LOOKS, WINDOW, back)
    assert told(window) == [(0, 5_000, "visible false"), (0, 9_000, "visible true"), (1, 9_000, "visible false")]
    assert shown(window)[1:] == [(1, 5_000, "open")]


def test_behind_a_closed_tab_stands_the_one_before(stage: Stage, tmp_path: Path) -> None:
    played = play(stage, tmp_path, LOOKS, TAB, {"at": "9s", "do": "close-tab"})
    assert shown(played)[3:] == [(1, 9_000, "close"), (0, 9_000, "show")]
    first = play(stage, tmp_path, LOOKS, TAB, {"at": "9s", "do": "close-tab", "tab": 1})
    assert shown(first)[3:] == [(0, 9_000, "close")]


def test_when_the_tab_that_led_the_others_is_gone_they_go_on(stage: Stage, tmp_path: Path) -> None:
    script = "let n = 0; setInterval(() => say(++n), 1_000);"
    steps = (
        WINDOW,
        {"at": "6s", "do": "open-tab"},
        {"at": "8s", "do": "close-tab", "tab": 1},
        {"at": "9s", "do": "reload"},
    )
    played = play(stage, tmp_path, script, *steps, {"at": "10s", "do": "open-tab"}, until="12s")
    assert [tab for tab, at_ms, _ in told(played) if at_ms == 12_000] == [1, 2, 3]
    assert not [tab for tab, at_ms, _ in told(played) if tab == 0 and at_ms > 8_000]


def test_a_step_is_done_in_the_tab_that_it_names(stage: Stage, tmp_path: Path) -> None:
    script = "document.querySelector('button').onclick = () => say('pressed');"
    press = {"at": "9s", "do": "submit", "job": "publish", "tab": 1}
    played = play(stage, tmp_path, script, WINDOW, press)
    assert told(played) == [(0, 9_000, "pressed")]
    (_, step) = [one for one in played.driven.records if isinstance(one, Step)]
    assert (step.tab, step.note) == (0, "in tab 1")


def test_nobody_opened_the_tab_and_its_session_is_its_own(stage: Stage, tmp_path: Path) -> None:
    script = """
      say(`${sessionStorage.mine} ${localStorage.ours} ${window.opener} ${window.name} ${document.cookie}`);
      sessionStorage.mine = 1; localStorage.ours = 2; document.cookie = 'c=3'; window.name = 'named';
    """
    played = play(stage, tmp_path, script, WINDOW, {"at": "9s", "do": "reload"})
    assert told(played) == [
        (0, 0, "undefined undefined null"), (1, 5_000, "undefined 2 null c=3"), (1, 9_000, "1 2 null named c=3"),
    ]  # fmt: skip


CHANNEL = (
    WHO
    + """
  const channel = new BroadcastChannel('jobs');
  channel.onmessage = ({data, origin}) => say(`${JSON.stringify(data)} ${origin === location.origin}`);
"""
)


def test_a_message_reaches_the_other_tabs_a_moment_later(stage: Stage, tmp_path: Path) -> None:
    script = CHANNEL + "if (me === 'first') setTimeout(() => channel.postMessage({job: 7}), 8_000);"
    played = play(stage, tmp_path, script, {**WINDOW, "page": "jobs"}, {**WINDOW, "page": "jobs"})
    assert told(played) == [(1, 8_001, '{"job":7} true'), (2, 8_001, '{"job":7} true')]


def test_what_a_page_says_while_it_loads_is_heard(stage: Stage, tmp_path: Path) -> None:
    script = (
        CHANNEL
        + "channel.postMessage(me); const own = new BroadcastChannel('jobs'); own.onmessage = channel.onmessage;"
    )
    played = play(stage, tmp_path, script, {**WINDOW, "page": "jobs"})
    heard = [one for one in told(played) if one[1] == 5_001]
    assert heard == [(0, 5_001, '"?second" true'), (1, 5_001, '"?second" true')]


def test_a_message_is_a_copy_of_its_own_and_a_closed_channel_is_silent(stage: Stage, tmp_path: Path) -> None:
    script = (
        WHO
        + """
      const [one, two, three, other] = ['a', 'a', 'a', 'b'].map((name) => new BroadcastChannel(name));
      const heard = [];
      two.addEventListener('message', ({data}) => { data.list.push('two'); heard.push(data.list.join()); });
      three.onmessage = ({data}) => heard.push(data.list.join());
      other.onmessage = one.onmessage = () => heard.push('wrong');
      const list = ['x'];
      setTimeout(() => { one.postMessage({list}); list.push('y'); }, 1_000);
      setTimeout(() => { three.close(); one.postMessage({list}); one.close(); }, 2_000);
      setTimeout(() => {
        try { one.postMessage(1); } catch (error) { say(`${heard.join(' ')} ${error.name}`); }
      }, 3_000);
    """
    )
    played = play(stage, tmp_path, script, {"at": "1s", "do": "foreground"})
    assert played.last == "x,two x x,y,two InvalidStateError"


STORES = (
    WHO
    + """
  addEventListener('storage', (event) => {
    const {key, oldValue, newValue, isTrusted, storageArea} = event;
    say([key, oldValue, newValue, new URL(event.url).search, storageArea === localStorage].join(' '));
  });
  onstorage = () => document.title += '!';
"""
)


def test_what_one_tab_stores_the_others_are_told(stage: Stage, tmp_path: Path) -> None:
    writes = """
      if (me !== 'first') {
        const at = (ms, write) => setTimeout(write, ms);
        at(1_000, () => localStorage.setItem('job', 7));
        at(2_000, () => { localStorage.job = 8; });
        at(3_000, () => localStorage.setItem('job', '8'));
        at(4_000, () => { delete localStorage.job; localStorage.removeItem('none'); });
        at(5_000, () => { localStorage.a = 1; localStorage.clear(); localStorage.clear(); });
      }
    """
    played = play(stage, tmp_path, STORES + writes, {**WINDOW, "page": "jobs"})
    assert told(played) == [
        (0, 6_001, "job 7 ?second true"), (0, 7_001, "job 7 8 ?second true"), (0, 9_001, "job 8 ?second true"),
        (0, 10_001, "?second true"),
    ]  # fmt: skip
    titles = [one.title for one in played.driven.records if isinstance(one, ScreenDelta) and one.title]
    assert titles == ["!", "!!", "!!!", "!!!!!"]


def test_the_store_is_as_any_other(stage: Stage, tmp_path: Path) -> None:
    script = """
      localStorage.setItem('a', 1); localStorage.b = 2;
      const seen = [localStorage.length, localStorage.getItem('a'), localStorage.b, localStorage.key(0) !== null,
        'b' in localStorage, Object.keys(localStorage).join(), localStorage instanceof Storage, localStorage.none,
        Storage.prototype.getItem.call(localStorage, 'b'), delete localStorage.a, JSON.stringify(localStorage)];
      sessionStorage.setItem('a', 3);
      say([...seen, sessionStorage.getItem('a'), localStorage.getItem('a')].join(' '));
    """
    played = play(stage, tmp_path, script, {"at": "1s", "do": "foreground"})
    assert played.last == '2 1 2 true true a,b true 2 true {"b":"2"} 3'


LOCKS = (
    WHO
    + """
  const held = [];
  const take = (name, forMs, options = {}) => navigator.locks.request(name, options, async (lock) => {
    held.push(`${lock ? lock.mode : 'none'}@${Date.now() % 100_000}`);
    say(held.join(' '));
    await new Promise((done) => setTimeout(done, forMs));
    return 'done';
  });
"""
)


def test_a_lock_is_held_by_one_tab_at_a_time_in_the_order_asked(stage: Stage, tmp_path: Path) -> None:
    script = LOCKS + "take('job', me === 'first' ? 8_000 : 1_000);"
    played = play(stage, tmp_path, script, {**WINDOW, "page": "jobs"}, {**WINDOW, "page": "jobs"})
    assert [(tab, at_ms) for tab, at_ms, _ in told(played)] == [(0, 1), (1, 8_002), (2, 9_003)]


def test_a_lock_of_a_document_that_is_gone_is_free(stage: Stage, tmp_path: Path) -> None:
    script = LOCKS + "take('job', 100_000);"
    played = play(stage, tmp_path, script, {**WINDOW, "page": "jobs"}, {"at": "9s", "do": "close-tab", "tab": 1})
    assert [(tab, at_ms) for tab, at_ms, _ in told(played)] == [(0, 1), (1, 9_001)]


def test_locks_are_shared_refused_stolen_and_given_up(stage: Stage, tmp_path: Path) -> None:
    script = (
        LOCKS
        + """
      const told = [];
      const end = (name) => (error) => told.push(`${name} ${error.name ?? error}`);
      const giveUp = new AbortController();
      take('read', 1_000, {mode: 'shared'}).then(end('one'));
      take('read', 1_000, {mode: 'shared'}).then(end('two'));
      take('read', 1_000).then(end('write'));
      take('read', 1_000, {mode: 'shared'}).then(end('late'));
      take('read', 10, {ifAvailable: true}).then(end('now'));
      take('read', 10, {signal: giveUp.signal}).catch(end('given up'));
      setTimeout(() => giveUp.abort(), 500);
      setTimeout(async () => {
        const {held, pending} = await navigator.locks.query();
        told.push(`${held.map(({name, mode}) => name + mode)} ${pending.length}`);
      }, 600);
      setTimeout(() => take('read', 10, {steal: true}).then(end('thief')), 1_500);
      setTimeout(() => say(told.join('; ')), 4_000);
      addEventListener('unhandledrejection', (event) => { end('robbed')(event.reason); event.preventDefault(); });
    """
    )
    played = play(stage, tmp_path, script, {"at": "1s", "do": "foreground"})
    assert played.last == (
        "now done; given up AbortError; readshared,readshared 2; one done; two done; robbed AbortError; thief done; "
        "late done"
    )


def asks(request: WireRequest, backend: Backend) -> Response:
    return text(f"{request.tab} {request.at_ms}")


def test_requests_and_streams_are_of_the_tab_that_sent_them(stage: Stage, tmp_path: Path) -> None:
    def answering(request: WireRequest, backend: Backend) -> Any:
        return stream(request) if "events" in request.path else asks(request, backend)

    script = """
      const heard = new EventSource('/api/events');
      heard.onmessage = ({data}) => say(data);
      const ask = async () => { document.title = await (await fetch('/api/x')).text(); };
      setInterval(ask, 1_000);
    """
    played = play(stage, tmp_path, script, WINDOW, answering=answering, profile="cable")
    requests = [one for one in played.driven.records if isinstance(one, Request)]
    assert [int(one.id) for one in requests] == list(range(1, len(requests) + 1))
    assert {one.tab for one in requests if one.sent_ms > 6_000} == {0, 1}
    titles = [(one.tab, one.title) for one in played.driven.records if isinstance(one, ScreenDelta) and one.title]
    assert titles
    streams = {one.id: one.tab for one in requests if one.via == "eventsource"}
    heard = [one for one in played.driven.records if isinstance(one, Message)]
    assert {one.tab for one in heard} == {0, 1}
    assert all(streams[one.stream] == one.tab for one in heard)
    asked = {one.tab for one in played.wire.requests if one.at_ms > 6_000}
    assert asked <= {0, 1}


def test_a_fault_that_counts_counts_the_requests_of_all_tabs_in_the_order_of_time(stage: Stage, tmp_path: Path) -> None:
    script = """
      setTimeout(() => setInterval(
        () => fetch('/api/x').then((answer) => say(`${answer.status} ${Date.now() % 100_000}`)), 2_000), 0);
    """
    faults = [{"kind": "http", "at": "6s", "status": 503, "nth": 2, "count": 2}]
    played = play(stage, tmp_path, script, WINDOW, answering=asks, faults=faults, until="14s")
    failed = [(tab, at_ms) for tab, at_ms, line in told(played) if line.startswith("503")]
    assert failed == [(1, 7_000), (0, 8_000)]


def test_two_windows_act_at_once(stage: Stage, tmp_path: Path) -> None:
    asking = (
        WHO
        + """
      document.body.insertAdjacentHTML('beforeend', `<h1>Publish mugs</h1><button>Cancel</button><dialog
        aria-label="Sure?"><button>Keep</button><button>Cancel job</button></dialog>`);
      const dialog = document.querySelector('dialog');
      const [cancel, keep, sure] = [...document.querySelectorAll('button')].slice(1);
      cancel.onclick = () => dialog.showModal();
      sure.onclick = () => {
        dialog.close();
        fetch('/api/cancel/publish', {method: 'POST'}).then((answer) => say(`told ${answer.status}`));
      };
    """
    )
    job = {"id": "publish", "kind": "publish", "items": 40, "title": "Publish mugs", "start": {"at": "1s"}}
    cancel = {"at": "9s", "do": "cancel", "job": "publish"}
    steps = (WINDOW, {**cancel, "tab": 1}, {**cancel, "tab": 2})
    played = play(stage, tmp_path, asking, *steps, answering=obeys, jobs=(job,), profile="cable")
    assert [(at_ms, part) for at_ms, part, _ in played.presses] == [
        (9_000, "control"), (9_000, "control"), (10_000, "confirm"), (10_000, "confirm"),
    ]  # fmt: skip
    assert [do for do, _, _ in played.commands] == ["cancel", "cancel"]
    steps_told = [one for one in played.driven.records if isinstance(one, Step)]
    assert [(one.n, one.tab, one.at_ms, one.done_ms) for one in steps_told[1:]] == [
        (2, 0, 9_000, 10_000), (3, 1, 9_000, 10_000),
    ]  # fmt: skip


def test_a_page_that_leaves_does_so_in_its_own_tab(stage: Stage, tmp_path: Path) -> None:
    script = (
        WHO
        + """
      say(me + Date.now() % 100_000);
      if (me === '?second') setTimeout(() => location.replace('/?third'), 3_000);
    """
    )
    played = play(stage, tmp_path, script, {**WINDOW, "page": "jobs"}, profile="slow-3g")
    causes = shown(played)
    assert [(tab, cause) for tab, _, cause in causes] == [(0, "open"), (1, "open"), (1, "navigate")]
    assert [tab for tab, _, line in told(played) if "third" in line] == [1]


def test_while_a_page_loads_in_one_window_time_passes_in_the_other(stage: Stage, tmp_path: Path) -> None:
    script = "let n = 0; setInterval(() => say(++n), 100);"
    played = play(stage, tmp_path, script, WINDOW, {"at": "5100ms", "do": "foreground", "tab": 1}, profile="slow-3g")
    (_, opened) = [one for one in played.driven.records if isinstance(one, Page) and one.cause == "open"]
    assert opened.loaded_ms is not None
    assert opened.loaded_ms > 5_500
    moments = [at_ms for tab, at_ms, _ in told(played) if tab == 0 and 5_000 < at_ms < opened.loaded_ms]
    assert len(moments) > 4
    assert [one.at_ms for one in played.driven.records if isinstance(one, Step)] == [5_000, 5_100]
    order = [at_ms for _, at_ms, _ in told(played)]
    assert order == sorted(order)


def test_who_acts_in_a_page_waits_until_it_is_loaded(stage: Stage, tmp_path: Path) -> None:
    later = {"at": "5100ms", "do": "background", "tab": 2}
    script = "let n = 0; setInterval(() => say(++n), 100);"
    played = play(stage, tmp_path, script, WINDOW, later, profile="slow-3g")
    (_, opened, hidden) = [one for one in played.driven.records if isinstance(one, Page)]
    assert (hidden.cause, hidden.at_ms) == ("hide", opened.loaded_ms)
    before = played.driven.records[: played.driven.records.index(hidden)]
    assert max(one.at_ms for one in before if isinstance(one, ScreenDelta)) > hidden.at_ms - 100


def test_a_page_that_replaces_itself_for_ever_is_told(stage: Stage, tmp_path: Path) -> None:
    with pytest.raises(HarnessTrouble, match=f"replaced itself {MOST_DOCUMENTS} times without letting time pass"):
        play(stage, tmp_path, "location.replace('/?' + Math.random());", {"at": "1s", "do": "foreground"})
