"""The slots of a job: its newest run at the moment."""

from harness.core.words import State
from harness.facts.views import RunView
from harness.told.formats import Share
from harness.told.part_slots import CAUSE, OF_CAUSE, PHASE, cause_of_most
from harness.told.slots import Scene, Slot, duration, flag, moment, number, percent, text, word
from harness.told.vocabulary import KINDS, PAUSES, STATES, WAITS


def _state(job: RunView, _: Scene) -> str:
    return job.outcome.value if job.outcome else job.state.value


def _share(job: RunView, _: Scene) -> Share | None:
    if job.counts.total is None:
        return None
    return Share(done=job.counts.processed, total=job.counts.total, ended=job.state is State.ENDED)


def _elapsed_ms(job: RunView, scene: Scene) -> int | None:
    if job.started_ms is None:
        return None
    return (scene.at_ms if job.ended_ms is None else job.ended_ms) - job.started_ms


def _left_ms(job: RunView, scene: Scene) -> int | None:
    """What is left at the pace so far, as of the job's last change."""
    done, left = job.counts.processed, job.counts.remaining
    if job.started_ms is None or left is None or not done or job.state is State.ENDED:
        return None
    return (job.updated_ms - job.started_ms) * left // done


def _wait_ms(job: RunView, scene: Scene) -> int | None:
    """How long the next attempt was off at the job's last change: the whole wait, where nothing happens meanwhile."""
    if job.retry is None or job.retry.next_at_ms is None:
        return None
    return max(0, job.retry.next_at_ms - job.updated_ms)


def _current(job: RunView, _: Scene) -> int | None:
    """The item in hand; the last phase counts over all items of the job."""
    phase = job.phase
    if phase is None or not phase.total:
        return None
    is_last = phase.id == job.phases[-1].id
    done, total = (job.counts.processed, job.counts.total or 0) if is_last else (phase.done, phase.total)
    return min(done + 1, total)


_COUNTS = (
    number("total", "items that the job has; null until that is known", lambda job, _: job.counts.total),
    number("processed", "items that reached an end, whatever it was", lambda job, _: job.counts.processed),
    number("succeeded", "items that went well", lambda job, _: job.counts.succeeded),
    number("failed", "items that failed", lambda job, _: job.counts.failed),
    number("skipped", "items that were skipped", lambda job, _: job.counts.skipped),
    number("remaining", "items that have not reached an end", lambda job, _: job.counts.remaining),
    number("rolled_back", "items that had succeeded and were undone", lambda job, _: job.counts.rolled_back),
    number("grown", "by how many items the total has grown", lambda job, _: job.counts.grown),
    number("kept", "items that a cancelled job left as done", lambda job, _: job.kept),
    number("current", "the number of the item in hand, from 1", _current),
    percent("percent", "`processed` of `total`; null until the total is known", _share),
)

_TIMES = (
    moment("accepted", "when it was accepted", lambda job, _: job.accepted_ms),
    moment("started", "when a worker took it up", lambda job, _: job.started_ms),
    moment("finished", "when it ended", lambda job, _: job.ended_ms),
    moment("updated", "when anything of it changed last", lambda job, _: job.updated_ms),
    duration("elapsed", "since it started, until now or its end", _elapsed_ms, ticks=True),
    duration("left", "what is left at the pace so far", _left_ms),
)

_QUEUE = (
    number("ahead", "jobs that go before it while it waits", lambda queue, _: queue.ahead),
    number("position", "its place in the line, from 1", lambda queue, _: queue.ahead + 1),
    word("reason", "why it waits", WAITS, lambda queue, _: queue.reason),
    moment("start", "when it may start, where that can be foreseen", lambda queue, _: queue.expected_start_ms),
)

_PAUSED = (
    word("reason", "why it stands still", PAUSES, lambda paused, _: paused.reason),
    moment("until", "until when, where that is known", lambda paused, _: paused.until_ms),
    *(slot.within("cause", lambda paused, _: paused.cause) for slot in OF_CAUSE),
)

_RETRY = (
    number("items", "items that wait for, or are in, an attempt after the first", lambda retry, _: retry.items),
    number("waiting", "those of them that wait", lambda retry, _: retry.waiting),
    number("attempt", "which attempt is next or in hand", lambda retry, _: retry.attempt),
    number("max", "how many attempts there are in all", lambda retry, _: retry.max),
    moment("next", "when the next attempt begins, where that is known", lambda retry, _: retry.next_at_ms),
    flag("whole", "whether the job as a whole is taken up again", lambda retry, _: retry.whole),
)

JOB: tuple[Slot, ...] = (
    text("id", "its id; use it as it is: addresses and reports know the job by it", lambda job, _: job.key.job),
    word("kind", "what it does, by `kinds:`", KINDS, lambda job, _: job.kind),
    text("title", "`Publish 28 items`", lambda job, _: job.title),
    text("noun", "what it calls one of its items: `item`", lambda job, _: job.noun),
    word("state", "what it is doing, or how it ended, by `states:`", STATES, _state),
    flag("ended", "whether it has ended", lambda job, _: job.state is State.ENDED),
    number("run", "1, and one more with each retry or re-run", lambda job, _: job.key.run),
    number("version", "a number that grows with each change of it", lambda job, _: job.version),
    *_COUNTS,
    *_TIMES,
    *(slot.within("phase", lambda job, _: job.phase) for slot in PHASE),
    *(slot.within("cause", lambda job, _: cause_of_most(job.causes)) for slot in CAUSE),
    number("phases", "how many phases it has", lambda job, _: len(job.phases)),
    *(slot.within("queue", lambda job, _: job.queue) for slot in _QUEUE),
    *(slot.within("paused", lambda job, _: job.paused) for slot in _PAUSED),
    *(slot.within("retry", lambda job, _: job.retry) for slot in _RETRY),
    duration("retry.wait", "how long it is until then, as of the job's last change", _wait_ms),
)
