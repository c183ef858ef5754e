"""Routes: what they match, which comes first, and what cannot be read."""

import re

import pytest

from harness.told.patterns import Pattern, parse


@pytest.mark.parametrize(
    ("route", "method", "address", "names"),
    [
        ("GET /tasks/{job}", "GET", "/tasks/publish", {"job": "publish"}),
        ("GET /tasks/{job}", "GET", "/tasks/my%20job?x=1", {"job": "my job"}),
        ("GET /tasks/{job}", "GET", "/tasks/a%2Fb", {"job": "a/b"}),
        ("GET /tasks/{job}", "POST", "/tasks/publish", None),
        ("GET /tasks/{job}", "GET", "/tasks/publish/", None),
        ("GET /tasks/{job}", "GET", "/tasks/", None),
        ("POST /tasks/{kind}/", "POST", "/tasks/import/", {"kind": "import"}),
        ("POST /jobs/{job}:cancel", "POST", "/jobs/publish:cancel", {"job": "publish"}),
        ("GET /jobs/{job}.json", "GET", "/jobs/publish.json", {"job": "publish"}),
        ("GET /jobs/{job}.json", "GET", "/jobs/publishxjson", None),
        ("GET /a/{x}/{y_2}", "GET", "/a/1/2", {"x": "1", "y_2": "2"}),
        ("GET /status?task={job}", "GET", "/status?task=publish&x=1", {"job": "publish"}),
        ("GET /status?task={job}", "GET", "/status?other=publish", None),
        ("GET /api?do=list", "GET", "/api?do=list", {}),
        ("GET /api?do=list", "GET", "/api?do=show", None),
        ("GET /é", "GET", "/%C3%A9", {}),
        ("GET /", "GET", "/", {}),
        ("DELETE /jobs/{job}", "DELETE", "/jobs/1", {"job": "1"}),
    ],
)
def test_a_route_takes_the_requests_that_it_names(
    route: str, method: str, address: str, names: dict[str, str] | None
) -> None:
    assert parse(route).match(method, address) == names


def test_the_more_is_spelt_out_the_sooner_a_route_answers() -> None:
    written = ["GET /{x}", "GET /jobs/{job}", "GET /jobs/{job}.json", "GET /jobs/all", "GET /jobs/{job}?full=1"]
    ranked = sorted(map(parse, written), key=lambda pattern: pattern.rank, reverse=True)
    assert [str(pattern) for pattern in ranked if pattern.match("GET", "/jobs/all?full=1") is not None] == [
        "GET /jobs/all",
        "GET /jobs/{job}?full=1",
        "GET /jobs/{job}",
    ]
    assert next(str(pattern) for pattern in ranked if pattern.match("GET", "/jobs/x.json")) == "GET /jobs/{job}.json"


def test_routes_of_one_shape_are_asked_for_by_the_same_requests() -> None:
    same, other = parse("GET /jobs/{job}").shape, parse("GET /jobs/{job}?x={y}").shape
    assert same == parse("GET /jobs/{id}").shape
    assert other == parse("GET /jobs/{id}?x={z}").shape != same
    assert same != parse("POST /jobs/{job}").shape


@pytest.mark.parametrize(
    ("route", "claimed", "left"),
    [
        ("GET /tasks/{job}", ["/tasks/publish"], ["/tasks", "/tasks/", "/tasks/a/b", "/my/tasks/a"]),
        ("GET /", ["/"], ["/x"]),
        ("POST /a-b/{job}:cancel", ["/a-b/x:cancel"], ["/a-b/x", "/a.b/x:cancel"]),
    ],
)
def test_a_claim_is_of_the_whole_path_and_of_nothing_else(route: str, claimed: list[str], left: list[str]) -> None:
    claim = re.compile(f"^{parse(route).claim}")
    assert all(claim.search(path) for path in claimed)
    assert not any(claim.search(path) for path in left)


def test_a_path_may_fit_whatever_the_method() -> None:
    assert parse("POST /tasks/{kind}/").fits_path("/tasks/import/")
    assert not parse("POST /tasks/{kind}/").fits_path("/tasks/import")


@pytest.mark.parametrize(
    ("route", "said"),
    [
        ("/tasks/{job}", '"/tasks/{job}" has no method; write GET /tasks/{job}'),
        ("GET tasks/{job}", '"GET tasks/{job}" is no route; write GET /tasks/{job}'),
        ("get /tasks", '"get /tasks" is no route; write GET /tasks'),
        ("FETCH /tasks", '"FETCH /tasks" is no route; write one such as GET /tasks/{job}, with one of GET, POST'),
        ("GET /tasks/{job", '"GET /tasks/{job" has a name that cannot be read; write one such as {job}'),
        ("GET /tasks/{my job}", '"GET /tasks/{my job}" is no route'),
        ("GET /tasks/:job", None),
        ("GET /{a}/{a}", '"GET /{a}/{a}" has {a} twice; give one of them another name'),
    ],
)
def test_what_is_no_route_names_the_way_out(route: str, said: str | None) -> None:
    if said is None:
        assert parse(route).names == ()
        return
    with pytest.raises(ValueError, match=re.escape(said)):
        parse(route)


def test_the_names_are_those_of_path_and_query() -> None:
    assert parse("GET /a/{x}?y={y}&z=1").names == ("x", "y")
    assert str(Pattern("GET", "/x", written="GET /x")) == "GET /x"
