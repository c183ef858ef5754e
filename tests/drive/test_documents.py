"""Documents come and go: each begins at the trial's now, and a trial leaves nothing to the next."""

from pathlib import Path

import pytest

from harness.trace.records import Page
from tests.drive.stage import Played, Stage, text

pytestmark = pytest.mark.browser

BORN = """
  const kept = [localStorage.length, sessionStorage.length, history.length].join(' ');
  say(`${new Date().toISOString().slice(14, 19)} ${kept}`);
"""
ASKING = """
  let n = 0;
  setInterval(() => fetch('/api/x').then((r) => r.text()).then((t) => say(`${t} ${++n}`)), 700);
"""
LITTER = """
  say([document.cookie, localStorage.length, sessionStorage.length, window.name, history.length].join('|'));
  const ask = async () => {
    const kept = [await indexedDB.databases(), await caches.keys(), await navigator.serviceWorker.getRegistrations()];
    say([document.cookie, localStorage.length, sessionStorage.length, window.name, history.length,
      ...kept.map((one) => one.length)].join('|'));
  };
  ask().then(() => setTimeout(() => {
    document.cookie = 'a=1'; localStorage.a = 1; sessionStorage.a = 1; window.name = 'a';
    history.pushState(null, '', '/?second');
    indexedDB.open('a'); caches.open('a').then((c) => c.put('/x', new Response('x')));
  }, 1000));
  addEventListener('pagehide', () => { localStorage.b = 1; sessionStorage.b = 1; });
"""


def pages(played: Played) -> list[tuple[str, int, int]]:
    return [(r.cause, r.tab, r.at_ms) for r in played.driven.records if isinstance(r, Page)]


def test_a_reload_begins_at_the_trials_now(stage: Stage, tmp_path: Path) -> None:
    played = stage.play(tmp_path, "localStorage.a = 1;" + BORN, journey=({"at": "30s", "do": "reload"},))
    assert [said for _, said in played.said] == ["00:00 1 0 2", "00:30 1 0 2"]
    assert pages(played) == [("open", 0, 0), ("reload", 0, 30_000)]


def test_a_tab_opened_later_begins_at_the_trials_now_and_keeps_what_a_browser_keeps(
    stage: Stage, tmp_path: Path
) -> None:
    journey = ({"at": "10s", "do": "close-tab"}, {"at": "5m", "do": "open-tab"})
    script = "localStorage.a = 1; sessionStorage[Math.random()] = 1;" + BORN
    played = stage.play(tmp_path, script, journey=journey, until="6m")
    assert [said for _, said in played.said] == ["00:00 1 1 2", "05:00 1 1 2"]
    assert pages(played) == [("open", 0, 0), ("close", 0, 10_000), ("open", 1, 300_000)]


def test_a_trial_leaves_nothing_to_the_next(stage: Stage, tmp_path: Path) -> None:
    first, second = (stage.play(tmp_path, LITTER, until="20s") for _ in range(2))
    assert [said for _, said in first.said][-1] == "|0|0||2|0|0|0"
    assert first.said == second.said


def test_the_same_page_a_fresh_page_and_another_browser_see_the_same(stage: Stage, tmp_path: Path) -> None:
    script = ASKING.replace("++n", "++n} ${Math.random()")
    played = [stage.play(tmp_path, script, lambda *_: text("x"))]
    other = Stage()
    try:
        played.append(other.play(tmp_path, script, lambda *_: text("x")))
    finally:
        other.close()
    assert played[0].driven.records == played[1].driven.records


def test_hiding_the_tab_is_told_to_the_page(stage: Stage, tmp_path: Path) -> None:
    script = "document.onvisibilitychange = () => say(`${document.visibilityState} ${document.hasFocus()}`);"
    journey = ({"at": "5s", "do": "background"}, {"at": "9s", "do": "foreground"})
    played = stage.play(tmp_path, script, journey=journey)
    assert played.said[1:] == [(5_000, "hidden false"), (9_000, "visible true")]


def test_a_press_that_leads_to_another_document_goes_on_there(stage: Stage, tmp_path: Path) -> None:
    script = """
      say(location.search || 'home');
      document.querySelector('button').onclick = () => { location.href = '/?next'; };
    """
    there, back, forward = (
        {"at": "10s", "do": "submit", "job": "publish"},
        {"at": "20s", "do": "back"},
        {"at": "30s", "do": "forward"},
    )
    played = stage.play(tmp_path, script, journey=(there, back, forward, {**forward, "at": "40s"}))
    assert [said for _, said in played.said] == ["home", "?next", "home", "?next"]
    assert pages(played) == [("open", 0, 0), *(("navigate", 0, at_ms) for at_ms in (10_000, 20_000, 30_000))]


def test_back_from_the_first_page_leaves_the_app_and_forward_comes_back(stage: Stage, tmp_path: Path) -> None:
    journey = ({"at": "10s", "do": "back"}, {"at": "20s", "do": "forward"})
    played = stage.play(tmp_path, "say('here ' + Date.now() % 100_000)", journey=journey)
    assert [(at_ms, said.split()[0]) for at_ms, said in played.said] == [(0, "here"), (20_000, "here")]


def test_back_and_forward_within_a_document_are_the_pages_own_affair(stage: Stage, tmp_path: Path) -> None:
    script = """
      onpopstate = () => say(location.search || 'home');
      document.querySelector('button').onclick = () => { history.pushState(null, '', '/?next'); say('next'); };
    """
    journey = (
        {"at": "10s", "do": "submit", "job": "publish"},
        {"at": "20s", "do": "back"},
        {"at": "30s", "do": "forward"},
    )
    played = stage.play(tmp_path, script, journey=journey)
    assert played.said[1:] == [(10_000, "next"), (20_000, "home"), (30_000, "?next")]
    assert pages(played) == [("open", 0, 0)]


def test_segments_may_be_cut_anywhere(stage: Stage, tmp_path: Path) -> None:
    script = ASKING
    whole = stage.play(tmp_path, script, lambda *_: text("x"))
    cuts = tuple({"at": f"{at}ms", "do": "foreground"} for at in range(1_000, 60_000, 1_700))
    cut = stage.play(tmp_path, script, lambda *_: text("x"), journey=cuts)
    assert whole.said == cut.said


def test_text_that_comes_into_an_empty_clipped_box_is_seen_at_once(stage: Stage, tmp_path: Path) -> None:
    script = """
      const box = document.getElementById('said');
      box.textContent = ''; box.style.clipPath = 'inset(0 -100vmax)';
      setTimeout(() => say('here'), 10_240);
    """
    assert stage.play(tmp_path, script).said == [(10_240, "here")]
