"""The slots of work that goes on."""

import pytest

from harness.speech.acts import Act
from harness.speech.progress import GENERIC
from tests.speech.words import said, so

WORKING = so(
    Act.WORKING, job="Convert videos", verb="convert", noun="video", done=3, total=10, remaining_s=120, step=2, steps=4
)


@pytest.mark.parametrize(
    ("text", "answer"),
    [
        ("Converting 3 of 10 videos", "carries"),
        ("Converting video 4 of 10", "carries"),
        ("Converting videos: 30 %", "carries"),
        ("Converting videos, about 2 minutes left", "carries"),
        ("Converting videos, about 10 minutes left", "contradicts"),
        ("Converting videos: 60 %", "contradicts"),
        ("Video 4 of 10: reading frames (60 %)", "carries"),
        ("3 videos loaded", "carries"),
        ("4 videos loaded", "omits"),
        ("Converting videos, 7 to go", "carries"),
        ("Converting videos (step 2 of 4)", "carries"),
        ("Converting videos", "omits"),
        ("Converting 10 videos", "omits"),
    ],
)
def test_a_quantity(text: str, answer: str) -> None:
    assert said(WORKING, text)["quantity"] == answer


def test_a_number_that_nothing_took_may_be_it() -> None:
    assert said(WORKING, "Stock videos: 3 of 10")["quantity"] == "unverifiable"
    assert said(WORKING, "Zipping 4 of 10 videos")["quantity"] == "carries"
    assert said(WORKING, "Videos: 2 minutes")["quantity"] == "unverifiable"


def test_another_step_is_wrong() -> None:
    assert said(WORKING, "Converting videos (step 3 of 4)")["step"] == "contradicts"


@pytest.mark.parametrize(
    ("text", "answer"),
    [
        ("Converting 3 of 10 videos", "carries"),
        ("Processing…", "omits"),
        ("Please wait", "omits"),
        ("Zipping 45 %", "unverifiable"),
        ("3 of 10 videos", "carries"),
    ],
)
def test_what_is_being_done(text: str, answer: str) -> None:
    assert said(WORKING, text)["activity"] == answer


@pytest.mark.parametrize(
    ("text", "answer"),
    [
        ("Your videos are being converted", "carries"),
        ("Conversion started", "carries"),
        ("OK", "omits"),
        ("Zonk frobnicated", "unverifiable"),
        ("All 10 files passed", "unverifiable"),
        ("All 10 items passed", "omits"),
    ],
)
def test_which_job(text: str, answer: str) -> None:
    assert said(so(Act.STARTED, job="Convert videos", verb="convert"), text)["job"] == answer


def test_generic_verbs_are_known_as_such() -> None:
    assert "process" in GENERIC
