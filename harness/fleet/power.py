"""How much the gate can be believed, from what was proved: recall, false alarms, laws never armed, time to find."""

import statistics
from collections.abc import Iterable, Iterator, Sequence
from dataclasses import dataclass
from itertools import groupby

from harness.core.verdicts import Verdict
from harness.fleet.hunt import Hunt
from harness.trace.result import TrialResult

JUDGED = frozenset((Verdict.PASSED, Verdict.FAILED, Verdict.CANT_TELL))

_HEAD = """\
# Can a green result be believed?

A gate that never fails proves nothing. So each law has deliberate flaws of the reference page that it must catch,
many of them modelled on a bug of a real product, and the page without a flaw must raise no alarm, whatever the seed.
This page is written by `{command}`; it says how that went.
"""
_TABLE = """
The time counts from the start of a defect's first trial to the finding, in a browser that is running already.

| law | defect | caught in | what was found |
|---|---|---|---|"""


@dataclass(frozen=True, kw_only=True, slots=True)
class Power:
    """``laws`` are the ids of all laws; ``clean`` are trials of the page that has no flaw."""

    hunts: tuple[Hunt, ...]
    clean: tuple[TrialResult, ...]
    laws: tuple[str, ...]

    @property
    def caught(self) -> tuple[Hunt, ...]:
        """Defects that the law meant for them found."""
        return tuple(one for one in self.hunts if one.scenario is not None)

    @property
    def by_another(self) -> tuple[Hunt, ...]:
        """Defects that only other laws found."""
        return tuple(one for one in self.hunts if one.scenario is None and one.others)

    @property
    def missed(self) -> tuple[Hunt, ...]:
        """Defects that no law found."""
        return tuple(one for one in self.hunts if one.scenario is None and not one.others)

    @property
    def false_alarms(self) -> tuple[TrialResult, ...]:
        """Trials of the clean page with a finding."""
        return tuple(one for one in self.clean if one.findings)

    @property
    def errors(self) -> tuple[str, ...]:
        """Our own trouble."""
        hunted = [error for one in self.hunts for error in one.errors]
        return (*hunted, *(one.error for one in self.clean if one.error is not None))

    @property
    def never_armed(self) -> tuple[str, ...]:
        """Laws that judged nothing in any clean trial; none where there were no clean trials to see it in."""
        if not self.clean:
            return ()
        armed = {one.law for trial in self.clean for one in trial.verdicts if one.verdict in JUDGED}
        return tuple(law for law in self.laws if law not in armed)

    @property
    def alone(self) -> tuple[str, ...]:
        """Laws with fewer than two defects: what they catch says little of them."""
        meant = [one.quarry.law for one in self.hunts]
        return tuple(law for law in self.laws if meant.count(law) < 2)

    @property
    def exit_code(self) -> int:
        """0 where nothing is left to be desired, 1 where something is, 3 for trouble of our own."""
        if self.errors:
            return 3
        return int(bool(self.by_another or self.missed or self.false_alarms or self.never_armed))

    def time_to_find_ms(self) -> tuple[int, int]:
        """Median and 90th percentile of real time to the first finding; (0, 0) where nothing was found."""
        times = sorted(one.wall_ms for one in self.caught)
        if len(times) < 2:
            return (times[0], times[0]) if times else (0, 0)
        return round(statistics.median(times)), round(statistics.quantiles(times, n=10, method="inclusive")[-1])


def score(power: Power) -> Iterator[str]:
    """The score, a line a figure."""
    share = f" ({100 * len(power.caught) / len(power.hunts):.0f} %)" if power.hunts else ""
    median, high = power.time_to_find_ms()
    yield f"{len(power.hunts)} defects: {len(power.caught)}{share} caught by the law meant for them"
    yield f"caught only by another law: {_named(power.by_another)}"
    yield f"missed: {_named(power.missed)}"
    yield f"time to the first finding: median {_seconds(median)}, 90 % within {_seconds(high)}"
    if power.clean:
        yield from _clean_score(power)


def _clean_score(power: Power) -> Iterator[str]:
    alarms = sorted({f"{one.scenario} (seed {one.seed})" for one in power.false_alarms})
    yield f"false alarms in {len(power.clean)} trials of the clean page: {_or_none(alarms)}"
    yield f"laws that were never put to the test: {_or_none(power.never_armed)}"
    yield f"laws with fewer than two defects: {_or_none(power.alone)}"


def page(power: Power, command: str) -> str:
    """``docs/power.md``."""
    head = [_HEAD.format(command=command), *(f"- {line}" for line in score(power)), _TABLE]
    ordered = sorted(power.hunts, key=lambda one: (power.laws.index(one.quarry.law), one.quarry.defect))
    rows = [row for _, held in groupby(ordered, key=lambda one: one.quarry.law) for row in _rows(list(held))]
    return "\n".join([*head, *rows]) + "\n"


def _rows(hunts: Sequence[Hunt]) -> Iterator[str]:
    for one in hunts:
        found = _cell(one.sentence) if one.scenario else f"not caught; other laws: {_or_none(one.others)}"
        yield f"| {one.quarry.law} | {one.quarry.defect} | {one.scenario or '–'} | {found} |"


def _cell(sentence: str) -> str:
    return sentence.replace("\\", "\\\\").replace("|", "\\|").replace("<", "&lt;")


def _named(hunts: Iterable[Hunt]) -> str:
    return _or_none(f"{one.quarry.defect} (meant for {one.quarry.law})" for one in hunts)


def _or_none(names: Iterable[str]) -> str:
    return ", ".join(names) or "none"


def _seconds(ms: int) -> str:
    return f"{ms / 1000:.1f} s"
