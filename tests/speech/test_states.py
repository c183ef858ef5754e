"""The slot state: what goes on is said, and nothing else."""

import pytest

from harness.speech.acts import Act
from harness.speech.states import CARRIES, DENIES
from tests.speech.words import said, so


def test_stopped_is_said_of_a_failure_and_cancelled_is_not() -> None:
    failed = so(Act.FAILED, causes={"bad-format": 12})
    assert "state" not in said(failed, "Load stopped: 12 rows have text where a number belongs.")
    assert said(failed, "Load cancelled: 12 rows have text where a number belongs.")["state"] == "contradicts"


@pytest.mark.parametrize(
    ("act", "text", "answer"),
    [
        (Act.WAITING, "In the queue", "carries"),
        (Act.WAITING, "Running", "contradicts"),
        (Act.WAITING, "Starts as soon as a worker is free", "carries"),
        (Act.WORKING, "Import complete", "contradicts"),
        (Act.STALLED, "This takes longer than usual", "carries"),
        (Act.STALLED, "The hourly limit is reached", "carries"),
        (Act.STALLED, "Import failed", "contradicts"),
        (Act.RETRYING, "Import failed, trying again in 10 s", "carries"),
        (Act.RETRYING, "Import failed", "contradicts"),
        (Act.CANCELLING, "Stopping…", "carries"),
        (Act.CANCELLING, "Cancelled", "contradicts"),
        (Act.CANCELLED, "Stopped by you", "carries"),
        (Act.CANCELLED, "Import failed", "contradicts"),
        (Act.SUCCEEDED, "36 files uploaded", "carries"),
        (Act.SUCCEEDED, "12 uploads complete", "carries"),
        (Act.SUCCEEDED, "Report ready", "carries"),
        (Act.SUCCEEDED, "Upload failed", "contradicts"),
        (Act.OFFLINE, "Connection lost", "carries"),
        (Act.BACK, "Back online", "carries"),
        (Act.BACK, "You're online", "carries"),
        (Act.BACK, "Connection lost", "contradicts"),
        (Act.OFFLINE, "Syncing paused. Showing issues as of 09:03.", "carries"),
        (Act.BACK, "Syncing paused. Showing issues as of 09:03.", "contradicts"),
        (Act.OFFLINE, "The encoder is beyond the horizon", "unverifiable"),
        (Act.WAITING, "Preparing the environment", "omits"),
        (Act.WAITING, "Spinning up the phlogiston", "omits"),
        (Act.RETRYING, "Delivery failed; redelivering in 30 s", "carries"),
        (Act.CANCELLED, "The copy was called off", "carries"),
        (Act.CANCELLED, "Cancelled: 2 of 5 files were imported", "carries"),
        (Act.CANCELLED, "Cancelled. Import completed.", "contradicts"),
        (Act.SUCCEEDED, "Backup finished with warnings: 995 files saved", "carries"),
        (Act.SUCCEEDED, "Backup finished with errors: 995 files saved", "contradicts"),
        (Act.STARTED, "Your export is ready", "contradicts"),
    ],
)
def test_a_state_is_told(act: Act, text: str, answer: str) -> None:
    assert said(so(act), text)["state"] == answer


def test_silence_omits_and_strange_words_may_be_it() -> None:
    assert said(so(Act.WAITING), "Hello")["state"] == "omits"
    assert said(so(Act.WAITING), "Frobnicating gently over yonder")["state"] == "unverifiable"


def test_a_mixed_end_may_be_called_a_failure_beside_the_other_count() -> None:
    mixed = so(Act.MIXED, succeeded=20, failed=3, skipped=0)
    assert "state" not in said(mixed, "Import failed: 20 rows imported, 3 failed")
    assert said(mixed, "Import failed")["state"] == "contradicts"


def test_what_carries_an_act_does_not_deny_it() -> None:
    assert not [act for act in CARRIES if set(CARRIES[act]) & set(DENIES[act])]
