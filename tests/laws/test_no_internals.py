"""no-internals."""

import pytest

from tests.laws.answers import answer, sentences
from tests.laws.failing import TITLE, failing
from tests.tiny import Tiny, running

LAW = "no-internals"
CANARY = "canary-detail-0a1b2c3d"


def planted() -> Tiny:
    return failing().planted(CANARY, "canary-instance-ffffffff")


def test_a_planted_string_on_the_page_fails() -> None:
    tiny = planted().screen(6.2, f"1 item failed: {CANARY}", title=TITLE).screen(9, "Ended", title=TITLE)
    verdict = answer(LAW, tiny)
    (sentence,) = sentences(verdict)
    assert f'at 6.2 s: the page said "1 item failed: {CANARY}"' in sentence
    assert sentence.endswith(f"in truth it is for the log alone ({CANARY}).")
    assert (verdict.findings[0].at_ms, verdict.findings[0].until_ms) == (6_200, 9_000)


def shown(role: str, **rest: object) -> Tiny:
    return planted().nodes(6.2, {"1": {"role": "main", "kids": [2]}, "2": {"role": role, "kids": [], **rest}})


def test_everywhere_a_person_could_perceive_it() -> None:
    assert answer(LAW, shown("button", name=f"Show {CANARY}")).verdict == "failed"
    assert answer(LAW, shown("progressbar", value={"text": CANARY})).verdict == "failed"
    titled = planted().screen(2, "Publishing…", title=TITLE)
    titled.nodes(6.3, {}, title=f"Failed: {CANARY}")
    assert answer(LAW, titled).verdict == "failed"
    assert answer(LAW, planted().screen(2, "Publishing…", title=TITLE).says(6.3, CANARY)).verdict == "failed"


def test_only_the_whole_string_is_one() -> None:
    assert answer(LAW, planted().screen(6.2, "1 item failed", CANARY[:-2], title=TITLE)).verdict == "passed"
    assert answer(LAW, failing().screen(6.2, "1 item failed", CANARY, title=TITLE)).verdict == "passed"


def test_an_empty_place_fails_in_any_language() -> None:
    for lang in (None, "en"):
        verdict = answer(LAW, running().screen(4, "Publishing {count} of 10", "3 of 10 items published", lang=lang))
        assert "in truth the text has a place for a value that was not filled" in sentences(verdict)[0]


@pytest.mark.parametrize("talk", ["Failed to fetch", "TypeError: Cannot read properties of undefined (reading 'map')"])
def test_what_the_engine_says_is_no_word_for_a_person(talk: str) -> None:
    truth = "in truth it is what JavaScript says to whoever mends the page."
    (seen,) = sentences(answer(LAW, failing().screen(6.2, "1 item failed", talk, title=TITLE)))
    assert f'the page said "{talk}"; {truth}' in seen
    (heard,) = sentences(answer(LAW, running().screen(4, "Ok").says(4.2, talk)))
    assert f'the polite live region said "{talk}"; {truth}' in heard


def test_a_page_that_says_in_its_own_words_what_failed_passes() -> None:
    plain = "The fetch of your products failed: the shop did not answer."
    assert answer(LAW, failing().screen(6.2, "1 item failed", plain, title=TITLE)).verdict == "passed"


def test_a_page_that_shows_neither_passes() -> None:
    assert answer(LAW, planted().screen(6.2, "1 item failed", title=TITLE)).verdict == "passed"


def test_a_page_that_tells_of_no_job_is_not_judged() -> None:
    assert answer(LAW, planted().screen(6.2, "Welcome", title=None)).verdict == "not_exercised"
