"""no-overclaim."""

import pytest

from tests.laws.answers import answer, answers, sentences
from tests.laws.failing import TITLE, failing
from tests.tiny import Tiny, running

LAW = "no-overclaim"


@pytest.mark.parametrize(
    "text",
    ["All items are on sale.", "Everything went through.", "All done.", "You can close this page."],
)
def test_what_is_so_may_be_claimed(text: str) -> None:
    assert answer(LAW, running().screen(12.1, text)).verdict == "passed"


@pytest.mark.parametrize("text", ["All items are on sale.", "Everything went through."])
def test_all_is_too_much_while_something_failed(text: str) -> None:
    verdict = answer(LAW, failing().screen(6.2, text, title=TITLE))
    assert f'the page said "{text}"; in truth it had ended: 2 succeeded, 1 failed' in sentences(verdict)[0]


def test_no_try_comes_after_the_last_one() -> None:
    verdict = answer(LAW, failing().screen(6.2, "We'll try the failed item again automatically.", title=TITLE))
    assert "in truth there was no other attempt to come (ended: 2 succeeded, 1 failed)" in sentences(verdict)[0]
    going = running().screen(4, "Items that fail will be tried again automatically.").screen(12.1, "Published")
    assert answer(LAW, going).verdict == "passed"


def test_a_few_seconds_are_ten_at_most() -> None:
    long = (
        running(items=60).screen(4, "Almost done.", title="Publish 60 items").screen(20, "", title="Publish 60 items")
    )
    assert "in truth it took 58.0 s more" in sentences(answer(LAW, long))[0]
    short = running(items=60).screen(55, "Almost done.", title="Publish 60 items")
    assert answer(LAW, short).verdict == "passed"


def test_nothing_changed_is_false_where_something_was_kept() -> None:
    def cancelled(kept: int) -> Tiny:
        tiny = Tiny(end=60).accepted(total=3).started().item(3, 1).event(4, "run.cancelling", mode="immediate")
        tiny.event(6, "run.ended", outcome="cancelled", succeeded=kept, failed=0, skipped=0, kept=kept)
        return tiny.screen(6.2, "Nothing was changed.", title=TITLE)

    assert answer(LAW, cancelled(1)).verdict == "failed"
    assert answer(LAW, cancelled(0)).verdict == "passed"


def test_of_a_request_that_was_refused_nothing_changed_is_no_claim_about_the_job() -> None:
    tiny = failing().screen(6.2, "“Cancel publish” was refused, so nothing has changed.", title=TITLE)
    assert answer(LAW, tiny).verdict == "not_exercised"


def test_announcements_and_titles_count() -> None:
    told = failing().screen(2, "Publishing…", title=TITLE)
    assert answer(LAW, told.says(6.3, "Everything was published.")).verdict == "failed"
    titled = failing().screen(2, "Publishing…", title=TITLE)
    titled.nodes(6.3, {}, title="All items were published: Publish 3 items")
    assert answer(LAW, titled).verdict == "failed"


def test_within_the_allowance_it_is_not_yet_false() -> None:
    tiny = failing().screen(5, "Failed items are tried again automatically.", title=TITLE)
    assert answer(LAW, tiny.screen(6.3, "Ended", title=TITLE)).verdict == "passed"


def test_an_end_told_early_is_told_once() -> None:
    verdicts = answers(running().screen(2, "Publishing…").screen(5, "Everything was published."))
    assert verdicts["no-premature-terminal"].verdict == "failed"
    assert verdicts[LAW].under == "no-premature-terminal"


def test_without_such_words_there_is_nothing_to_judge() -> None:
    assert answer(LAW, running().screen(4, "3 of 10 items published")).verdict == "not_exercised"


def test_a_page_in_another_language_is_not_observable() -> None:
    assert answer(LAW, running().screen(4, "Alles fertig", lang="de")).verdict == "not_observable"
