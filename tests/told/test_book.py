"""A book knows what its routes are about."""

from harness.told.book import Book
from tests.told.support import book


def test_the_order_is_that_in_which_they_are_tried() -> None:
    told = book("routes: {'GET /{x}': {answer: 1}, GET /a: {answer: 2}}")
    assert [str(route.pattern) for route in told.routes] == ["GET /a", "GET /{x}"]


def test_an_address_is_claimed_once() -> None:
    told = book("routes: {GET /a: [{when: {query.x: 1}, answer: 1}, {answer: 2}], POST /a: {answer: 3}}")
    assert (len(told.routes), told.claims) == (3, ("/a$",))


def test_an_empty_one_uses_nothing() -> None:
    empty = Book(routes=())
    assert (empty.claims, empty.canary) == ((), False)


def test_a_route_says_what_it_does() -> None:
    [route] = book("routes: {'POST /{job}': {do: cancel}}").routes
    assert (route.do, route.speaks_of_job) == ("cancel", True)
