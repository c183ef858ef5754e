"""remedy-fits-cause."""

import pytest

from tests.laws.answers import answer, sentences
from tests.laws.failing import failing, told
from tests.tiny import Tiny

LAW = "remedy-fits-cause"
REASONS = {
    "missing-id": "1 item has no SKU",
    "no-permission": "You are not allowed to publish 1 item",
    "timeout": "1 item timed out",
}


@pytest.mark.parametrize(
    ("cause", "line"),
    [
        ("missing-id", "Add a SKU to the item, then try again."),
        ("no-permission", "Ask an administrator for access."),
        ("timeout", "Try again in a few minutes."),
        ("timeout", "button|Retry 1 item"),
    ],
)
def test_a_remedy_that_can_help_passes(cause: str, line: str) -> None:
    assert answer(LAW, told(failing(cause), REASONS[cause], line)).verdict == "passed"


@pytest.mark.parametrize(
    ("line", "saying"), [("Try again.", 'said "Try again."'), ("button|Retry 1 item", 'offered "Retry 1 item"')]
)
def test_a_mere_retry_of_what_cannot_succeed_fails(line: str, saying: str) -> None:
    (sentence,) = sentences(answer(LAW, told(failing(), REASONS["missing-id"], line)))
    truth = "in truth 1 item failed: missing ID (user data), which trying again cannot mend."
    assert sentence.endswith(f"the page {saying}; {truth}")


def test_no_remedy_at_all_fails() -> None:
    verdict = answer(LAW, told(failing("timeout"), REASONS["timeout"]))
    assert sentences(verdict)[0].endswith("offered nothing that can help; in truth 1 item failed: timed out (system).")


def node(role: str, *kids: str | int) -> dict[str, object]:
    return {"role": role, "kids": list(kids)}


def two_groups(first: str, second: str) -> Tiny:
    """One item without an ID and one that timed out, each in a group with what is said to do about it."""
    tiny = Tiny(end=60).accepted(total=2).started().item(3, 1, "failed")
    tiny.event(4, "item.failed", item="item-002", name="Red mug", phase="publish", attempt=1, cause="timeout")
    tiny.ended(6, "failed", succeeded=0, failed=2)
    nodes = {
        "1": node("main", 2, 3, 4),
        "2": node("heading", "Publish 2 items"),
        "3": node("status", "Publish failed."),
    }
    nodes |= {"4": node("list", 5, 6), "5": node("listitem", 7, 8), "6": node("listitem", 9, 10)}
    nodes |= {"7": node("paragraph", REASONS["missing-id"]), "8": node("paragraph", first)}
    nodes |= {"9": node("paragraph", REASONS["timeout"]), "10": node("paragraph", second)}
    return tiny.nodes(6.2, nodes)


def test_a_remedy_beside_its_cause_counts_before_any_other() -> None:
    assert answer(LAW, two_groups("Add a SKU.", "Try again later.")).verdict == "passed"
    swapped = answer(LAW, two_groups("Try again later.", "Ask an administrator."))
    assert 'the page said "Try again later."' in sentences(swapped)[0]


def test_words_about_the_failure_that_nobody_can_read_are_doubt() -> None:
    verdict = answer(LAW, told(failing(), REASONS["missing-id"], "alert|The frobnicator regruntled the widget"))
    assert verdict.verdict == "cant_tell"


def test_a_clean_run_is_not_judged() -> None:
    assert answer(LAW, failing().screen(4.2, "Publishing…", title="Publish 3 items")).verdict == "not_exercised"


def test_a_page_in_another_language_is_not_observable() -> None:
    assert answer(LAW, told(failing(), lang="fr")).verdict == "not_observable"
