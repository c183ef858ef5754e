"""What names the job: an id that is a small number is told from counts, rows and pages by what stands around it."""

from typing import Any

import pytest

from harness.proposal.identity import Identity, scalars

LONG = Identity(id="j-7", keys=frozenset({"id"}), base="/jobs")
SEVEN = Identity(id="7", keys=frozenset({"id", "number"}), base="/api/7/jobs")


@pytest.mark.parametrize(
    ("key", "value", "long", "seven"),
    [
        ("id", 7, False, True),
        ("number", 7, False, True),
        ("job_id", "7", False, True),
        ("import", 7, False, True),
        ("done", 7, False, False),
        ("jobs_total", 7, False, False),
        ("job_count", 7, False, False),
        ("line", 7, False, False),
        ("line", "j-7", True, False),
    ],
)
def test_a_number_is_the_id_where_its_key_says_so(key: str, value: Any, long: bool, seven: bool) -> None:
    assert LONG.is_told(key, value) is long
    assert SEVEN.is_told(key, value) is seven


@pytest.mark.parametrize(
    ("text", "is_in"),
    [
        ("/jobs/7", True),
        ("/jobs/7:cancel", True),
        ("/?job=7", True),
        ("/#7", True),
        ("/7", True),
        ("Job #7 runs", True),
        ("task 7", True),
        ("7 of 9 rows", False),
        ("3/7", False),
        ("3 / 7", False),
        ("/jobs/77", False),
        ("/jobs?page=7", False),
        ("Took 7 s", False),
    ],
)
def test_a_number_in_a_text_needs_a_word_or_an_address_around_it(text: str, is_in: bool) -> None:
    assert SEVEN.is_in(text) is is_in
    assert SEVEN.replaced(text, "X") == (text.replace("7", "X") if is_in else text)


def test_a_long_id_is_a_word_of_its_own() -> None:
    assert LONG.is_in("/jobs/j-7:cancel")
    assert not LONG.is_in("/jobs/j-77")
    assert not LONG.is_in("/jobs/obj-7")
    assert LONG.in_address("/?j-7=j-7#j-7") == "/?j-7={job}#{job}"


@pytest.mark.parametrize(
    ("address", "told"),
    [
        ("/api/7/jobs/7", "/api/7/jobs/{job}"),
        ("/api/7/jobs/7/items/7?limit=7", "/api/7/jobs/{job}/items/7?limit=7"),
        ("/status?page=7&job=7", "/status?page=7&job={job}"),
        ("/#7", "/#{job}"),
        ("/api/7", "/api/{job}"),
        ("/v7/all", "/v7/all"),
    ],
)
def test_a_number_names_the_job_at_one_place_of_an_address(address: str, told: str) -> None:
    assert SEVEN.in_address(address) == told
    assert SEVEN.is_asked(address) is (told != address)


def test_what_is_of_the_job_is_known_by_its_own_values() -> None:
    assert SEVEN.is_of({"id": 7, "n": 3})
    assert SEVEN.is_of({"href": "/jobs/7"})
    assert not SEVEN.is_of({"line": 7})
    assert not SEVEN.is_of({"id": 8, "n": 7})
    assert not SEVEN.is_of(7)
    assert LONG.is_of({"line": "j-7"})


def test_what_the_job_works_on_is_no_list_of_jobs() -> None:
    assert [SEVEN.may_list(name) for name in ("jobs", "items", "rows", "steps")] == [True, True, False, False]
    assert [LONG.may_list(name) for name in ("jobs", "rows", "steps")] == [True, True, False]


def test_a_document_speaks_of_the_job_wherever_the_id_is() -> None:
    assert SEVEN.is_spoken_of({"all": [{"id": 8}, {"id": 7}]})
    assert SEVEN.is_spoken_of("<a href='/jobs/7'>")
    assert not SEVEN.is_spoken_of({"every": 7, "on": True})
    assert LONG.is_spoken_of(["j-7"])
    assert list(scalars("", {"a": [1, {"b": "x"}], "c": True, "d": None, "e": ""})) == [("a", "1"), ("b", "x")]
