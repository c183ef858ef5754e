"""The slots of a failure: the right cause and no other, a remedy that can help."""

import pytest

from harness.core import causes
from harness.speech.acts import Act
from harness.speech.situation import Situation
from tests.speech.words import said, so


def failed(*named: str, **facts: object) -> Situation:
    return so(Act.FAILED, causes=dict.fromkeys(named, 1), **facts)


@pytest.mark.parametrize(
    ("situation", "text", "answer"),
    [
        (failed("missing-id"), "It failed because the SKU is missing", "carries"),
        (failed("missing-id"), "It failed because the request timed out", "contradicts"),
        (failed("missing-id"), "It failed", "omits"),
        (failed("missing-id"), "It failed because of the phlogiston", "unverifiable"),
        (failed("missing-id"), "It failed for an unknown reason", "contradicts"),
        (failed("timeout"), "It failed because of an internal error", "carries"),
        (failed("upstream-error"), "It failed because of an internal error", "contradicts"),
        (failed("unknown"), "Something went wrong", "carries"),
        (failed("missing-id", "timeout"), "2 rows have no SKU and 1 timed out", "carries"),
        (failed("missing-id", "timeout"), "2 rows have no SKU", "omits"),
        (failed("user-data"), "The photo is too large", "carries"),
        (failed("bad-format"), "Please check the date format", "carries"),
        (failed("expired-credentials"), "Reconnect your shop to go on", "carries"),
        (failed("upstream-error"), "We couldn't connect to your bank", "carries"),
        (failed("bad-format"), "The names contain characters that the disk doesn't allow", "carries"),
        (failed("upstream-error"), "Salesforce took too long to answer", "carries"),
        (failed("bad-format"), "12 rows have text where a number belongs", "unverifiable"),
        (failed("bad-format"), "12 rows failed", "omits"),
        (failed("bad-format"), "12 rows failed over a frobnicated regrunted flange", "unverifiable"),
        (failed("timeout"), "Nothing is wrong with your file", "unverifiable"),
    ],
)
def test_the_cause(situation: Situation, text: str, answer: str) -> None:
    assert said(situation, text)["cause"] == answer


@pytest.mark.parametrize(
    ("situation", "text", "answer"),
    [
        (failed("missing-id"), "The SKU is missing. Add it and try again.", "carries"),
        (failed("missing-id"), "The SKU is missing. Try again.", "contradicts"),
        (failed("missing-id"), "The SKU is missing.", "omits"),
        (failed("bad-format"), "The address is wrong. Ask them which one they use.", "unverifiable"),
        (failed("bad-format"), "The address is wrong. Contact support.", "contradicts"),
        (failed("upstream-error"), "The printer did not respond. Check the heater.", "unverifiable"),
        (failed("bad-format"), "The date is wrong. It needs to be DD/MM/YYYY.", "unverifiable"),
        (failed("no-permission"), "You are not allowed to do this. Ask an administrator.", "carries"),
        (failed("no-permission"), "You are not allowed to do this. Try again.", "contradicts"),
        (failed("expired-credentials"), "Your session has expired. Sign in again.", "carries"),
        (failed("timeout"), "It timed out. Try again later.", "carries"),
        (failed("timeout"), "It timed out. Correct the dates.", "carries"),
        (failed("network"), "The connection was lost. Correct the dates.", "contradicts"),
        (failed("upstream-error", retry_scheduled=True), "The shop didn't answer. We'll try again.", "carries"),
        (failed("missing-id"), "The SKU is missing. Conjure it up and try again.", "contradicts"),
        (failed("missing-id"), "The SKU is missing. Conjure the SKU and try again.", "unverifiable"),
        (failed("expired-credentials"), "The password is wrong. Change it under Connections.", "carries"),
        (failed("timeout", retryable=False), "It timed out. Try again.", "contradicts"),
        (failed("missing-id", retryable=True), "The SKU is missing. Try again.", "carries"),
    ],
)
def test_the_remedy(situation: Situation, text: str, answer: str) -> None:
    assert said(situation, text)["remedy"] == answer


def test_a_control_is_a_remedy() -> None:
    assert said(failed("timeout"), "It timed out.", controls=("Retry",))["remedy"] == "carries"
    assert said(failed("missing-id"), "The SKU is missing.", controls=("Retry",))["remedy"] == "contradicts"


@pytest.mark.parametrize("cause", causes.ALL, ids=lambda cause: cause.id)
def test_the_registrys_own_words_tell_each_cause_and_its_remedy(cause: causes.Cause) -> None:
    told = said(failed(cause.id), f"{cause.title}. {cause.remedy}")
    assert (told["cause"], told["remedy"]) == ("carries", "carries")
