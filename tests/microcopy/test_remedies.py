"""What a person is told to do, whatever leads to it; a statement orders nobody."""

import pytest

from harness.microcopy.remedies import has_unknown_order, remedies_in
from tests.microcopy.saying import clause, english


def kinds(text: str, *, control: bool = False) -> list[str]:
    return [kind for held in remedies_in(clause(text).text, english(), control=control) for kind in held.kinds]


@pytest.mark.parametrize(
    ("text", "told"),
    [
        ("Ensure that each item has a unique ID and try again", ["fix", "retry"]),
        ("Please correct the dates, then import the file again", ["fix", "retry"]),
        ("You need to add a price to each product", ["fix"]),
        ("Ask an administrator for permission", ["ask"]),
        ("Reconnect your bank", ["sign-in"]),
        ("Update your password", ["sign-in"]),
        ("Try again in 10 minutes", ["retry", "wait"]),
        ("To fix this, rename the file", ["fix"]),
        ("Try them again in an hour", ["retry", "wait"]),
        ("Skip these rows", ["skip"]),
        ("You don't need to do anything", ["nothing"]),
        ("Retry 3 failed items", ["retry"]),
        ("They will not be sent again; press Retry", ["retry"]),
        ("Redo restarts the 4 failed tasks", ["retry"]),
        ("Redeploying may work", ["retry"]),
        ("Exporting it again should help", ["retry"]),
        ("An admin can give you access", ["ask"]),
        ("Continue in an hour", ["wait"]),
    ],
)
def test_a_remedy_is_recognised(text: str, told: list[str]) -> None:
    assert kinds(text) == told


@pytest.mark.parametrize(
    "text",
    [
        "Upload failed",
        "Export flummoxed",
        "Report ready",
        "We'll let you know",
        "Import complete",
        "The system restarts the failed tasks",
        "Contact with the server broke off",
        "Export starts in about 30 seconds",
        "Publish is running",
        "Export: 3 of 5",
        "3 items failed",
    ],
)
def test_a_statement_orders_nothing(text: str) -> None:
    assert kinds(text) == []


def test_a_control_is_named_by_its_deed() -> None:
    assert kinds("Edit", control=True) == ["fix"]
    assert kinds("Edit") == []
    assert kinds("Details", control=True) == []


def test_a_fix_helps_where_it_concerns_what_is_wrong() -> None:
    (network,) = remedies_in(clause("Check your internet connection").text, english())
    (data,) = remedies_in(clause("Check the dates").text, english())
    assert network.helps(("fix network",))
    assert not network.helps(("fix", "skip"))
    assert data.helps(("fix", "skip"))
    assert not data.helps(("fix network", "fix other"))


@pytest.mark.parametrize(
    ("text", "is_one"),
    [
        ("Conjure the SKU", True),
        ("Conjure it, then try again", True),
        ("Correct the SKU", False),
        ("We have the SKU", False),
        ("The SKU is missing", False),
        ("Conjured the SKU", False),
    ],
)
def test_an_order_in_a_verb_that_no_list_knows(text: str, is_one: bool) -> None:
    assert has_unknown_order(clause(text).text, english()) is is_one


def test_what_it_stands_for_may_be_anything() -> None:
    (it,) = remedies_in(clause("Change it under Connections").text, english())
    assert it.helps(("fix access",))
    assert it.helps(("fix",))
    assert not it.helps(("retry",))
