"""Problem details: what people may read, and the canaries that they may not."""

import json
import re

import pytest

from harness.core import causes
from harness.wire import problems
from harness.wire.canaries import PROBLEM

TECHNICAL = set(PROBLEM)


def test_a_refusal_is_problem_json_with_all_its_members() -> None:
    answer = problems.refuse(problems.KEY_IN_USE, retry_after="1")
    told = json.loads(answer.body)
    assert answer.status == told["status"] == 409
    assert answer.headers["content-type"] == "application/problem+json"
    assert answer.headers["retry-after"] == "1"
    assert told["type"] == "https://meanwhile.example/problems/idempotency-key-in-use"
    assert told["retryable"] is True
    assert {"title", "detail", "instance", "class", "remedy"} <= set(told)


@pytest.mark.parametrize(
    "document",
    [*(problems.document(one) for one in problems.ALL), *(problems.cause_document(one.id) for one in causes.ALL)],
    ids=lambda document: str(document["type"]).rsplit("/", 1)[-1],
)
def test_canaries_stand_in_technical_fields_and_nowhere_else(document: dict[str, object]) -> None:
    for name, value in document.items():
        assert bool(re.fullmatch("canary-[a-z-]+-[0-9a-f]{8}", str(value))) == (name in TECHNICAL), name
        assert ("canary" in str(value)) == (name in TECHNICAL), name
        assert (value in problems.canaries()) == (name in TECHNICAL), name


def test_a_cause_says_that_it_is_critical_or_loses_data_only_where_it_does() -> None:
    assert problems.cause_document("expired-credentials").items() >= {("critical", True), ("class", "permission")}
    assert problems.cause_document("half-written").items() >= {("data_loss", True), ("retryable", False)}
    assert not {"critical", "data_loss"} & set(problems.cause_document("timeout"))


def test_a_refused_start_tells_a_person_why_and_what_to_do() -> None:
    assert [problem.status for problem in problems.STARTS_REFUSED] == [403, 409, 422, 429, 503]
    for problem in problems.STARTS_REFUSED:
        assert problem.retryable == (problem.status in (429, 503))
        assert not problem.title.endswith(".")
        assert problem.remedy.endswith(".")


def test_every_canary_is_another_one() -> None:
    assert len(set(problems.canaries())) == len(problems.canaries()) > 4 * (len(problems.ALL) + len(causes.ALL))


def test_every_problem_has_a_type_of_its_own() -> None:
    ids = [*(problem.id for problem in problems.ALL), *(cause.id for cause in causes.ALL)]
    assert len(set(ids)) == len(ids)
