"""Calls of the last phase: how long an attempt takes and what comes of it. Two numbers are drawn for each attempt."""

from dataclasses import dataclass

from harness.core.random import Random
from harness.model.latency import draw_ms
from harness.model.plans import ItemPlan
from harness.scenario.world import ThirdParty


@dataclass(frozen=True, slots=True)
class Answer:
    """What one attempt took, and the cause of its failure if it failed."""

    after_ms: int
    cause: str | None = None


class RemoteCalls:
    """Attempts that call a third party, with its latency, timeout and share of failures."""

    def __init__(self, party: ThirdParty, random: Random) -> None:
        self._party = party
        self._random = random

    def attempt(self, plan: ItemPlan, number: int, *, last: bool) -> Answer:
        """The answer to the nth attempt on an item; one that must succeed does so at the latest on its last attempt."""
        latency_ms, chance = draw_ms(self._party.latency, self._random), self._random.random()
        timeout_ms = self._party.timeout_ms
        within_ms = min(latency_ms, timeout_ms)
        if cause := plan.fate.scripted_cause(number):
            return Answer(timeout_ms if cause == "timeout" else within_ms, cause)
        if plan.fate.is_safe(last=last):
            return Answer(within_ms)
        if latency_ms > timeout_ms:
            return Answer(timeout_ms, "timeout")
        return Answer(latency_ms, "upstream-error" if chance < self._party.failures else None)


class LocalWork:
    """Attempts that need nobody else: a fixed time each, and only the failures that the scenario names."""

    def __init__(self, each_ms: int, timeout_ms: int = 10_000) -> None:
        self._each_ms = each_ms
        self._timeout_ms = timeout_ms

    def attempt(self, plan: ItemPlan, number: int, *, last: bool) -> Answer:
        """The answer to the nth attempt on an item."""
        cause = plan.fate.scripted_cause(number)
        return Answer(self._timeout_ms if cause == "timeout" else self._each_ms, cause)


Calls = RemoteCalls | LocalWork
