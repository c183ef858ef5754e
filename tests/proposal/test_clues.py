"""What the documents of all routes say together."""

from typing import Any

from harness.proposal.clues import Timed, falls, gather, is_state, numbers, rises, stays
from harness.proposal.identity import Identity
from harness.proposal.shape import Place, whole


def timed(*documents: Any) -> Timed:
    return Timed(moments=tuple(range(len(documents))), place=whole(documents))


def leaf(name: str, *values: Any) -> Place:
    return Place((name,), values)


def test_the_total_is_what_a_count_rises_up_to() -> None:
    clues = gather([timed({"a": 0, "b": 9, "c": 4}, {"a": 9, "b": 9, "c": 4})], None)
    assert clues.total == 9
    assert gather([timed({"n": 1, "total": 9}, {"n": 3, "total": 9})], None).total == 9
    assert gather([timed({"n": 1, "x": 9}, {"n": 3, "x": 9})], None).total is None
    assert gather([timed("Read 1 of 9", "Read 9 of 9")], None).total == 9


def test_the_id_of_the_job_is_no_total() -> None:
    told = [{"id": 4, "bad": bad, "n": n, "of": 9, "at": f"Job 4: {n} of 9"} for bad, n in ((0, 0), (2, 4), (4, 9))]
    for order in (1, -1):
        documents = [dict(list(one.items())[::order]) for one in told]
        assert gather([timed(*documents)], Identity(id="4")).total == 9
    assert gather([timed({"id": 4, "n": 0}, {"id": 4, "n": 4})], Identity(id="4")).total is None


def test_an_end_in_other_numbers_does_not_count() -> None:
    told = [{"state": "running", "n": n, "of": 12} for n in (1, 11)] + [{"state": "done", "n": 100, "of": 100}]
    assert gather([timed(*told)], None).total == 12


def test_the_states_are_those_of_the_key_that_says_most() -> None:
    told = timed(
        {"ok": "ready", "status": "queued"}, {"ok": "ready", "status": "running"}, {"ok": "ready", "status": "done"}
    )
    clues = gather([told], Identity(id="7"))
    assert (clues.state_name, clues.ended, clues.says(["queued"]), clues.says(["ready"])) == (
        "status",
        True,
        True,
        False,
    )
    assert not gather([timed({"status": "running"})], None).ended


def test_a_state_is_a_few_words_each_for_one_stretch() -> None:
    assert is_state(leaf("state", "running"))
    assert is_state(leaf("x", "pending", "running", "running", "done"))
    assert is_state(leaf("status", "zip", "zap"))
    assert not is_state(leaf("x", "zip", "zap"))
    assert not is_state(leaf("status", "a", "b", "a"))
    assert not is_state(leaf("status", "It is running", 3))
    assert not is_state(leaf("status"))


def test_how_numbers_move() -> None:
    assert rises((1, 1, 2))
    assert not rises((1, 1))
    assert not rises((1, 2, 1))
    assert falls((2, 1))
    assert stays((1, 1))
    assert not stays(())
    assert numbers(leaf("n", 1, None, 2.5)) == (1, 2.5)
    assert numbers(leaf("n", 1, "2")) == ()
