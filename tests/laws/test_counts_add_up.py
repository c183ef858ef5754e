"""counts-add-up: sums that are right, wrong, wrong for a moment, counted in one way or another."""

import pytest

from tests.laws.answers import answer, answers, sentences
from tests.tiny import Tiny

LAW = "counts-add-up"


def job() -> Tiny:
    """28 items: of the first ten, every third fails and the fifth is skipped."""
    tiny = Tiny(end=60).accepted(total=28).started()
    for number in range(1, 11):
        tiny.item(2 + number, number, ends(number))
    return tiny


def ends(number: int) -> str:
    return "failed" if number % 3 == 0 else "skipped" if number == 5 else "succeeded"


def counts(number: int) -> dict[str, int]:
    held = [ends(one) for one in range(1, number + 1)]
    return {
        "done": number, "left": 28 - number, "total": 28,
        "ok": held.count("succeeded"), "failed": held.count("failed"), "skipped": held.count("skipped"),
    }  # fmt: skip


def shown(*lines: str, **off: int) -> Tiny:
    """The page says these lines of each moment; ``off`` is by how much a number is wrong."""
    tiny = job()
    for number in range(1, 11):
        told = {name: value + off.get(name, 0) for name, value in counts(number).items()}
        tiny.screen(2.1 + number, *(line.format(**told) for line in lines), title="Publish 28 items")
    return tiny


FULL = ("{done} of {total} items processed", "{ok} succeeded, {failed} failed, {skipped} skipped", "{left} items left")


def test_sums_that_are_right_pass() -> None:
    verdict = answer(LAW, shown(*FULL))
    assert (verdict.verdict, verdict.judged) == ("passed", 10)


@pytest.mark.parametrize("wrong", ["done", "ok", "failed", "skipped", "left"])
def test_a_number_that_does_not_fit_fails(wrong: str) -> None:
    verdict = answer(LAW, shown(*FULL, **{wrong: 1}))
    assert (verdict.verdict, len(verdict.findings)) == ("failed", 1)


def test_the_finding_gives_all_numbers() -> None:
    assert sentences(answer(LAW, shown(*FULL[:2], ok=1)))[0] == (
        'job "Publish 28 items" at 3.1 s: the page said "1 of 28 items processed; 2 succeeded, 0 failed, 0 skipped"; '
        "in truth it was publishing item 2 of 28."
    )


def test_what_is_left_has_to_be_lowered_by_what_failed_and_was_skipped() -> None:
    tiny = job()
    for number in range(1, 11):
        told = counts(number)
        line = f"{told['ok']} succeeded, {told['failed']} failed, {told['skipped']} skipped"
        tiny.screen(2.1 + number, line, f"{28 - told['ok']} of 28 items left", title="Publish 28 items")
    assert answer(LAW, tiny).verdict == "failed"


def test_a_page_may_keep_the_skipped_apart_but_not_change_its_way() -> None:
    tiny = job()
    for number in range(1, 11):
        told = counts(number)
        apart = f"{number - told['skipped']} items processed, {told['skipped']} skipped"
        tiny.screen(2.1 + number, apart, f"{told['ok']} succeeded, {told['failed']} failed", title="Publish 28 items")
    assert answer(LAW, tiny).verdict == "passed"
    assert answer(LAW, shown(*FULL[:2], failed=-1)).verdict == "failed"  # though it would fit at one moment


def test_done_may_be_all_that_was_gone_through_or_what_went_well() -> None:
    tiles = ("Failed: {failed}", "Skipped: {skipped}", "Left: {left}", "Total: {total}")
    assert answer(LAW, shown("Done: {ok}", *tiles)).verdict == "passed"
    assert answer(LAW, shown("Done: {done}", *tiles)).verdict == "passed"
    assert answer(LAW, shown("Done: {done}", *tiles, done=1)).verdict == "failed"


def test_a_count_above_the_total_fails() -> None:
    tiny = shown("{done} of {total} items processed")
    assert answer(LAW, tiny).verdict == "not_exercised"
    tiny.screen(20, "30 of 28 items processed", title="Publish 28 items")
    assert answer(LAW, tiny).verdict == "failed"


def test_too_few_sums_are_no_pass() -> None:
    tiny = job().screen(4.1, "2 of 28 items processed", "2 succeeded, 0 failed, 0 skipped", title="Publish 28 items")
    assert (answer(LAW, tiny).verdict, answer(LAW, tiny).judged) == ("not_exercised", 1)
    assert answer(LAW, job().screen(4, "Publishing…", title="Publish 28 items")).verdict == "not_exercised"


@pytest.mark.parametrize(("lasts", "verdict"), [(0.5, "passed"), (0.501, "failed")])
def test_two_parts_of_a_page_may_be_apart_by_the_allowance(lasts: float, verdict: str) -> None:
    tiny = shown(*FULL)
    tiny.screen(20, "11 of 28 items processed", FULL[1].format(**counts(10)), title="Publish 28 items")
    tiny.screen(20 + lasts, *(line.format(**counts(10)) for line in FULL), title="Publish 28 items")
    assert answer(LAW, tiny).verdict == verdict


def test_out_of_touch_a_part_may_stay_behind() -> None:
    tiny = shown(*FULL).fault(19, 30)
    tiny.screen(20, "11 of 28 items processed", FULL[1].format(**counts(10)), title="Publish 28 items")
    assert answer(LAW, tiny.screen(35, *(line.format(**counts(10)) for line in FULL))).verdict == "passed"


def test_counts_of_a_phase_or_of_a_cause_are_no_part_of_the_sum() -> None:
    assert answer(LAW, shown(*FULL, "2 items failed because of a missing ID.")).verdict == "passed"
    two = Tiny(end=60).accepted(total=28, phases=True).event(2, "run.started", worker=1)
    two.event(2, "phase.started", phase="validate", total=28)
    for number in range(1, 11):
        two.event(2 + number, "phase.advanced", phase="validate", done=number)
        two.screen(
            2.1 + number, f"Validate: {number} of 28", "0 of 28 items processed", "0 succeeded, 0 failed, 0 skipped"
        )
    assert (answer(LAW, two).findings, answer(LAW, two).judged) == ((), 1)


def test_numbers_of_two_jobs_are_no_sum() -> None:
    tiny = job().accepted(1.5, total=5, job="sync", title="Sync 5 items").started(2, job="sync")
    for number in range(1, 11):
        lines = (*FULL, "region|")
        tiny.screen(2.1 + number, *(line.format(**counts(number)) for line in lines[:3]), title="Publish 28 items")
    assert answer(LAW, tiny).verdict == "passed"


def test_a_hidden_tab_shows_nothing() -> None:
    assert answer(LAW, shown(*FULL, ok=1).page(2.5, "hide")).verdict == "not_exercised"


def test_a_sentence_that_cannot_be_read_is_doubt() -> None:
    assert answer(LAW, shown(*FULL, "17 blue widgets of the small kind frobnicated")).verdict == "cant_tell"


def test_count_true_is_told_under_it() -> None:
    told = answers(shown(*FULL, ok=1))
    assert (told["count-true"].verdict, told["count-true"].under) == ("failed", LAW)
