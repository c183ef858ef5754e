"""What a person does comes at its moment and is told; what cannot be done says what would mend it."""

from pathlib import Path

import pytest

from harness.core.errors import HarnessTrouble, UsageError
from harness.drive.steps import DO
from harness.scenario.journey import Do
from harness.trace.records import Press, Step
from tests.drive.stage import Stage

LINKED = """
  document.body.insertAdjacentHTML('beforeend', '<a href="/jobs">Jobs</a>');
  let n = 0;
  document.querySelector('button').onclick = () => say(`pressed ${++n}`);
"""


def test_every_step_of_a_journey_can_be_taken() -> None:
    assert set(DO) == set(Do)


@pytest.mark.browser
def test_a_double_click_is_two_presses_with_its_gap(stage: Stage, tmp_path: Path) -> None:
    journey = ({"at": "5s", "do": "double-click", "job": "publish", "gap": "150ms"},)
    played = stage.play(tmp_path, LINKED, journey=journey, until="10s")
    assert played.said[2:] == [(5_000, "pressed 1"), (5_150, "pressed 2")]
    steps = [one for one in played.driven.records if isinstance(one, Step)]
    assert steps == [Step(n=1, do="double-click", at_ms=5_000, tab=0, done_ms=5_150, job="publish")]
    presses = [one for one in played.driven.records if isinstance(one, Press)]
    assert [(one.at_ms, one.part, one.role, one.step) for one in presses] == [
        (5_000, "control", "button", 1),
        (5_150, "again", "button", 1),
    ]
    assert presses[0].node == presses[1].node is not None


@pytest.mark.browser
def test_what_moves_under_the_mouse_later_is_not_hovered_at_a_moment_of_the_browsers_own(
    stage: Stage, tmp_path: Path
) -> None:
    script = """
      const cover = document.createElement('div');
      cover.style.cssText = 'position: fixed; inset: 0; background: white';
      const hovered = [];
      cover.onmouseover = () => hovered.push('over');
      let n = 0;
      setTimeout(() => {
        document.body.prepend(cover);
        setInterval(() => { cover.textContent = `${hovered} ${++n}`; }, 20);
      }, 5_000);
    """
    journey = ({"at": "1s", "do": "submit", "job": "publish"}, {"at": "2s", "do": "reload"})
    for steps in (journey, journey[:1]):
        played = stage.play(tmp_path, script, journey=steps)
        assert played.last.lstrip().isdecimal(), played.last


def test_a_person_waits_for_a_button_and_not_for_ever(stage: Stage, tmp_path: Path) -> None:
    journey = ({"at": "5s", "do": "submit", "job": "publish"},)
    late = "document.querySelector('button').disabled = true;"
    wait = "setTimeout(() => { document.querySelector('button').disabled = false; }, 7_000);"
    played = stage.play(tmp_path, LINKED + late + wait, journey=journey, until="20s")
    assert played.said[2:] == [(7_000, "pressed 1")]
    with pytest.raises(UsageError, match=r'no button named "Publish" on the page 15 s after step submit'):
        stage.play(tmp_path, late, journey=journey, until="30s")


@pytest.mark.browser
def test_a_step_without_a_tab_says_what_is_missing(stage: Stage, tmp_path: Path) -> None:
    journey = ({"at": "5s", "do": "close-tab"}, {"at": "9s", "do": "submit", "job": "publish"})
    with pytest.raises(HarnessTrouble, match="add `do: open-tab` before that step"):
        stage.play(tmp_path, LINKED, journey=journey, until="10s")
