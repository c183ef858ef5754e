"""How a page may call jobs, phases and items."""

import pytest

from harness.core.words import RunKey
from harness.facts.jobwords import JobWords, stems
from tests.tiny import Tiny


def words() -> JobWords:
    tiny = Tiny().accepted(1, phases=True).accepted(5, job="publish-2").accepted(9, job="import", title="Import 5 rows")
    return JobWords(tiny.item(10, 1).case().truth)


def test_titles_kinds_and_items_are_found_in_texts() -> None:
    held = words()
    assert held.named_in("Job “PUBLISH 10  items” is running") == ("publish", "publish-2")
    assert held.kind_in("Your import is running") == ("import",)
    assert [held.item_in(text) for text in ("blue mug 1", "item-001", "red mug")] == [True, True, False]
    assert held.without_titles("Publish 10 items: done") == ": done"


def test_a_text_may_name_several_jobs() -> None:
    tiny = (
        Tiny()
        .accepted(1)
        .accepted(2, job="more", title="Publish 10 items again")
        .accepted(3, job="import", title="Import 10 items")
    )
    held = JobWords(tiny.case().truth)
    assert held.names_several("Import 10 items has started. Publish 10 items was accepted.")
    assert not held.names_several("Publish 10 items again has started.")
    assert not held.names_several("Import 10 items has started. It runs.")


def test_a_name_is_known_as_a_page_shows_it_white_space_collapsed() -> None:
    tiny = (
        Tiny()
        .accepted(1)
        .event(2, "item.succeeded", item="item-001", name="\t=1+1  Oak\nbowl", phase="publish", attempt=1)
    )
    assert JobWords(tiny.case().truth).items == {"item-001", "=1+1 oak bowl"}


def test_the_newest_run_is_asked_by_moment() -> None:
    held = words()
    assert held.newest(500) is None
    assert held.newest(6_000) == RunKey("publish-2", 1)
    assert held.newest(20_000, "publish") == RunKey("publish", 1)
    assert held.next_after(6_000) == (9_000, RunKey("import", 1))


def test_one_title_of_several_jobs_is_narrowed_by_address_or_time_or_not_at_all() -> None:
    held, both = words(), ("publish", "publish-2")
    assert held.narrow(both, "/jobs/publish-2", 6_000) == ("publish-2",)
    assert held.narrow(both, "/?publish=publish-2", 6_000) == ("publish-2",), "the name of a value says nothing"
    assert held.narrow(both, "/", 2_000) == ("publish",)
    assert held.narrow(both, "/", 6_000) is None


def test_another_kind_than_the_newest_runs_is_told_by_its_name() -> None:
    held = words()
    assert held.told_by_kind("Import complete", 10_000) == ()
    assert held.told_by_kind("Publishing complete", 10_000) is None
    assert held.is_ambiguous("Publishing complete", 10_000)
    assert not held.is_ambiguous("Import complete", 10_000)


def test_a_phase_brings_the_forms_of_its_verb() -> None:
    assert stems("Upload") == ("upload", "uploading", "uploaded")
    assert stems("Map fields") == ("map", "mapping", "mapped")
    assert [(phase.id, phase.last) for phase in words().phases(RunKey("publish", 1))] == [
        ("validate", False),
        ("publish", True),
    ]


@pytest.mark.parametrize(
    ("verb", "phase"), [("validate", "validate"), ("check", "validate"), ("publish", "publish"), ("import", None)]
)
def test_a_phase_is_named_by_its_verb_or_by_one_of_its_kin(verb: str, phase: str | None) -> None:
    words = JobWords(Tiny().accepted(phases=True).case().truth)
    named = words.phase_named(RunKey("publish", 1), verb)
    assert (named.id if named else None) == phase


def test_of_several_jobs_the_newest_is_the_persons_own_while_there_is_one() -> None:
    tiny = Tiny().accepted(1, job="sync", by="world").accepted(5).accepted(9, job="child", by="world")
    held = JobWords(tiny.case().truth)
    assert [held.newest(at_ms) for at_ms in (500, 2_000, 6_000, 9_500)] == [
        None,
        RunKey("sync", 1),
        RunKey("publish", 1),
        RunKey("publish", 1),
    ]
    assert held.newest(9_500, "child") == RunKey("child", 1)
