"""Causes are recognised by what is wrong and with what, not by one sentence each."""

import pytest

from harness.microcopy.faults import causes_in
from tests.microcopy.saying import clause, english


@pytest.mark.parametrize(
    ("text", "named"),
    [
        ("3 items failed due to missing IDs", "missing-id"),
        ("the article number of 3 rows is blank", "missing-id"),
        ("these rows have no SKU", "missing-id"),
        ("their email addresses aren't valid", "bad-format"),
        ("the price must be a number", "bad-format"),
        ("we couldn't read the file", "bad-format"),
        ("the column Price is empty", "missing-field"),
        ("two products share the same handle", "duplicate-id"),
        ("a customer with this number already exists", "duplicate-id"),
        ("you don't have permission to publish", "no-permission"),
        ("only admins can do this", "no-permission"),
        ("your session has expired", "expired-credentials"),
        ("the API key was revoked", "expired-credentials"),
        ("your shop has been suspended", "account-suspended"),
        ("the request timed out", "timeout"),
        ("it ran for longer than 2 hours", "timeout"),
        ("the connection was lost", "network"),
        ("the worker ran out of memory", "exception"),
        ("something broke on our side", "exception"),
        ("the marketplace did not answer", "upstream-error"),
        ("Shopify isn't responding", "upstream-error"),
        ("the provider returned an error", "upstream-error"),
        ("too many requests were sent to Etsy", "rate-limited"),
        ("2 listings were saved only in part", "half-written"),
        ("the uploaded file was lost", "upload-lost"),
        ("already published", "already-published"),
        ("nothing has changed", "unchanged"),
        ("it is sold out", "out-of-stock"),
    ],
)
def test_a_cause_is_recognised(text: str, named: str) -> None:
    assert named in causes_in(clause(text).text, english())


@pytest.mark.parametrize(
    ("text", "cls"),
    [("4 photos are too large", "user-data"), ("it failed for an unknown reason", "unknown")],
)
def test_what_names_no_cause_may_name_a_class(text: str, cls: str) -> None:
    assert cls in causes_in(clause(text).text, english()) or "bad-format" in causes_in(clause(text).text, english())


@pytest.mark.parametrize("text", ["3 items failed", "publishing finished", "see the details", "20 items published"])
def test_what_names_none(text: str) -> None:
    assert causes_in(clause(text).text, english()) == frozenset()
