"""A press is told when it comes, and hits what is there, or was."""

from pathlib import Path

import pytest

from harness.trace.records import Press, ScreenDelta
from tests.drive.stage import Stage

pytestmark = pytest.mark.browser

MOVES = """
  const button = document.querySelector('button');
  button.onclick = () => { button.remove(); say('gone'); };
  addEventListener('click', (press) => { if (press.target !== button) say(`hit ${press.target.localName}`); });
  document.body.style.margin = '0';
"""


def test_the_second_press_of_a_double_click_hits_where_the_control_was(stage: Stage, tmp_path: Path) -> None:
    journey = ({"at": "5s", "do": "double-click", "job": "publish"},)
    played = stage.play(tmp_path, MOVES, journey=journey, until="10s")
    assert [text for _, text in played.said[-2:]] == ["gone", "hit html"]
    assert played.presses == [(5_000, "control", "Publish"), (5_150, "again", "Publish")]


def test_a_press_names_its_step_and_the_node_that_was_pressed(stage: Stage, tmp_path: Path) -> None:
    journey = ({"at": "2s", "do": "reload"}, {"at": "5s", "do": "submit", "job": "publish"})
    played = stage.play(tmp_path, "", journey=journey, until="10s")
    (press,) = [one for one in played.driven.records if isinstance(one, Press)]
    screens = [one.set_ for one in played.driven.records if isinstance(one, ScreenDelta)]
    nodes = {nid: node for drawn in screens for nid, node in drawn.items()}
    assert (press.step, press.role) == (2, "button")
    assert nodes[press.node or ""]["kids"] == ["Publish"]
