"""Do the two worlds agree? Verdict by verdict, of one trial on virtual time and the same in real time. Pure."""

from collections.abc import Iterable
from dataclasses import dataclass
from enum import StrEnum

from harness.core.verdicts import Verdict
from harness.trace.result import LawVerdict, TrialResult

LEAST_AGREED = 0.90
MOST_DECLARED = 0.05
CLEAR = frozenset((Verdict.PASSED, Verdict.FAILED))
"""The answers that can agree: two worlds that both saw nothing prove nothing."""


class Outcome(StrEnum):
    """How two verdicts compare."""

    SAME = "same"
    DIFFERS = "differs"
    DECLARED = "declared"


@dataclass(frozen=True, kw_only=True, slots=True)
class Compared:
    """One law in both worlds. ``reason`` says why they differ: as declared, or in the words of the unclear verdict."""

    law: str
    virtual: Verdict
    real: Verdict
    outcome: Outcome
    reason: str = ""


@dataclass(frozen=True, kw_only=True, slots=True)
class Pair:
    """A trial in both worlds at one ``speed``. ``laws`` are those that count: armed by the scenario, or the defect's.

    ``declared``: law -> why the worlds cannot agree on it. ``error``: why the pair could not be had.
    """

    name: str
    speed: float
    laws: tuple[str, ...]
    declared: dict[str, str]
    virtual: TrialResult | None = None
    real: TrialResult | None = None
    error: str = ""

    @property
    def compared(self) -> tuple[Compared, ...]:
        """Every law that counts."""
        if self.virtual is None or self.real is None:
            return ()
        one, other = _by_law(self.virtual), _by_law(self.real)
        return tuple(self._compare(one[law], other[law]) for law in self.laws)

    @property
    def is_unclear(self) -> bool:
        """Whether real time did not see clearly what virtual time saw, and nobody said so before.

        What a defect shows may be over before a real screen shows it.
        """
        differing = [one for one in self.compared if one.outcome is Outcome.DIFFERS]
        return any(
            one.virtual in CLEAR and (one.real not in CLEAR or one.virtual is Verdict.FAILED) for one in differing
        )

    def _compare(self, virtual: LawVerdict, real: LawVerdict) -> Compared:
        same = virtual.verdict is real.verdict and virtual.verdict in CLEAR
        why = self.declared.get(virtual.law, "")
        outcome = Outcome.SAME if same else Outcome.DECLARED if why else Outcome.DIFFERS
        reason = "" if same else why or _reason(virtual, real)
        return Compared(law=virtual.law, virtual=virtual.verdict, real=real.verdict, outcome=outcome, reason=reason)


@dataclass(frozen=True, kw_only=True, slots=True)
class Agreement:
    """All pairs."""

    pairs: tuple[Pair, ...]

    def count(self, outcome: Outcome) -> int:
        """How many verdicts compare so."""
        return sum(one.outcome is outcome for pair in self.pairs for one in pair.compared)

    @property
    def total(self) -> int:
        """How many verdicts were compared."""
        return sum(len(pair.compared) for pair in self.pairs)

    @property
    def errors(self) -> tuple[Pair, ...]:
        """The pairs that could not be had."""
        return tuple(pair for pair in self.pairs if pair.error)

    @property
    def exit_code(self) -> int:
        """0 they agree, declared differences aside; 1 they do not, or too much is declared; 3 trouble of our own."""
        if self.errors:
            return 3
        too_much = self.count(Outcome.DECLARED) > MOST_DECLARED * self.total
        too_few = self.count(Outcome.SAME) < LEAST_AGREED * self.total
        return 1 if self.count(Outcome.DIFFERS) or too_much or too_few or not self.total else 0


def score(agreement: Agreement) -> list[str]:
    """What a person reads at the end."""
    total = agreement.total
    same, declared, differ = (agreement.count(one) for one in (Outcome.SAME, Outcome.DECLARED, Outcome.DIFFERS))
    trials = f"{total} verdicts of {len(agreement.pairs)} trials in both worlds"
    lines = [f"{trials}: {same} the same, {declared} declared to differ, {differ} differ"]
    lines += [f"  {pair.name}: error: {pair.error}" for pair in agreement.errors]
    for outcome in (Outcome.DIFFERS, Outcome.DECLARED):
        lines += [f"  {line}" for pair in agreement.pairs for line in told(pair, outcome)]
    return lines


def told(pair: Pair, outcome: Outcome) -> list[str]:
    """The verdicts of a pair that compare so, a line each."""
    return [
        f"{pair.name}, {one.law}: {one.virtual} on virtual time, {one.real} in real time ({outcome}: {one.reason})"
        for one in pair.compared
        if one.outcome is outcome
    ]


def _by_law(result: TrialResult) -> dict[str, LawVerdict]:
    return {verdict.law: verdict for verdict in result.verdicts}


def _reason(virtual: LawVerdict, real: LawVerdict) -> str:
    unclear = real if real.verdict is not Verdict.PASSED else virtual
    found = next((finding.sentence for finding in unclear.findings), None)
    return found or unclear.why or "no reason is given"


def speeds(most: float) -> Iterable[float]:
    """The speeds to try, the fastest first: half as fast each time, down to the job's own."""
    while most > 1:
        yield most
        most /= 2
    yield 1.0
