"""The judgement of words: every slot of an act, every guard, every lint, each with the sentence that decided it."""

from collections.abc import Callable

from harness.core.causes import UNKNOWN
from harness.microcopy.lists import WordLists
from harness.microcopy.utterance import Utterance, understand
from harness.speech import blame, numbers, progress, waits
from harness.speech.acts import SLOTS, Act
from harness.speech.asked import is_asked
from harness.speech.guards import guards
from harness.speech.judged import Judged, overclaims
from harness.speech.situation import Situation
from harness.speech.states import state

_SLOTS: dict[str, Callable[[Utterance, Situation], Judged | None]] = {
    "job": progress.job,
    "activity": progress.activity,
    "quantity": progress.quantity,
    "cause": blame.cause,
    "remedy": blame.remedy,
    "count": numbers.count,
    "reason": waits.reason,
    "attempt": waits.attempt,
    "next": waits.next_attempt,
    "as_of": waits.as_of,
}
_ANYWHERE = (progress.step, numbers.total, waits.ahead)
"""what an act need not say, and must not say wrong"""


def judge_lines(
    lines: tuple[str, ...], controls: tuple[str, ...], so: Situation, lists: WordLists
) -> tuple[Judged, ...]:
    """What lines that stand together, with the controls beside them, say of what is so."""
    return judge(understand(lines, lists, own=so.own, controls=controls), so)


def judge(said: Utterance, so: Situation) -> tuple[Judged, ...]:
    """Slots, guards and lints, in this order."""
    answers: list[Judged | None] = [state(said, so)]
    answers += [_SLOTS[slot](said, so) for slot in SLOTS[so.act] if slot in _SLOTS]
    answers += numbers.numbers(said, so)
    answers += [held for check in _ANYWHERE if (held := check(said, so)) is not None and held.is_wrong]
    answers += [*guards(said, so), *lints(said, so, answers)]
    return tuple(held for held in answers if held is not None and is_asked(held, so))


def lints(said: Utterance, so: Situation, answers: list[Judged | None]) -> list[Judged]:
    """Empty words where the cause is known, or nothing can be done; places of values that were not filled."""
    found = [overclaims("placeholder", said.placeholders[0])] if said.placeholders else []
    vague = next((phrase.line for phrase in said.phrases if phrase.vague), None)
    if vague is None or so.act in (Act.OFFLINE, Act.BACK) or "cause" in so.untold:
        return found
    slots = {held.name: held for held in answers if held is not None}
    cause, remedy = slots.get("cause"), slots.get("remedy")
    specific = any(held.causes - {UNKNOWN} for held in said.phrases) and cause is not None and not cause.is_wrong
    waited_for = so.act is Act.RETRYING and not any(held.is_wrong for held in slots.values())
    helped = UNKNOWN in so.causes and remedy is not None and not remedy.is_wrong
    excused = waited_for or helped
    return found if specific or excused else [*found, overclaims("vague", vague)]
