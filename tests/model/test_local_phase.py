"""A phase that counts tells the total when it has counted; a lost worker costs an item its progress and no more."""

from harness.model.commands import Submit
from harness.model.local_phase import LocalPhase
from tests.model.worlds import play, publish, told, world

SUBMIT = (0, Submit(kind="publish"))


def test_a_total_is_known_once_the_first_phase_has_counted() -> None:
    played = play(world(publish(4, counted=True)), [SUBMIT])
    accepted, (started, publishing) = told(played, "job.accepted")[0], told(played, "phase.started")
    assert (accepted.data["total"], [phase["total"] for phase in accepted.data["phases"]]) == (None, [None, None])
    assert (started.data["total"], publishing.data["total"]) == (None, 4)
    assert [(event.at_ms, event.data) for event in told(played, "phase.total")] == [
        (400, {"phase": "publish", "total": 4})
    ]


def test_a_crash_interrupts_the_item_in_hand_and_another_worker_takes_it_up_again() -> None:
    pool = {"id": "default", "workers": 2, "schedule": [{"at": "250ms", "do": "crash"}]}
    played = play(world(publish(4), pools=[pool]), [SUBMIT])
    kinds = ["worker.lost", "item.interrupted", "run.started", "item.resumed", "phase.advanced"]
    around = [event for event in played.events if 200 < event.at_ms <= 350]
    assert [event.kind for event in around] == kinds
    assert around[-1].data == {"phase": "validate", "done": 3}
    assert [event.data["done"] for event in told(played, "phase.advanced")] == [1, 2, 3, 4]
    assert LocalPhase.__doc__
