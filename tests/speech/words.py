"""What the tests of judged words share: words and what was so, and the answers by name."""

from typing import Any

from harness.speech.acts import Act
from harness.speech.judge import judge_lines
from harness.speech.judged import Judged
from harness.speech.situation import Situation
from tests.microcopy.saying import english


def so(act: Act, **facts: Any) -> Situation:
    return Situation(act=act, **facts)


def answers(situation: Situation, *lines: str, controls: tuple[str, ...] = ()) -> dict[str, Judged]:
    return {held.name: held for held in judge_lines(lines, controls, situation, english())}


def said(situation: Situation, *lines: str, controls: tuple[str, ...] = ()) -> dict[str, str]:
    """slot -> what became of it"""
    return {name: held.said.value for name, held in answers(situation, *lines, controls=controls).items()}
