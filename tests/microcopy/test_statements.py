"""Statements: a predicate claims something only about a job, and only as a predicate."""

import pytest

from harness.microcopy.english import ENGLISH
from harness.microcopy.shape import Clause
from harness.microcopy.statements import read_statement


@pytest.mark.parametrize(
    ("text", "code"),
    [
        ("import complete", "ended:completed"),
        ("your summer catalogue has been published", "ended:succeeded"),
        ("finished with problems", "ended:partial"),
        ("has not finished", "state:unended"),
        ("the job could not be finished", "ended:failed"),
        ("import in progress", "state:running"),
        ("publishing your items", "state:running"),
        ("your order was cancelled", None),
        ("completed jobs", None),
        ("already published", None),
        ("publishing settings", None),
        ("has not failed", None),
        ("all workers are busy", None),
    ],
)
def test_a_clause_is_a_statement_about_a_job_or_nothing(text: str, code: str | None) -> None:
    reading = read_statement(Clause(text), ENGLISH, text)
    assert (reading.code if reading else None) == code
