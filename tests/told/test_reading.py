"""A told wire read as a whole: what its routes are about, and every mistake with its place."""

import pytest

from harness.told.reading import CONTENT_TYPES, SUBMIT, read
from harness.told.template import Fixed
from tests.told.support import book, wire_file

GET = "routes:\n  GET /t/{job}: {answer: 1}\n"


def test_a_route_is_about_the_job_in_its_path_or_the_one_that_it_names_or_the_newest() -> None:
    told = book(
        "routes:\n  GET /a/{job}: {answer: '{job.id}'}\n  POST /b: {job: '{body.id}', do: cancel}\n"
        "  GET /c: {job: newest, answer: '{job.id}'}\n  GET /d: {answer: 1}\n"
        "  POST /e/{kind}: {do: submit, answer: '{job.id}'}\n"
    )
    about = {str(route.pattern): (route.speaks_of_job, route.newest, route.tells_all) for route in told.routes}
    assert about["GET /a/{job}"] == about["POST /b"] == (True, False, False)
    assert about["GET /c"] == (True, True, True)
    assert about["GET /d"] == about["POST /e/{kind}"] == (False, False, False)


def test_what_a_request_says_may_be_told_in_the_path_or_elsewhere() -> None:
    told = book("routes: {'POST /{kind}/{items}': {do: submit, once: '{header.key}', answer: '{kind}'}}")
    [route] = told.routes
    assert (route.do, route.told.do) == (SUBMIT, SUBMIT)
    assert None not in (route.kind, route.items, route.once)
    assert route.job is None


def test_a_kind_may_be_the_back_ends_own_word() -> None:
    [route] = book("kinds: {publish: push}\nroutes: {POST /t: {do: submit, kind: push}}").routes
    assert route.kind == Fixed("push")


def test_the_book_knows_what_it_claims_and_what_it_uses() -> None:
    told = book(
        "origin: http://api.localhost:8000\nroutes:\n  GET /t/{job}: {answer: '{canary}'}\n"
        "  POST /t/{job}: {do: cancel}\n"
        "  GET /e: {stream: {messages: {data: {each: jobs, as: '{job.id}'}}}}\n"
    )
    assert set(told.claims) == {"http://api.localhost:8000/t/[^/]+$", "http://api.localhost:8000/e$"}
    assert told.canary
    plain = book(GET)
    assert (plain.canary, plain.claims) == (False, ("/t/[^/]+$",))


@pytest.mark.parametrize("name", CONTENT_TYPES)
def test_a_body_has_its_type(name: str) -> None:
    [route] = book(f"routes: {{GET /t: {{{name}: hello}}}}").routes
    assert route.body.content_type == CONTENT_TYPES[name]


def test_a_route_without_a_body_answers_with_nothing() -> None:
    [route] = book("routes: {GET /t: {status: 204}}").routes
    assert (route.body.node, route.body.status) == (None, 204)


def test_headers_are_named_in_small_letters() -> None:
    [route] = book("routes: {'GET /t/{job}': {headers: {Location: '/t/{job.id}'}}}").routes
    assert [name for name, _ in route.body.headers] == ["location"]


def test_all_mistakes_of_a_file_are_found_at_once() -> None:
    _, found = read(
        wire_file("routes: {GET tasks: {}, GET /a: {answer: '{x}'}, POST /b: {do: submit}}\nstates: {a: b}")
    )
    assert len(found) == 5
