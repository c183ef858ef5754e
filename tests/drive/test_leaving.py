"""A page that goes to another document by itself, at any moment: the next begins there, and nothing is lost."""

from pathlib import Path

import pytest

from harness.core.errors import HarnessTrouble
from harness.drive.drive import drive
from harness.drive.plan import Plan
from harness.trace.records import Page
from tests.drive.stage import WRITTEN, Played, ScriptedWire, Stage, situation, target, text

pytestmark = pytest.mark.browser

COUNTING = """
  const n = Number(sessionStorage.n ?? 0);
  sessionStorage.n = n + 1;
  say(`${n} born ${Date.now() % 600_000}`);
  setInterval(() => say(`${n} at ${Date.now() % 600_000}`), 7_000);
"""


def pages(played: Played) -> list[tuple[str, int, str]]:
    return [(one.cause, one.at_ms, one.url) for one in played.driven.records if isinstance(one, Page)]


@pytest.mark.parametrize("cut", [False, True])
def test_a_page_that_reloads_itself_begins_again_at_that_very_moment(stage: Stage, tmp_path: Path, cut: bool) -> None:
    script = COUNTING + "setTimeout(() => location.reload(), 30_000);"
    moments = range(1_000, 60_000, 1_700) if cut else [1_000]
    cuts = tuple({"at": f"{at}ms", "do": "foreground"} for at in moments)
    played = stage.play(tmp_path, script, until="70s", journey=cuts)
    documents = [one for one in pages(played) if one[0] != "show" and one[0] != "hide"]
    assert documents == [("open", 0, "/"), ("reload", 30_000, "/"), ("reload", 60_000, "/")]
    assert [said for _, said in played.said] == [
        "0 born 0", "0 at 7000", "0 at 14000", "0 at 21000", "0 at 28000",
        "1 born 30000", "1 at 37000", "1 at 44000", "1 at 51000", "1 at 58000",
        "2 born 60000", "2 at 67000",
    ]  # fmt: skip


def test_a_page_that_goes_elsewhere_after_an_answer_takes_the_loads_time(stage: Stage, tmp_path: Path) -> None:
    script = """
      say(location.pathname + location.search);
      if (!location.search) setTimeout(() => fetch('/api/x').then(() => {
        say('leaving'); location.assign('/?a'); location.assign('/?next'); }), 20_000);
    """
    played = stage.play(tmp_path, script, lambda *_: text("x"), profile="slow-3g")
    (_, opened_ms, _), (cause, left_ms, url) = [one for one in pages(played) if one[0] not in ("show", "hide")]
    assert (opened_ms, cause, url) == (0, "navigate", "/?next")
    assert left_ms >= 20_000 + 400
    assert [said for _, said in played.said] == ["/", "leaving", "/?next"]
    assert played.said[1][0] == left_ms
    assert played.said[2][0] >= left_ms + 2 * 400


def test_a_refresh_in_the_pages_head_follows_the_trials_clock(stage: Stage, tmp_path: Path) -> None:
    refresh = "document.head.insertAdjacentHTML('beforeend', '<meta http-equiv=refresh content=\"25; url=/?two\">');"
    script = "if (!location.search) " + refresh + "say(location.search || 'one');"
    played = stage.play(tmp_path, script)
    assert played.said == [(0, "one"), (25_000, "?two")]


def test_what_a_router_takes_over_is_the_same_document(stage: Stage, tmp_path: Path) -> None:
    script = """
      navigation.addEventListener('navigate', (event) => event.intercept({handler: async () => say('routed')}));
      say('here');
      setTimeout(() => { location.href = '/elsewhere'; }, 5_000);
      setTimeout(() => say(location.pathname), 9_000);
    """
    played = stage.play(tmp_path, script)
    assert [said for _, said in played.said] == ["here", "routed", "/elsewhere"]


def test_a_redirect_while_the_page_loads_is_followed(stage: Stage, tmp_path: Path) -> None:
    played = stage.play(tmp_path, "if (!location.search) location.href = '/?two'; say(location.search);")
    assert played.last == "?two"


def test_a_form_and_the_history_lead_to_documents_too(stage: Stage, tmp_path: Path) -> None:
    script = """
      say(location.search || 'home');
      const form = document.createElement('form');
      form.innerHTML = '<input name=a value=1>';
      document.body.append(form);
      if (location.search) { sessionStorage.been = 1; setTimeout(() => history.back(), 10_000); }
      else if (sessionStorage.been) setTimeout(() => say('still'), 20_000);
      else setTimeout(() => form.submit(), 5_000);
    """
    played = stage.play(tmp_path, script)
    assert played.said == [(0, "home"), (5_000, "?a=1"), (15_000, "home"), (35_000, "still")]


def test_a_page_that_replaces_itself_for_ever_is_trouble(stage: Stage, tmp_path: Path) -> None:
    (tmp_path / "page.html").write_text("<script>setTimeout(() => location.reload())</script>", encoding="utf-8")
    wire = ScriptedWire(lambda *_: text("x"))
    scene = situation("60s", ({"at": "1s", "do": "reload"},), {})
    plan = Plan(scenario=scene, target=target(tmp_path), wire=wire, seed=1, written=WRITTEN)

    async def play() -> None:
        await drive(plan, await stage.keeper.lab())

    with pytest.raises(HarnessTrouble, match="replaced itself 50 times without letting time pass"):
        stage.run(play())
