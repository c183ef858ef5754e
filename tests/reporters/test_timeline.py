"""A stored trial as four lanes."""

import json
from dataclasses import replace
from typing import Any

from inline_snapshot import snapshot

from harness.reporters.timeline import timeline
from harness.reporters.timeline_network import MOST_READS
from harness.reporters.timeline_screen import MOST_SLOTS
from harness.trace.records import Page, Request, ScreenDelta
from harness.trace.trial import Trial
from tests.reporters.sample import END_MS


def test_truth_lane(clean_trial: Trial) -> None:
    (run,) = timeline(clean_trial)["truth"]["runs"]
    assert run["states"][0] == {"state": "queued", "from": 400, "to": 6_400}
    assert [phase["title"] for phase in run["phases"]] == ["Validate", "Publish"]
    assert (run["outcome"], run["ended"], run["noun"], run["by"]) == ("partial", 600_000, "item", "person")
    assert run["counts"][-1] == [599_400, 197, 3, 0, 200]
    assert dict(run["says"])[3_000] == "queued, 1 job ahead"


def test_network_lane(clean_trial: Trial) -> None:
    lane = timeline(clean_trial)["network"]
    assert lane["profile"] == "slow-3g"
    assert lane["faults"] == snapshot(
        [
            {
                "kind": "blackhole",
                "from": 300000,
                "to": 330000,
                "words": "nothing arrives, though connections stay open",
                "detail": {},
            }
        ]
    )
    assert [request["what"] for request in lane["requests"]][1] == "POST /api/jobs"
    assert [(len(stream["lost"]) > 0, stream["count"] > 0) for stream in lane["streams"]] == [
        (True, True),
        (True, True),
    ]


def test_person_lane(clean_trial: Trial) -> None:
    assert timeline(clean_trial)["person"] == snapshot(
        [{"at": 0, "done": 60, "do": "submit", "tab": 0, "words": "starts the job", "job": "publish"}]
    )


def test_screen_lane(clean_trial: Trial) -> None:
    lane = timeline(clean_trial)["screen"]
    said = [text for _, _, text in lane["texts"]]
    assert said[:2] == ["Your catalogue", "Publish 200 items"]
    assert "Not updated for 10 seconds. Trying to reconnect." in said
    assert said[-1] == "197 items published, 3 failed"
    assert lane["announcements"][0] == [1_700, "Waiting: 2 jobs ahead of yours", "polite"]
    assert [page["cause"] for page in lane["pages"]] == ["open", "navigate"]


def test_it_is_small_and_plain_json(clean_trial: Trial) -> None:
    assert len(json.dumps(timeline(clean_trial))) < 40_000


def screens_of(clean: Trial, *deltas: dict[str, Any], pages: tuple[Page, ...] = ()) -> list[list[Any]]:
    screens = tuple(ScreenDelta(tab=0, at_ms=1_000 * place, set_=nodes, del_=()) for place, nodes in enumerate(deltas))
    texts: list[list[Any]] = timeline(replace(clean, screens=screens, pages=pages))["screen"]["texts"]
    return texts


def test_a_sentence_takes_in_its_links_and_follows_them(clean_trial: Trial) -> None:
    first = {"1": {"role": "paragraph", "kids": ["3 failed.", 2]}, "2": {"role": "link", "kids": ["See them"]}}
    texts = screens_of(clean_trial, first, {"2": {"role": "link", "kids": ["Hide them"]}})
    assert [0, 0, "3 failed. See them"] in texts
    assert [1_000, 0, "3 failed. Hide them"] in texts


def test_a_new_document_begins_anew(clean_trial: Trial) -> None:
    node = {"1": {"role": "main", "kids": ["Publishing"]}}
    reload = Page(tab=0, at_ms=1_000, url="/", cause="reload")
    texts = screens_of(clean_trial, node, node, pages=(reload,))
    assert texts == [[0, 0, "Publishing"], [1_000, 0, ""], [1_000, 1, "Publishing"]]


def test_a_long_list_does_not_drown_the_rest(clean_trial: Trial) -> None:
    rows = {str(number): {"role": "cell", "kids": [f"Listing {number}"]} for number in range(2, 300)}
    texts = screens_of(
        clean_trial, rows, {"1": {"role": "status", "kids": ["a"]}}, {"1": {"role": "status", "kids": ["b"]}}
    )
    assert len({slot for _, slot, _ in texts}) == MOST_SLOTS
    assert [text for _, _, text in texts][-2:] == ["a", "b"]


def test_polling_is_thinned_and_trouble_is_not(clean_trial: Trial) -> None:
    poll = Request(
        id="p0", tab=0, method="GET", path="/api/jobs/publish", sent_ms=0, arrived_ms=1, answered_ms=2, status=200,
        fault=None, via="fetch",
    )  # fmt: skip
    polls = [replace(poll, id=f"p{n}", sent_ms=n * 100, status=502 if n % 1_000 == 7 else 200) for n in range(6_000)]
    shown = timeline(replace(clean_trial, requests=tuple(polls)))["network"]["requests"]
    assert [request["at"] for request in shown if request["status"] == 502] == [n * 1_000_00 + 700 for n in range(6)]
    assert len(shown) <= MOST_READS + 10
    assert END_MS - shown[-1]["at"] <= END_MS / 10


def test_a_heading_that_came_late_outweighs_rows(clean_trial: Trial) -> None:
    rows = {str(number): {"role": "cell", "kids": [f"Listing {number}"]} for number in range(2, 300)}
    texts = screens_of(clean_trial, rows, {"1": {"role": "heading", "kids": ["No such job"]}})
    assert texts[-1][2] == "No such job"
