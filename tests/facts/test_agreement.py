"""When is a claim true?"""

import pytest

from harness.facts.agreement import agrees, tells_end
from tests.tiny import Tiny, running


def told(text: str, at: float, tiny: Tiny | None = None) -> bool:
    case = (tiny or running()).screen(at, text).case()
    return all(agrees(claim, case, claim.at_ms) for claim in case.screen.claims())


@pytest.mark.parametrize(
    ("text", "at", "true"),
    [
        ("Queued", 1.5, True),
        ("Queued", 3, False),
        ("Publishing…", 3, True),
        ("Publishing…", 13, False),
        ("Not finished yet", 11, True),
        ("Not finished yet", 13, False),
        ("Published", 12, True),
        ("Published", 11, False),
        ("Step 1 of 1", 3, True),
        ("Steps – 0/1 done", 3, True),
        ("Steps – 1/1 done", 3, False),
        ("76 items left", 3, False),
        ("7 items left", 5, True),
        ("3 of 10 items processed", 5.4, True),
        ("3 of 10 items processed", 6.6, False),
        ("Publishing item 4 of 10", 5.1, True),
        ("Publishing item 6 of 10", 5.1, False),
        ("10 items in total", 3, True),
        ("11 items in total", 3, False),
        ("Some items failed", 5, False),
    ],
)
def test_a_claim_agrees_when_it_was_so_within_the_allowance(text: str, at: float, true: bool) -> None:
    assert told(text, at) is true


def test_a_place_in_the_queue_is_one_more_than_those_ahead() -> None:
    queued = Tiny().accepted().event(1.1, "run.queued", ahead=2, reason="no-free-worker")
    assert told("2 jobs ahead of you", 2, queued)
    assert told("Position 3 in queue", 2, Tiny().accepted().event(1.1, "run.queued", ahead=2, reason="no-free-worker"))
    assert not told(
        "1 job ahead of you", 2, Tiny().accepted().event(1.1, "run.queued", ahead=2, reason="no-free-worker")
    )


def test_of_phases_side_by_side_each_may_be_called_the_step_in_hand() -> None:
    def both() -> Tiny:
        tiny = Tiny().accepted(phases=True).event(2, "run.started", worker=1)
        return tiny.event(2, "phase.started", phase="validate", total=10).event(
            2, "phase.started", phase="publish", total=10
        )

    assert told("Step 1 of 2", 3, both())
    assert told("Step 2 of 2", 3, both())
    assert not told("Step 2 of 2", 3, both().event(2.1, "phase.ended", phase="publish", state="done"))


@pytest.mark.parametrize(
    ("text", "at", "true"),
    [
        ("4 items found so far", 4, True),
        ("5 items found so far", 4, False),
        ("9 items found", 6, True),
        ("12 items found", 6, False),
        ("12 items found", 8, True),
        ("3 more items were found on the way", 8, True),
        ("3 more items were found on the way", 6, False),
        ("Colours: 77 found", 8, True),
        ("1 item was taken back", 11, True),
        ("2 items were taken back", 11, False),
        ("1 kept, 11 not done, 1 of them taken back", 14, True),
        ("1 kept, 10 not done, 1 of them taken back", 14, False),
        ("1 kept", 11, False),
    ],
)
def test_what_was_found_taken_back_and_kept(text: str, at: float, true: bool) -> None:
    tiny = Tiny().accepted(phases=True, total=None).event(2, "run.started", worker=1)
    tiny.event(2, "phase.started", phase="validate", total=None).event(3, "phase.advanced", phase="validate", done=4)
    tiny.event(5, "phase.ended", phase="validate", state="done").event(5, "phase.total", phase="publish", total=9)
    tiny.event(6, "phase.started", phase="publish", total=9).event(7, "phase.total", phase="publish", total=12)
    tiny.item(8, 1).item(9, 2).event(9.5, "run.cancelling", mode="immediate")
    tiny.event(10, "item.rolled_back", item="item-002", name="Blue mug 2", phase="publish")
    tiny.event(13, "run.ended", outcome="cancelled", succeeded=1, failed=0, skipped=0, kept=1)
    assert told(text, at, tiny) is true


@pytest.mark.parametrize(
    ("lines", "ended"),
    [
        (("Published",), True),
        (("All 10 items have been published",), True),
        (("Running", "10 of 10 items processed"), False),
        (("9 of 10 items published",), False),
        (("Something went wrong",), False),
    ],
)
def test_what_tells_a_person_that_it_is_over(lines: tuple[str, ...], ended: bool) -> None:
    case = running().screen(13, *lines).case()
    assert tells_end(case.screen.standing(0, 13_000), case) is ended
