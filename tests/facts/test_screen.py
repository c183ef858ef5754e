"""The screen: claims from their paint until they are replaced, bound to the run that their place speaks of."""

from typing import Any

from harness.core.words import RunKey
from harness.microcopy.reading import Kind
from tests.tiny import Tiny, running

PUBLISH, OTHER = RunKey("publish", 1), RunKey("import", 1)


def node(role: str, *kids: str | int, **rest: Any) -> dict[str, Any]:
    return {"role": role, "kids": list(kids), **rest}


def said(tiny: Tiny) -> list[tuple[str, str, int, float]]:
    return [(c.reading.code, c.run.job, c.at_ms, c.until_ms) for c in tiny.case().screen.claims()]


def two_jobs() -> Tiny:
    return Tiny().accepted(1).accepted(2, job="import", title="Import 5 rows", total=5)


def test_a_claim_stands_from_its_paint_until_it_is_replaced() -> None:
    tiny = running().screen(2, "Queued").screen(5, "Publishing…").screen(7, "Publishing…")
    assert said(tiny) == [("state:queued", "publish", 2000, 5000), ("state:running", "publish", 5000, float("inf"))]


def test_a_sentence_drawn_again_in_a_new_node_goes_on_standing() -> None:
    tiny = running().nodes(2, {"1": node("main", 2), "2": node("status", "Publishing…")})
    tiny.nodes(4, {"1": node("main", 3), "3": node("status", "Publishing…")})
    assert said(tiny) == [("state:running", "publish", 2000, float("inf"))]


def test_a_new_document_ends_what_stood() -> None:
    tiny = running().screen(2, "Queued").page(4, "reload")
    assert said(tiny)[0][3] == 4000


def test_a_hidden_tab_is_not_seen_but_goes_on_standing() -> None:
    (claim,) = running().screen(2, "Queued").page(4, "hide").page(9, "show").case().screen.claims()
    assert claim.seen == ((2000, 4000), (9000, float("inf")))


def test_rows_speak_of_the_job_they_name() -> None:
    nodes = {"1": node("main", 2), "2": node("table", 3, 4)}
    nodes |= {"3": node("row", 5, 6), "5": node("cell", "Publish 10 items"), "6": node("cell", "Running")}
    nodes |= {"4": node("row", 7, 8), "7": node("cell", "Import 5 rows"), "8": node("cell", "Queued")}
    assert [(code, job) for code, job, *_ in said(two_jobs().nodes(3, nodes))] == [
        ("state:running", "publish"),
        ("state:queued", "import"),
    ]


def test_cards_without_any_role_are_told_apart_too() -> None:
    nodes = {"1": node("main", 2), "2": node("generic", 3, 4)}
    nodes |= {"3": node("generic", 5, 6), "5": node("heading", "Publish 10 items"), "6": node("generic", 9)}
    nodes |= {"4": node("generic", 7, 8), "7": node("heading", "Import 5 rows"), "8": node("generic", "Queued")}
    nodes |= {"9": node("generic", "3 items failed")}
    assert {(code, job) for code, job, *_ in said(two_jobs().nodes(3, nodes))} == {
        ("count:failed=3", "publish"),
        ("state:queued", "import"),
    }


def test_what_names_no_run_means_the_newest() -> None:
    nodes = {"1": node("main", 2), "2": node("status", "Running")}
    assert [job for _, job, *_ in said(two_jobs().nodes(3, nodes))] == ["import"]


def test_an_announcement_of_another_kind_is_of_that_job() -> None:
    assert [job for _, job, *_ in said(two_jobs().says(3, "Publishing has started"))] == ["publish"]


def test_several_jobs_of_one_title_are_told_apart_by_the_address_or_left_alone() -> None:
    def shown(url: str) -> list[str]:
        tiny = Tiny().accepted(1).accepted(2, job="publish-2").page(0, url=url)
        return [job for _, job, *_ in said(tiny.screen(3, "Running"))]

    assert shown("/jobs/publish") == ["publish"]
    assert shown("/jobs/publish-2") == ["publish-2"]
    assert shown("/") == []


def test_a_page_that_names_no_job_speaks_of_it_only_if_it_speaks_of_a_job() -> None:
    catalogue = {"1": node("main", 2), "2": node("paragraph", "100 published")}
    assert said(running().nodes(3, catalogue)) == []
    plain = {"1": node("main", 2, 3), "2": node("paragraph", "100 published"), "3": node("paragraph", "Publishing…")}
    assert len(said(running().nodes(3, plain))) == 2


def test_a_phase_of_a_list_is_no_job() -> None:
    nodes = {"1": node("main", 2, 3), "2": node("heading", "Publish 10 items"), "3": node("list", 4, 5)}
    nodes |= {"4": node("listitem", 6, 7), "6": node("generic", "Validate"), "7": node("generic", "Done")}
    nodes |= {"5": node("listitem", "Publish: 3 of 10")}
    claims = Tiny().accepted(phases=True).nodes(2, nodes).case().screen.claims()
    assert {(claim.reading.code, claim.phase) for claim in claims} == {
        ("ended:completed", "validate"),
        ("count:done=3/10", "publish"),
    }


def test_bars_are_read_by_value_text_and_drawing() -> None:
    def bar(**rest: Any) -> list[str]:
        nodes = {"1": node("main", 2, 3), "2": node("heading", "Publish 10 items"), "3": node("progressbar", **rest)}
        return [code for code, *_ in said(running().nodes(2, nodes))]

    assert bar(value={"now": 40, "min": 0, "max": 100}) == ["percent=40"]
    assert bar(value={"now": 4, "min": 0, "max": 10}) == ["count:done=4/10"]
    assert bar(value={"now": 0.4, "min": 0, "max": 1}) == ["percent=40"]
    assert bar(value={"now": 40, "max": 100, "text": "4 of 10 items"}) == ["count:done=4/10", "percent=40"]
    assert bar(value={}) == []
    assert bar(drawn=0.4) == ["percent=40"]


def test_unread_sentences_raise_doubt_only_where_a_job_is_spoken_of() -> None:
    odd = "17 blue widgets of the small kind frobnicated"
    assert [held.text for held in running().screen(2, odd).case().screen.unread] == [odd]
    assert running().screen(2, odd, title="Weather").case().screen.unread == ()


def test_frames_are_the_tree_after_every_change() -> None:
    frames = list(running().screen(2, "Queued").screen(3, "Running").case().screen.frames(0))
    assert [(frame.at_ms, frame.nodes["10"]["kids"]) for frame in frames] == [(2000, ["Queued"]), (3000, ["Running"])]


def test_claims_are_chosen_by_kind_run_and_tab() -> None:
    screen = running().screen(2, "Running", "3 of 10 items processed").case().screen
    assert [claim.reading.code for claim in screen.claims(kind=Kind.COUNT)] == ["count:processed=3/10"]
    assert screen.claims(run=OTHER) == []
    assert len(screen.claims(run=PUBLISH, tab=0)) == 2
    assert len(screen.standing(0, 2000)) == 2
    assert screen.standing(0, 1999) == []


def test_the_tree_of_a_moment_is_that_of_its_document() -> None:
    case = running().screen(2, "Publishing…").screen(5, "Published").page(8, "reload").screen(9, "Loading…").case()
    texts = [case.screen.tree(0, at_ms).full_text("1") for at_ms in (1_000, 4_000, 5_000, 8_500, 9_000)]
    heading = "Publish 10 items"
    assert texts == ["", f"{heading} Publishing…", f"{heading} Published", "", f"{heading} Loading…"]


def test_a_taught_phrase_claims_what_it_was_taught_and_stands_as_it_was_written() -> None:
    tiny = running().taught({"Sent to the shop": "succeeded", "Knocked back: {count}": "{count} failed"})
    tiny.screen(12.2, "Sent to the shop", "Knocked back: 3")
    claims = tiny.case().screen.claims()
    assert [(claim.reading.code, claim.text) for claim in claims] == [
        ("ended:succeeded", "Sent to the shop"),
        ("count:failed=3", "Knocked back: 3"),
    ]


def test_what_could_not_be_read_tells_where_it_stood() -> None:
    nodes = {"1": node("main", 2, 3), "2": node("heading", "Publish 10 items"), "3": node("region", 4, name="State")}
    nodes |= {"4": node("status", "17 widgets frobnicated gently")}
    (held,) = running().nodes(3, nodes).case().screen.unread
    assert (held.text, held.role, held.where) == ("17 widgets frobnicated gently", "status", "State")


def test_a_page_in_a_language_without_lists_is_foreign() -> None:
    assert running().screen(3, "Running", lang="en-GB").case().screen.foreign is None
    assert running().screen(3, "Läuft", lang="de-CH").case().screen.foreign == "de-CH"


def test_remarks_stand_like_claims_and_an_item_may_be_called_anything() -> None:
    tiny = running().screen(3, "You can close this page.", "Blue mug 1").screen(5, "Publishing…")
    (held,) = tiny.case().screen.remarks("safe to close")
    assert (held.at_ms, held.until_ms, held.run, held.named) == (3_000, 5_000, PUBLISH, True)
    assert tiny.case().screen.remarks("vague") == []
