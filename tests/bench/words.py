"""How much of what products say is judged right: labelled sentences against harness/speech."""

from collections.abc import Iterable
from dataclasses import dataclass, field

from harness.core.errors import MeanwhileError
from harness.microcopy.lists import WordLists, lists_of
from harness.speech.judge import judge_lines
from harness.speech.judged import Judged, is_unverifiable, wrong_in
from harness.speech.situation import Situation
from tests.bench.sentences import Sentence, Truth, load, paths


@dataclass(slots=True)
class Figures:
    """The measure of one half. ``caught`` of ``bad``; ``blamed`` of the ``good`` that were read; ``unread`` of all.

    ``rightly``: of the caught those for which something that the label names was found wrong.
    """

    bad: int = 0
    good: int = 0
    caught: int = 0
    rightly: int = 0
    blamed: int = 0
    unread_bad: int = 0
    unread_good: int = 0
    told: list[str] = field(default_factory=list)

    @property
    def catch_rate(self) -> float:
        """Of the bad sentences those that were caught."""
        return _share(self.caught, self.bad)

    @property
    def false_alarms(self) -> float:
        """Of the good sentences that were read those that were blamed."""
        return _share(self.blamed, self.good - self.unread_good)

    @property
    def unverifiable(self) -> float:
        """Of all sentences those that could not be judged."""
        return _share(self.unread_bad + self.unread_good, self.bad + self.good)

    def __str__(self) -> str:
        """One line."""
        return (
            f"{self.bad + self.good} sentences: {self.caught} of {self.bad} bad ones caught ({self.catch_rate:.0%}, "
            f"{self.rightly} for what is wrong with them), {self.blamed} of {self.good - self.unread_good} good ones "
            f"that were read blamed ({self.false_alarms:.1%}), {self.unverifiable:.0%} not judged"
        )


def _share(part: int, whole: int) -> float:
    return part / whole if whole else 0.0


def measure(sentences: Iterable[Sentence], *, tell: bool) -> Figures:
    """Judge every sentence. ``tell`` keeps a line on each that came out wrong; never for the half held out."""
    found = Figures()
    for sentence in sentences:
        _count(sentence, found, tell=tell)
    return found


def _count(sentence: Sentence, found: Figures, *, tell: bool) -> None:
    answers = judge_lines(sentence.lines, sentence.controls, situation(sentence), english())
    wrong, unread = wrong_in(answers), is_unverifiable(answers)
    if sentence.good:
        found.good += 1
        found.unread_good += unread
        found.blamed += bool(wrong)
    else:
        found.bad += 1
        found.unread_bad += unread
        found.caught += bool(wrong)
        found.rightly += bool(set(wrong) & set(sentence.wrong))
    if tell and (
        bool(wrong) == sentence.good or (wrong and not sentence.good and not set(wrong) & set(sentence.wrong))
    ):
        found.told.append(_told(sentence, answers))


def _told(sentence: Sentence, answers: tuple[Judged, ...]) -> str:
    said = " / ".join(sentence.lines)
    labelled = "good" if sentence.good else f"wrong in {', '.join(sentence.wrong)}"
    judged = ", ".join(f"{held.said} {held.name}" for held in answers if held.is_wrong) or "nothing wrong"
    return f'{sentence.act} "{said}": {labelled}; judged: {judged}'


def english() -> WordLists:
    """The lists that the labelled sentences are judged by."""
    lists = lists_of("en")
    if lists is None:
        raise MeanwhileError("the English lists are not there")
    return lists


def situation(sentence: Sentence) -> Situation:
    """What was so, as the label tells it."""
    truth = sentence.truth
    named = dict(truth.causes) or ({truth.cause: truth.failed or 1} if truth.cause else {})
    return Situation(
        act=sentence.act,
        job=truth.job,
        verb=truth.kind or (truth.job.split()[0].lower() if truth.job else None),
        noun=truth.noun,
        causes=named,
        as_of_minute=_minute(truth),
        retryable=truth.retryable,
        retry_scheduled=truth.retry_scheduled,
        next_s=truth.next_s,
        starts_in_s=truth.starts_in_s,
        remaining_s=truth.remaining_s,
        **{name: getattr(truth, name) for name in _SAME},
    )


_SAME = (
    "total done succeeded failed skipped left kept undone step steps phase attempt attempts reason ahead"
    " survives_disconnect"
).split()


def _minute(truth: Truth) -> int | None:
    if truth.as_of is None:
        return None
    hour, minute, *_ = truth.as_of.split(":")
    return 60 * int(hour) + int(minute)


def half(*, held_out: bool) -> list[Sentence]:
    """All sentences of one half."""
    return [sentence for path in paths(held_out=held_out) for sentence in load(path)]
