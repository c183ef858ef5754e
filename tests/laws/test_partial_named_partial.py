"""partial-named-partial."""

import pytest

from tests.laws.answers import answer, sentences
from tests.tiny import Tiny

LAW = "partial-named-partial"


def mixed() -> Tiny:
    tiny = Tiny().accepted(total=3).started().item(3, 1).item(4, 2).item(5, 3, "failed")
    return tiny.ended(6, "partial", succeeded=2, failed=1)


@pytest.mark.parametrize(
    "text",
    [
        "Finished with problems",
        "Completed with errors",
        "Partly published",
        "Import complete. 2 items published, 1 failed.",
        "Ended: 2 succeeded, 1 failed",
    ],
)
def test_a_mixed_label_or_the_other_count_beside_it_passes(text: str) -> None:
    assert answer(LAW, mixed().screen(6.2, text, title="Publish 3 items")).verdict == "passed"


@pytest.mark.parametrize("text", ["Published", "Completed successfully", "Done", "Publishing failed", "Failed"])
def test_a_plain_label_fails(text: str) -> None:
    verdict = answer(LAW, mixed().screen(6.2, text, title="Publish 3 items"))
    assert f'the page said "{text}"; in truth it had ended: 2 succeeded, 1 failed' in sentences(verdict)[0]


def test_counts_elsewhere_on_the_page_do_not_mend_the_label() -> None:
    tiny = mixed().screen(6.2, "Success", "2 succeeded, 1 failed", title="Publish 3 items")
    assert answer(LAW, tiny).verdict == "failed"


def test_every_surface_counts() -> None:
    tiny = (
        mixed().screen(6.2, "Finished with problems", title="Publish 3 items").says(6.3, "Publish 3 items: published")
    )
    assert answer(LAW, tiny).verdict == "failed"


def test_a_clean_run_and_a_run_that_goes_on_are_not_judged() -> None:
    clean = Tiny().accepted(total=1).started().item(3, 1).ended(4, succeeded=1)
    assert answer(LAW, clean.screen(4.2, "Published", title="Publish 1 items")).verdict == "not_exercised"
    going = Tiny().accepted(total=3).started().item(3, 1).item(4, 2, "failed")
    assert answer(LAW, going.screen(4.2, "Published", title="Publish 3 items")).verdict == "not_exercised"


def test_a_page_that_never_tells_the_end_cannot_be_judged() -> None:
    assert answer(LAW, mixed().screen(3.2, "Publishing…", title="Publish 3 items")).verdict == "not_observable"
