"""Without a mouse: each move of the focus takes its time and is seen; who cannot get there takes the mouse."""

from pathlib import Path
from typing import Any

import pytest

from harness.drive.reach import MOST_TABS, TAB_MS
from harness.trace.records import Press, ScreenDelta
from tests.drive.stage import Played, Stage, obeys

pytestmark = pytest.mark.browser

STARTED = {"id": "publish", "kind": "publish", "items": 40, "title": "Publish mugs", "start": {"at": "1s"}}
CANCEL = {"at": "5s", "do": "cancel", "job": "publish", "by": "keyboard"}
PAGE = """
  document.body.innerHTML = `<p id=said>nothing</p><h1>Publish mugs</h1>
    <a href="/elsewhere">One</a> <button>Two</button> <span tabindex=0>Three</span>
    <button id=cancel>Cancel</button> <button id=last>Last</button>`;
  const cancel = document.getElementById('cancel');
  const tell = () => fetch('/api/cancel/publish', {method: 'POST'}).then((answer) => say(`told ${answer.status}`));
  cancel.onclick = tell;
"""
NO_KEYBOARD = "could not be reached by keyboard, pressed with the mouse"
UNSPOKEN = "not offered by a screen reader, pressed with the mouse"


def play(stage: Stage, folder: Path, script: str, step: dict[str, Any] = CANCEL, **more: Any) -> Played:
    return stage.play(folder, PAGE + script, obeys, journey=(step,), until="60s", jobs=(STARTED,), **more)


def focuses(played: Played) -> list[tuple[int, str]]:
    """What has the focus from which moment on, by what it says; "page" is what is no node of its own."""
    nodes: dict[str, dict[str, Any]] = {"": {"kids": ["nothing"]}}
    found: list[tuple[int, str]] = []
    for one in played.driven.records:
        if isinstance(one, ScreenDelta):
            nodes |= one.set_
            if one.focus is not None:
                found.append((one.at_ms, "page" if one.focus == "1" else nodes[one.focus]["kids"][0]))
    return found


def by(played: Played) -> list[tuple[int, str, str]]:
    return [(one.at_ms, one.name, one.by) for one in played.driven.records if isinstance(one, Press)]


def test_tab_by_tab_to_the_control_and_enter(stage: Stage, tmp_path: Path) -> None:
    played = play(stage, tmp_path, "")
    assert focuses(played) == [(5_000, "One"), (5_100, "Two"), (5_200, "page"), (5_300, "Cancel")]
    assert by(played) == [(5_000 + 4 * TAB_MS, "Cancel", "keyboard")]
    assert played.commands == [("cancel", "publish", None)]
    assert played.notes == [None]


def test_back_where_the_control_lies_behind(stage: Stage, tmp_path: Path) -> None:
    played = play(stage, tmp_path, "document.getElementById('last').focus();")
    assert focuses(played) == [(0, "Last"), (5_000, "Cancel")]


def test_in_a_dialog_the_focus_stays_and_what_is_behind_it_has_none(stage: Stage, tmp_path: Path) -> None:
    dialog = """
      document.body.insertAdjacentHTML('beforeend', `<dialog aria-label="Sure?"><button>Keep running</button>
        <button>Help</button><button>Cancel job</button></dialog>`);
      const dialog = document.querySelector('dialog');
      cancel.onclick = () => dialog.showModal();
      dialog.onclick = (press) => {
        if (press.target.localName !== 'button') return;
        dialog.close();
        if (press.target.textContent === 'Cancel job') tell();
      };
    """
    played = play(stage, tmp_path, dialog)
    assert focuses(played)[-4:] == [
        (5_400, "Keep running"), (6_400, "Help"), (6_500, "Cancel job"), (6_600, "Cancel"),
    ]  # fmt: skip
    assert [one[1:] for one in by(played)] == [("Cancel", "keyboard"), ("Cancel job", "keyboard")]
    assert played.commands == [("cancel", "publish", None)]


def test_a_focus_that_is_lost_is_seen(stage: Stage, tmp_path: Path) -> None:
    played = play(stage, tmp_path, "cancel.onclick = () => cancel.remove();")
    assert focuses(played)[-2:] == [(5_300, "Cancel"), (5_400, "nothing")]


def test_into_a_shadow_root(stage: Stage, tmp_path: Path) -> None:
    shadow = """
      cancel.remove();
      const host = document.createElement('div');
      document.body.append(host);
      host.attachShadow({mode: 'open'}).innerHTML = '<button>Stop</button>';
      host.shadowRoot.firstChild.onclick = tell;
    """
    played = play(stage, tmp_path, shadow)
    assert by(played) == [(5_500, "Stop", "keyboard")]
    assert played.commands == [("cancel", "publish", None)]


@pytest.mark.parametrize(
    ("script", "tabs"),
    [
        ("cancel.tabIndex = -1;", 6),
        ("addEventListener('keydown', (press) => press.key === 'Tab' && press.preventDefault());", MOST_TABS),
        (
            "document.querySelector('span').addEventListener('blur', ({target}) => setTimeout(() => target.focus()));",
            4,
        ),
    ],
)
def test_who_cannot_get_there_takes_the_mouse_and_says_so(stage: Stage, tmp_path: Path, script: str, tabs: int) -> None:
    played = play(stage, tmp_path, script)
    assert played.notes == [NO_KEYBOARD]
    ((at_ms, name, means),) = by(played)
    assert (name, means) == ("Cancel", "mouse")
    assert at_ms == 5_000 + tabs * TAB_MS
    assert played.commands == [("cancel", "publish", None)]


def test_a_screen_reader_goes_to_what_it_offers_and_takes_the_focus_along(stage: Stage, tmp_path: Path) -> None:
    step = {**CANCEL, "by": "screen-reader"}
    hidden = "document.querySelector('h1').insertAdjacentHTML('afterend', '<p aria-hidden=true><button>Stop</button>');"
    played = play(stage, tmp_path, hidden, step)
    assert by(played) == [(5_000, "Cancel", "screen-reader")]
    assert focuses(played) == [(5_000, "Cancel")]
    assert played.commands == [("cancel", "publish", None)]


def test_what_a_screen_reader_does_not_offer_is_pressed_with_the_mouse(stage: Stage, tmp_path: Path) -> None:
    step = {**CANCEL, "by": "screen-reader"}
    played = play(stage, tmp_path, "cancel.setAttribute('aria-hidden', 'true');", step)
    assert by(played) == [(5_000, "Cancel", "mouse")]
    assert played.notes == [UNSPOKEN]


def test_a_picture_that_is_a_button_is_pressed_by_a_screen_reader_too(stage: Stage, tmp_path: Path) -> None:
    drawn = """
      cancel.outerHTML = '<svg role=button aria-label=Stop tabindex=0 width=20 height=20><rect width=9 height=9 />';
      document.querySelector('svg').onclick = tell;
      addEventListener('pointerdown', () => say('pointed at'));
    """
    played = play(stage, tmp_path, drawn, {**CANCEL, "by": "screen-reader"})
    assert played.commands == [("cancel", "publish", None)]
    assert "pointed at" not in [text for _, text in played.said]


def test_links_on_the_way_are_taken_by_keyboard_too(stage: Stage, tmp_path: Path) -> None:
    script = "document.querySelector('a').href = '/files/x';"
    visit = {"at": "5s", "do": "visit", "page": "jobs", "by": "keyboard"}
    played = play(stage, tmp_path, script, visit, told={"pages": {"jobs": "/files/x"}})
    assert by(played) == [(5_100, "One", "keyboard")]
    assert played.notes == ["by a link to /files/x"]
