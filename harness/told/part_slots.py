"""The slots of what a job has or brings forth: a cause, an item, a phase, a job that it started."""

from harness.core import causes
from harness.core.ids import item_number
from harness.core.words import ItemState
from harness.facts.views import CauseCount, ItemView, PhaseView
from harness.told.formats import Share
from harness.told.slots import Scene, Slot, flag, moment, number, percent, text, word
from harness.told.vocabulary import CAUSE_CLASSES, CAUSES, ITEM_STATES, PHASE_STATES, PHASES, Vocabulary

_COUNTED = Vocabulary(table="item_states", words=("failed", "skipped"), open=True)

OF_CAUSE: tuple[Slot, ...] = (
    word("id", "which trouble it is; `causes:` gives it your own code or words", CAUSES, lambda id, _: id),
    text("title", "the trouble in a word or two: `Missing ID`", lambda id, _: causes.cause(id).title),
    text("remedy", "what mends it, as a sentence", lambda id, _: causes.cause(id).remedy),
    word("class", "whose trouble it is", CAUSE_CLASSES, lambda id, _: causes.cause(id).cls.value),
    flag("retryable", "whether another attempt may succeed as things are", lambda id, _: causes.cause(id).retryable),
    flag("critical", "whether everything after it fails as well", lambda id, _: causes.cause(id).critical),
    flag("data_loss", "whether something that was there is gone", lambda id, _: causes.cause(id).data_loss),
)
"""The thing is the id of a cause."""


CAUSE: tuple[Slot, ...] = (
    *(slot.over(lambda count, _: count.cause) for slot in OF_CAUSE),
    number("count", "how many items failed or were skipped for it", lambda count, _: count.count),
    word("state", "`failed` or `skipped`, by `item_states:`", _COUNTED, lambda count, _: count.state),
)
"""The thing is a cause with its count."""


def _number(item: ItemView, _: Scene) -> int:
    return item_number(item.id)


def _has_ended(item: ItemView, _: Scene) -> bool:
    return item.state in (ItemState.SUCCEEDED, ItemState.FAILED, ItemState.SKIPPED)


ITEM: tuple[Slot, ...] = (
    text("id", "`item-007`", lambda item, _: item.id),
    number("number", "its number, from 1", _number),
    text("name", "its name", lambda item, _: item.name),
    word("state", "what has become of it, by `item_states:`", ITEM_STATES, lambda item, _: item.state.value),
    flag("ended", "whether it succeeded, failed or was skipped", _has_ended),
    number("attempt", "which attempt it is in or was done with, from 1", lambda item, _: item.attempt),
    *(slot.within("cause", lambda item, _: item.cause) for slot in OF_CAUSE),
)


def _share(phase: PhaseView, scene: Scene) -> Share | None:
    if phase.total is None:
        return None
    return Share(done=phase.done, total=phase.total, ended=phase.ended_ms is not None)


def _place(phase: PhaseView, scene: Scene) -> int | None:
    job = scene.job
    return None if job is None else [one.id for one in job.phases].index(phase.id) + 1


PHASE: tuple[Slot, ...] = (
    word("id", "which phase it is, by `phases:`: `validate`", PHASES, lambda phase, _: phase.id),
    text("title", "`Validate`", lambda phase, _: phase.title),
    number("number", "its place among the phases, from 1", _place),
    word("state", "what has become of it, by `phase_states:`", PHASE_STATES, lambda phase, _: phase.state.value),
    number("done", "items that passed through it", lambda phase, _: phase.done),
    number("total", "items that it has", lambda phase, _: phase.total),
    percent("percent", "`done` of `total`", _share),
    moment("started", "when it began", lambda phase, _: phase.started_ms),
    moment("finished", "when it was over", lambda phase, _: phase.ended_ms),
)

CHILD: tuple[Slot, ...] = (text("id", "the id of a job that this one started", lambda child, _: child),)


def cause_of_most(counts: tuple[CauseCount, ...]) -> CauseCount | None:
    """The cause for which most items failed."""
    failed = [count for count in counts if count.state == "failed"]
    return max(failed, key=lambda count: count.count, default=None)
