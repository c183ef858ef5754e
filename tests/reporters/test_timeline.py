"""A stored trial as four lanes."""

import json
from dataclasses import replace
from typing import Any

from inline_snapshot import snapshot

from harness.reporters.timeline import timeline
from harness.reporters.timeline_network import MOST_READS
from harness.reporters.timeline_screen import MOST_SLOTS
from harness.trace.records import FaultWindow, Page, Request, ScreenDelta
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


def test_of_a_fault_only_what_a_person_can_read_is_told(clean_trial: Trial) -> None:
    detail = {"status": 503, "match": None, "profile": "2g", "nth": 1, "count": 1, "headers": {"retry-after": "5"}}
    fault = FaultWindow(kind="http", at_ms=1, end_ms=2, detail=detail)
    (shown,) = timeline(replace(clean_trial, faults=(fault,)))["network"]["faults"]
    assert shown["detail"] == {"status": "503", "profile": "2g"}
    fault = FaultWindow(kind="trickle", at_ms=1, end_ms=2, detail={"bytes": 64, "every_ms": 1_500})
    (shown,) = timeline(replace(clean_trial, faults=(fault,)))["network"]["faults"]
    assert shown["detail"] == {"bytes": "64", "every": "1500ms"}


def test_person_lane(clean_trial: Trial) -> None:
    assert timeline(clean_trial)["person"] == snapshot(
        [{"at": 0, "done": 60, "do": "submit", "tab": 0, "words": "starts the job", "job": "publish"}]
    )


def test_screen_lane(clean_trial: Trial) -> None:
    lane = timeline(clean_trial)["screen"]
    (tab,) = lane["tabs"]
    said = [text for _, _, text in tab["texts"]]
    assert said[:2] == ["Your catalogue", "Publish 200 items"]
    assert "Not updated for 10 seconds. Trying to reconnect." in said
    assert said[-1] == "197 items published, 3 failed"
    assert lane["announcements"][0] == [1_700, "Waiting: 2 jobs ahead of yours", "polite", 0]
    assert [page["cause"] for page in tab["pages"]] == ["open", "navigate"]
    assert (tab["from"], tab["to"], tab["hidden"]) == (0, END_MS, [])


def test_each_tab_has_a_row_and_says_when_it_was_hidden_or_closed(clean_trial: Trial) -> None:
    more = (
        Page(tab=0, at_ms=2_000, url="/", cause="hide"),
        Page(tab=1, at_ms=2_000, url="/jobs", cause="open"),
        Page(tab=1, at_ms=9_000, url="/jobs", cause="close"),
        Page(tab=0, at_ms=9_000, url="/", cause="show"),
    )
    first, second = timeline(replace(clean_trial, pages=(*clean_trial.pages, *more)))["screen"]["tabs"]
    assert (first["tab"], first["to"], first["hidden"]) == (0, END_MS, [[2_000, 9_000]])
    assert (second["tab"], second["from"], second["to"], second["hidden"]) == (1, 2_000, 9_000, [])


def test_it_is_small_and_plain_json(clean_trial: Trial) -> None:
    assert len(json.dumps(timeline(clean_trial))) < 100_000


def screens_of(clean: Trial, *deltas: dict[str, Any], pages: tuple[Page, ...] = ()) -> list[list[Any]]:
    screens = tuple(ScreenDelta(tab=0, at_ms=1_000 * place, set_=nodes, del_=()) for place, nodes in enumerate(deltas))
    (tab,) = timeline(replace(clean, screens=screens, pages=pages))["screen"]["tabs"]
    texts: list[list[Any]] = tab["texts"]
    return texts


def page_of(*nodes: dict[str, Any]) -> dict[str, dict[str, Any]]:
    """A page that holds these nodes, numbered from 2."""
    held = {str(number): node for number, node in enumerate(nodes, 2)}
    return {"1": {"role": "main", "kids": [int(number) for number in held]}, **held}


def node(role: str, *kids: str | int) -> dict[str, Any]:
    return {"role": role, "kids": list(kids)}


def test_a_sentence_takes_in_its_links_and_follows_them(clean_trial: Trial) -> None:
    first = {"1": node("main", 2), "2": node("paragraph", "3 failed.", 3), "3": node("link", "See them")}
    texts = screens_of(clean_trial, first, {"3": node("link", "Hide them")})
    assert texts == [[0, 0, "3 failed. See them"], [1_000, 0, "3 failed. Hide them"]]


def test_a_new_document_begins_anew(clean_trial: Trial) -> None:
    reload = Page(tab=0, at_ms=1_000, url="/", cause="reload")
    texts = screens_of(
        clean_trial, {"1": node("main", "Publishing")}, {"1": node("main", "Publishing")}, pages=(reload,)
    )
    assert texts == [[0, 0, "Publishing"], [1_000, 0, ""], [1_000, 1, "Publishing"]]


def test_a_long_list_does_not_drown_the_rest(clean_trial: Trial) -> None:
    listed = [node("row", number) for number in range(400, 698)]
    cells = {str(number): node("cell", f"Listing {number}") for number in range(400, 698)}
    first = page_of(node("status", "a"), *listed)
    texts = screens_of(clean_trial, first | cells, {"2": node("status", "b")}, {"2": node("status", "c")})
    assert len({slot for _, slot, _ in texts}) == MOST_SLOTS
    assert [text for _, _, text in texts][-2:] == ["b", "c"]


def test_a_heading_that_came_late_outweighs_rows(clean_trial: Trial) -> None:
    listed = [node("row", number) for number in range(400, 698)]
    cells = {str(number): node("cell", f"Listing {number}") for number in range(400, 698)}
    later = page_of(*listed, node("heading", "No such job"))
    texts = screens_of(clean_trial, page_of(*listed) | cells, later | cells)
    assert texts[-1][2] == "No such job"


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
