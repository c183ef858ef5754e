"""A page that asks for a job "undefined": told with the route whose answer lacks the id, unless it has the id."""

from harness.engine.lost_id import lost_ids
from harness.engine.prepare import prepare
from harness.engine.spec import TrialSpec
from harness.trace.records import Command, Header, Request
from harness.trace.trial import Trial

PREPARED = prepare(TrialSpec(scenario="mixed-outcome", target="reference"))
HEADER = Header(
    scenario="s", target="t", browser="1", clock="virtual", speed=1.0, clock_error_ms=0, beta_ms=0, refresh_ms=0,
    transport="poll", seed=1, defect=None, end_ms=9_000,
)  # fmt: skip
ORDER = Command(do="submit", at_ms=1_000, tab=0, request="1", job="publish", run=1)


def asked(id: str, method: str, path: str, sent_ms: int, status: int | None = 200) -> Request:
    return Request(
        id=id, tab=0, method=method, path=path, sent_ms=sent_ms, arrived_ms=sent_ms, answered_ms=sent_ms,
        status=status, fault=None, via="fetch",
    )  # fmt: skip


def told(*reads: str, status: int | None = 201) -> list[str]:
    """What is said of a page that starts a job and then reads that."""
    later = [asked(str(n), "GET", path, 1_000 + n) for n, path in enumerate(reads, 2)]
    trial = Trial.of([HEADER, ORDER, asked("1", "POST", "/tasks", 1_000, status), *later])
    return [str(one).partition(": ")[2] for one in lost_ids(PREPARED, trial)]


def test_every_word_that_is_no_id_is_told() -> None:
    for path, word in (("/tasks/undefined", "undefined"), ("/tasks?id=null", "null"), ("/tasks/NaN/state", "NaN")):
        (said,) = told(path)
        assert f'the page asked for job "{word}" (GET {path}): the answer of POST /tasks may lack the field' in said


def test_a_page_that_asks_for_the_job_as_well_has_its_id() -> None:
    assert told("/tasks/undefined", "/tasks/publish") == []
    assert told("/tasks/undefined", "/tasks/null") != []


def test_a_word_inside_another_is_no_lost_id() -> None:
    assert told("/tasks/nullable", "/undefined-things/3") == []


def test_from_a_refusal_or_a_lost_answer_no_page_can_take_an_id() -> None:
    assert told("/tasks/undefined", status=503) == []
    assert told("/tasks/undefined", status=None) == []
