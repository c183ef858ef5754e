"""The replay: asking the lens only where something changed gives the answer of asking everywhere."""

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from harness.core.words import RunKey
from harness.facts.claims import Claim
from harness.facts.finding import Breach
from harness.facts.jobwords import JobWords
from harness.facts.lens import Lens
from harness.facts.replay import Replay
from harness.facts.settle import settle
from harness.facts.tree import Tree
from harness.trace.records import ScreenDelta
from tests.tiny import Tiny, running
from tests.tries import tries

LINES = st.sampled_from(
    [
        "Queued",
        "Publishing…",
        "3 of 10 items published",
        "4 of 10 items published",
        "2 items failed",
        "62 %",
        "Welcome",
        "7",
    ]
)
PAGES = st.lists(st.lists(LINES, max_size=4), min_size=1, max_size=6)


def everything(tiny: Tiny) -> set[tuple[str, int]]:
    """What stands after the last change, every node asked by a lens that has seen nothing before."""
    case = tiny.case()
    *_, frame = case.screen.frames(0)
    tree, lens = Tree(), Lens(JobWords(case.truth))
    changed = tree.apply(ScreenDelta(tab=0, at_ms=frame.at_ms, set_=frame.nodes, del_=()))
    lens.regions.note(tree, changed)
    return {(said.reading.code, frame.at_ms) for nid in frame.nodes for said in lens.look(tree, nid, frame.at_ms).said}


@settings(max_examples=tries(60))
@given(PAGES)
def test_reading_what_changed_is_reading_everything(pages: list[list[str]]) -> None:
    tiny = running()
    for index, lines in enumerate(pages):
        tiny.screen(2 + index, *lines)
    at_ms = (1 + len(pages)) * 1000
    standing = {(claim.reading.code, at_ms) for claim in tiny.case().screen.standing(0, at_ms)}
    assert standing == everything(tiny)


def test_what_stood_is_settled_once_a_stretch() -> None:
    case = running().screen(2, "Queued").screen(3, "Queued").case()
    replay = Replay(case.trial, 0, case.words, case.screen.visibility).run()
    claims, unread = settle(replay, case.words, [(0, 100_000)])
    assert ([(claim.at_ms, claim.text) for claim in claims], unread) == ([(2000, "Queued")], [])


def test_a_breach_takes_its_place_from_the_claim() -> None:
    claim: Claim = running().screen(7, "Published").case().screen.claims()[0]
    breach = Breach.at(claim, said="Published", truth="publishing", at_ms=8_000.0)
    assert (breach.run, breach.tab, breach.at_ms, breach.until_ms, breach.slot) == (
        RunKey("publish", 1),
        0,
        8000,
        claim.until_ms,
        "ended",
    )


def test_an_announcement_that_names_several_jobs_is_about_none_of_them() -> None:
    def told(text: str) -> list[str]:
        tiny = (
            Tiny()
            .accepted(1)
            .accepted(2, job="import", title="Import 10 items")
            .started()
            .screen(3, "Queued")
            .says(4, text)
        )
        return [claim.text for claim in tiny.case().screen.claims() if claim.surface == "announcement"]

    assert told("Import 10 items has started. Publish 10 items. Publish complete.") == []
    assert told("Publish 10 items. Publish complete.") != []


@pytest.mark.parametrize(
    ("url", "jobs"), [("/jobs/publish", ["publish"]), ("/jobs/publish-2", ["publish-2"]), ("/", [])]
)
def test_a_page_s_title_is_about_the_job_that_its_address_names_where_two_are_called_the_same(
    url: str, jobs: list[str]
) -> None:
    tiny = Tiny().accepted(1).accepted(2, job="publish-2").page(0, url=url)
    case = tiny.nodes(3, {"1": {"role": "main", "kids": []}}, title="Succeeded: Publish 10 items").case()
    assert [claim.run.job for claim in case.screen.claims() if claim.surface == "title"] == jobs
