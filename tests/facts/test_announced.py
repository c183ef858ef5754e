"""What was said aloud, and about which run."""

from harness.core.words import RunKey
from harness.facts.announced import is_about, spoken
from tests.tiny import Tiny

PUBLISH, IMPORT = RunKey("publish", 1), RunKey("import", 1)


def two_jobs() -> Tiny:
    tiny = Tiny().accepted(1).accepted(2, job="import", title="Import 4 items", total=4)
    return tiny.screen(3, "Publishing your items")


def about(tiny: Tiny, text: str) -> tuple[bool, bool]:
    case = tiny.says(5, text).case()
    (said,) = spoken(case, 0, 4_000, 6_000)
    return is_about(said, PUBLISH, case), is_about(said, IMPORT, case)


def test_what_names_jobs_is_about_those() -> None:
    assert about(two_jobs(), "Publish 10 items has ended.") == (True, False)
    assert about(two_jobs(), "Import 4 items has ended. Publish 10 items has started.") == (True, True)


def test_what_stands_in_a_part_of_the_page_is_about_that() -> None:
    both = two_jobs().nodes(
        4,
        {
            "2": {"role": "main", "kids": [3, 10, 20]},
            "20": {"role": "region", "kids": [21, 22]},
            "21": {"role": "heading", "level": 2, "kids": ["Import 4 items"]},
            "22": {"role": "status", "kids": ["It is all done"]},
        },
    )
    assert about(both, "It is all done") == (False, True)


def test_what_names_a_kind_is_about_the_one_job_of_that_kind() -> None:
    both = two_jobs().screen(3, "Nothing new here", title=None)
    assert about(both, "Your import is complete") == (False, True)


def test_on_a_page_of_one_job_it_needs_no_name_beside_rows_of_others() -> None:
    assert about(two_jobs(), "All done") == (True, False)
    lists = Tiny().accepted(1).accepted(2, job="import", title="Import 4 items", total=4).row(3, "Running")
    assert about(lists, "All done") == (True, True)


def test_only_what_was_said_in_the_tab_at_the_time_counts() -> None:
    case = two_jobs().says(5, "Done").says(5, "Done", 1).says(9, "Done").case()
    assert [(said.at_ms, said.text) for said in spoken(case, 0, 5_000, 8_000)] == [(5_000, "Done")]
    assert [reading.code for said in spoken(case, 0, 5_000, 8_000) for reading in said.readings] == ["ended:completed"]
