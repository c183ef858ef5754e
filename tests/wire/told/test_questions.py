"""Which route answers, about which job, and when the answer can change."""

from harness.wire.base import WireRequest
from harness.wire.told.questions import Question, question
from tests.told.support import book
from tests.wire.support import submitted

BOOK = book(
    "routes:\n"
    "  GET /t/{job}:\n"
    "    - {when: {job.ended: true}, answer: over}\n"
    "    - {when: {query.full: '1'}, answer: full}\n"
    "    - {answer: '{job.id}'}\n"
    "  GET /last: {job: newest, answer: '{job.id}'}\n"
    "  GET /all: {answer: {count_of: jobs}}\n"
    "  GET /fixed: {answer: 1}\n"
    "  GET /age/{job}: {answer: '{job.elapsed}'}\n"
    "  POST /look: [{when: {body.op: a}, answer: A}, {when: {body.op: [b, c]}, answer: B}]\n"
)
BACKEND = submitted()
ENDED_MS = next(event.at_ms for event in BACKEND.truth.events if event.kind == "run.ended" and event.job == "publish")


def asked(path: str, body: str | None = None) -> Question:
    method = "GET" if body is None else "POST"
    return question(BOOK, WireRequest(method=method, path=path, at_ms=0, body=body), BACKEND)


def said(path: str, at_ms: int, body: str | None = None) -> str | None:
    answer = asked(path, body).read(at_ms)
    return None if answer is None else answer.body


def test_the_first_answer_of_which_all_is_so_is_given() -> None:
    assert said("/t/publish", 9_000) == '"publish"'
    assert said("/t/publish?full=1", 9_000) == '"full"'
    assert said("/t/publish?full=1", ENDED_MS) == '"over"'


def test_a_request_can_say_in_its_body_what_it_wants() -> None:
    assert [said("/look", 0, f'{{"op":"{word}"}}') for word in ("a", "b", "c", "d")] == ['"A"', '"B"', '"B"', None]


def test_a_job_that_is_not_there_yet_is_unknown() -> None:
    answer = asked("/t/publish").read(1_999)
    assert answer is not None
    assert answer.status == 404
    turn = asked("/t/publish").turn(1_999)
    assert turn is not None
    assert not turn.is_known


def test_the_newest_job_is_the_one_accepted_last() -> None:
    assert [said("/last", at_ms) for at_ms in (1_000, 1_999, 2_000)] == ['"import"', '"import"', '"publish"']
    answer = asked("/last").read(0)
    assert answer is not None
    assert answer.status == 404


def test_only_what_the_routes_speak_of_can_change_the_answer() -> None:
    of_publish = {event.at_ms for event in BACKEND.truth.events if event.job == "publish"}
    everything = {event.at_ms for event in BACKEND.truth.events}
    assert set(asked("/t/publish").changes(0)) == of_publish
    assert set(asked("/last").changes(0)) == set(asked("/all").changes(0)) == everything
    assert list(asked("/fixed").changes(0)) == []
    assert min(asked("/all").changes(2_000)) > 2_000


def test_some_answers_change_with_the_clock_alone() -> None:
    assert [asked(path).ticks for path in ("/age/publish", "/t/publish")] == [True, False]


def test_no_route_no_turn() -> None:
    assert asked("/nothing").turn(0) is None
    assert asked("/nothing").read(0) is None
