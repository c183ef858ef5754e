"""The timeline in words: everything that the model can say."""

from pathlib import Path

from harness.cli.timeline import timeline
from harness.trace.truth_event import TruthEvent
from tests.cli.logs import EVERYTHING, Told, accepted, log, whole
from tests.cli.test_crowd import SCENARIO


def told(events: list[TruthEvent], end_ms: int) -> str:
    return "".join(f"{line}\n" for line in timeline(SCENARIO, events, end_ms))


def test_everything_that_can_happen_to_a_run_is_told() -> None:
    golden = Path(__file__).with_name("show_everything.txt").read_text(encoding="utf-8")
    assert told(EVERYTHING, 80_000) == golden


def test_many_runs_are_summed_up() -> None:
    past = [event for number in range(30) for event in whole(number * 60_000 - 3_600_000, job=f"sync-{number + 1}")]
    golden = Path(__file__).with_name("show_many.txt").read_text(encoding="utf-8")
    assert told([*past, *log(accepted(0))], 80_000) == golden


def test_what_only_says_little_is_told_all_the_same() -> None:
    bare = {"by": "ghost"}
    events = log((0, "job.accepted", bare), (5, "run.queued", {}), (9, "run.paused", {}), (9, "item.failed", {}))
    words = told(events, 10)
    assert "started by the ghost" in words
    assert "has not ended" in words


def test_of_many_lines_the_first_and_the_last_are_told() -> None:
    moves = [(1_000 * ahead, "queue.moved", {"ahead": 40 - ahead, "reason": "no-free-worker"}) for ahead in range(40)]
    words = told(log(accepted(0), *moves), 80_000)
    assert "... 29 more, which --json lists" in words
    assert "39.0 s: 1 job ahead, no free worker" in words


def test_control_characters_stay_out_of_the_terminal() -> None:
    assert "\x1b" not in told(log(accepted(0, title="\x1b[31mred")), 10)


def test_pauses_in_a_row_for_one_reason_are_one() -> None:
    reasons = ["rate-limit", "rate-limit", "maintenance"]
    pauses: list[Told] = [(1_000 * at, "run.paused", {"reason": reason}) for at, reason in enumerate(reasons)]
    resumes: list[Told] = [(1_000 * at + 1_000, "run.resumed", {}) for at in range(3)]
    words = told(log(accepted(0), *(one for both in zip(pauses, resumes, strict=True) for one in both)), 9_000)
    assert "0.0 s to 2.0 s: rate limit\n" in words
    assert "2.0 s to 3.0 s: maintenance\n" in words


def test_without_a_job_it_says_so() -> None:
    assert told([], 0).endswith("no job is started\n")
