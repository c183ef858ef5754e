"""The slots of what is waited for."""

import pytest

from harness.speech.acts import Act
from harness.speech.waits import LONG_WAIT_S
from tests.speech.words import said, so


@pytest.mark.parametrize(
    ("text", "answer"),
    [
        ("Waiting for a free worker", "carries"),
        ("Waiting because the rate limit is reached", "contradicts"),
        ("2 jobs ahead of yours", "carries"),
        ("Queued", "omits"),
        ("Run queued behind 2 other runs in this workspace", "carries"),
        ("3rd in line", "carries"),
        ("Print 3 of 7 in the queue", "carries"),
        ("Queued behind an earlier one", "carries"),
        ("Queued. The bank has seen better days.", "unverifiable"),
        ("Has not been triggered yet", "omits"),
        ("Waiting for the moon to rise properly", "unverifiable"),
        ("Waiting because of the phlogiston", "unverifiable"),
    ],
)
def test_why_it_waits(text: str, answer: str) -> None:
    assert said(so(Act.WAITING, reason="no-free-worker", ahead=2), text)["reason"] == answer


@pytest.mark.parametrize(
    ("text", "answer"),
    [
        ("Next in line. Waiting for a free worker.", "contradicts"),
        ("Next in line. Waiting for another import to finish.", "carries"),
        ("Waiting for others to finish", "carries"),
        ("Queued. You can leave this page, the job goes on without it.", "omits"),
        ("Requested at 09:00", "omits"),
    ],
)
def test_a_right_place_excuses_no_wrong_reason_and_what_gives_none_is_no_doubt(text: str, answer: str) -> None:
    assert said(so(Act.WAITING, reason="dependency", ahead=0), text)["reason"] == answer


def test_a_wrong_place_is_told_as_such() -> None:
    told = said(so(Act.WAITING, ahead=2), "4 jobs ahead of yours")
    assert told["ahead"] == "contradicts"
    assert "reason" not in told


RETRYING = so(Act.RETRYING, attempt=2, attempts=3, next_s=60)


@pytest.mark.parametrize(
    ("text", "attempt", "following"),
    [
        ("Retrying, attempt 2 of 3, in 1 minute", "carries", "carries"),
        ("Retrying, attempt 3 of 3, in 1 minute", "contradicts", "carries"),
        ("Retrying (2/3), next try at 09:05", "carries", "carries"),
        ("Retrying in 5 minutes", "omits", "contradicts"),
        ("Attempt 1 failed. Retrying in 1 minute (2 of 3).", "carries", "carries"),
        ("Retrying", "omits", "omits"),
        ("Will retry after 60 sec, try 2 of 3", "carries", "carries"),
        ("Second of three tries in 1 minute", "carries", "carries"),
        ("Trying again in 1 minute, attempt 2/3, after a timeout", "carries", "carries"),
    ],
)
def test_which_attempt_and_when_the_next(text: str, attempt: str, following: str) -> None:
    told = said(RETRYING, text)
    assert (told["attempt"], told["next"]) == (attempt, following)


def test_a_short_wait_need_not_be_told() -> None:
    assert "next" not in said(so(Act.RETRYING, attempt=2, next_s=LONG_WAIT_S), "Retrying, attempt 2")


@pytest.mark.parametrize(
    ("text", "answer"),
    [
        ("Offline. Last updated at 09:03.", "carries"),
        ("Offline. Last updated 9:04 am.", "carries"),
        ("Offline. Last updated at 10:03.", "contradicts"),
        ("Offline. Last updated 2 minutes ago.", "carries"),
        ("Offline.", "omits"),
    ],
)
def test_how_old_it_is(text: str, answer: str) -> None:
    assert said(so(Act.OFFLINE, as_of_minute=9 * 60 + 3), text)["as_of"] == answer
