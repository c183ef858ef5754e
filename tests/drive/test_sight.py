"""A control belongs to the job that its name or its part of the page names; what belongs to none is taken with care."""

from typing import Any

import pytest

from harness.drive.controls import Offer
from harness.drive.sight import Sight
from harness.facts.tree import Tree
from harness.facts.truth import Truth
from harness.trace.records import ScreenDelta
from harness.trace.truth_event import TruthEvent

Nodes = dict[str, dict[str, Any]]
ROWS: Nodes = {
    "1": {"role": "document", "kids": [2, 5, 8]},
    "2": {"role": "listitem", "kids": [3, 4]},
    "3": {"role": "link", "kids": ["Publish mugs"], "href": "/jobs/publish"},
    "4": {"role": "button", "kids": ["Cancel"]},
    "5": {"role": "listitem", "kids": [6, 7]},
    "6": {"role": "link", "kids": ["Import plates"], "href": "/jobs/import"},
    "7": {"role": "button", "kids": ["Cancel"]},
    "8": {"role": "button", "kids": ["Cancel"]},
}


def truth(*jobs: tuple[str, str]) -> Truth:
    return Truth(
        TruthEvent(seq=number, at_ms=1_000, kind="job.accepted", job=job, run=1, data={
            "kind": job.partition("-")[0], "title": title, "noun": "item", "total": 4, "phases": [], "by": "person",
            "max_attempts": 3,
        })
        for number, (job, title) in enumerate(jobs, 1)
    )  # fmt: skip


BOTH = (("publish", "Publish mugs"), ("import", "Import plates"))


def sight(nodes: Nodes = ROWS, url: str = "/jobs", jobs: tuple[tuple[str, str], ...] = BOTH) -> Sight:
    tree = Tree()
    tree.apply(ScreenDelta(tab=0, at_ms=0, set_=nodes, del_=()))
    return Sight(tree, url, truth(*jobs), 2_000)


def offers(*nodes: str | None, name: str = "Cancel", fit: int = 0) -> list[Offer]:
    return [Offer(handle=n, role="button", name=name, node=node, fit=fit) for n, node in enumerate(nodes)]


def chosen(seen: Sight, given: list[Offer], job: str = "publish") -> str | None:
    offer = seen.choose(given, job)
    return None if offer is None else offer.node


@pytest.mark.parametrize(("job", "node"), [("publish", "4"), ("import", "7")])
def test_each_row_has_its_own(job: str, node: str) -> None:
    assert chosen(sight(), offers("8", "7", "4"), job) == node
    assert chosen(sight(), offers("7", "8") if job == "publish" else offers("4", "8"), job) is None


def test_its_own_name_says_more_than_its_place() -> None:
    assert chosen(sight(), offers("7", name="Cancel Publish mugs")) == "7"
    assert chosen(sight(), offers("4", name="Cancel Import plates")) is None


def test_what_belongs_to_no_job_is_the_jobs_on_its_own_page_or_where_there_is_no_other() -> None:
    assert chosen(sight(), offers("8")) is None
    assert chosen(sight(url="/jobs/publish"), offers("8")) == "8"
    assert chosen(sight(url="/jobs/import"), offers("8")) is None
    assert chosen(sight(jobs=BOTH[:1]), offers("8")) == "8"
    assert sight(jobs=BOTH[:1]).choose(offers(None), "publish") is not None


def test_a_name_that_says_less_counts_only_in_the_part_about_the_job() -> None:
    assert chosen(sight(url="/jobs/publish"), offers("8", name="Retry", fit=1)) is None
    assert chosen(sight(url="/jobs/publish"), offers("4", name="Retry", fit=1)) == "4"


def test_of_two_jobs_of_one_title_the_one_that_the_address_names_is_meant() -> None:
    twice = (("publish", "Publish mugs"), ("publish-2", "Publish mugs"))
    headed: Nodes = {
        "1": {"role": "document", "kids": [2, 3]},
        "2": {"role": "heading", "kids": ["Publish mugs"]},
        "3": {"role": "button", "kids": ["Cancel"]},
    }
    assert chosen(sight(headed, "/jobs/publish-2", twice), offers("3"), "publish-2") == "3"
    assert chosen(sight(headed, "/jobs/publish-2", twice), offers("3"), "publish") is None


def test_the_address_says_whose_page_it_is() -> None:
    assert sight(url="/jobs/publish").is_of("publish")
    assert not sight(url="/jobs").is_of("publish")
