"""What controls are usually called, and what only looks like it."""

import re

import pytest

from harness.scenario.journey import CHANGES, STARTS, Do
from harness.targets.controls import CONTROL_OF, SUCH_AS, USUAL
from harness.targets.file import Controls

CALLED = {
    "cancel": ["Cancel", "Cancel publish", "Stop the import", "Abort job", "cancel…", "Stop", "Cancel update"],
    "retry_failed": ["Retry failed", "Retry 3 failed items", "Retry 2 items", "Try the 3 failed rows again"],
    "rerun": ["Run again", "Publish again", "Publish 20 items again", "Re-run", "Restart", "Start this job again"],
    "continue": ["Skip and continue", "Continue", "Resume", "Skip 2 items and go on"],
    "file": ["Choose a file", "Choose file", "Browse…", "Upload CSV", "Select a CSV file", "Drop your file here"],
}
OTHER = {
    "cancel": ["Stop trying", "Stop asking", "Cancel editing", "Cancelled jobs", "Don't cancel", "Stop retrying"],
    "retry_failed": ["Retry: Publish 20 items", "Retry", "Try again", "Retrying 2 items", "Show failed items"],
    "rerun": ["Try again", "Check again", "Send the same order again", "Publish 20 items", "Look again"],
    "continue": ["Skip to content", "Continue with Google", "Discontinue", "Show skipped items"],
    "file": ["Import item file", "Download file", "Choose columns", "Files"],
}
LESS = {"retry_failed": ["Retry", "Try again", "Retry now"]}


def fits(control: str, name: str) -> list[bool]:
    patterns = [pattern.replace("{kind}", "publish") for pattern in USUAL[control]]
    return [re.search(pattern, name, re.IGNORECASE) is not None for pattern in patterns]


@pytest.mark.parametrize(("control", "name"), [(control, name) for control, names in CALLED.items() for name in names])
def test_a_control_has_its_usual_names(control: str, name: str) -> None:
    assert fits(control, name)[0]


@pytest.mark.parametrize(("control", "name"), [(control, name) for control, names in OTHER.items() for name in names])
def test_what_sounds_alike_is_another_control(control: str, name: str) -> None:
    assert not fits(control, name)[0]


@pytest.mark.parametrize(("control", "name"), [(control, name) for control, names in LESS.items() for name in names])
def test_a_name_that_says_less_counts_for_less(control: str, name: str) -> None:
    assert fits(control, name) == [False, True]


def test_every_step_that_presses_a_control_has_one_that_a_target_file_can_name() -> None:
    assert set(CONTROL_OF) == {*STARTS, *CHANGES, Do.CHOOSE_FILE}
    assert set(CONTROL_OF.values()) == set(USUAL) == set(SUCH_AS)
    assert all(fits(control, name)[0] for control, name in SUCH_AS.items())
    assert all(Controls().named(name) is None for name in (*USUAL, "confirm", "dismiss"))
