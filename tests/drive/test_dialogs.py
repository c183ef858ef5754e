"""The button that says what a person means is found in dialogs as products word them; where none is clear, none."""

import pytest

from harness.drive.dialogs import choose
from harness.scenario.journey import Answer, Do

# what is done: the buttons of the dialog, the one that confirms, the one that dismisses
DIALOGS = [
    (Do.CANCEL, ["Cancel job", "Keep running"], 0, 1),
    (Do.CANCEL, ["Keep publishing", "Cancel publish"], 1, 0),
    (Do.CANCEL, ["Cancel", "Cancel the job"], 1, 0),
    (Do.CANCEL, ["Cancel", "Stop"], 1, 0),
    (Do.CANCEL, ["Cancel", "OK"], 1, 0),
    (Do.CANCEL, ["Cancel", "Keep running"], 0, 1),
    (Do.CANCEL, ["×", "Cancel"], 1, 0),
    (Do.CANCEL, ["Yes, cancel", "No"], 0, 1),
    (Do.CANCEL, ["Don’t cancel", "Cancel and keep what is done"], 1, 0),
    (Do.CANCEL, ["Continue publishing", "Stop publishing"], 1, 0),
    (Do.CANCEL, ["Back", "Abort import"], 1, 0),
    (Do.CANCEL, ["Let it run", "End now"], 1, 0),
    (Do.CANCEL, ["No, go back", "Yes, stop it"], 1, 0),
    (Do.CANCEL, ["Confirm"], 0, None),
    (Do.CANCEL, ["Continue and cancel", "Cancel"], 0, 1),
    # Which of these two goes on with what?
    (Do.CANCEL, ["Continue", "Cancel"], None, None),
    (Do.CANCEL, ["Cancel"], None, None),
    (Do.CANCEL, ["Help", "Settings"], None, None),
    (Do.CANCEL, [], None, None),
    (Do.RETRY_FAILED, ["Cancel", "Retry 3 items"], 1, 0),
    (Do.RETRY_FAILED, ["Not now", "Try again"], 1, 0),
    (Do.RERUN, ["Cancel", "Run again"], 1, 0),
    (Do.RERUN, ["Publish 20 items", "Go back"], 0, 1),
    (Do.RERUN, ["Restart", "Keep as it is"], 0, 1),
    (Do.CONTINUE, ["Cancel", "Skip 2 items and continue"], 1, 0),
    (Do.CONTINUE, ["Continue", "Cancel"], 0, 1),
    (Do.SUBMIT, ["Start import", "Cancel"], 0, 1),
    (Do.DOUBLE_CLICK, ["Close", "Publish"], 1, 0),
]  # fmt: skip


@pytest.mark.parametrize(("do", "names", "confirms", "dismisses"), DIALOGS)
def test_each_answer_has_its_button(do: Do, names: list[str], confirms: int | None, dismisses: int | None) -> None:
    assert choose(names, do, Answer.CONFIRM) == confirms
    assert choose(names, do, Answer.DISMISS) == dismisses
