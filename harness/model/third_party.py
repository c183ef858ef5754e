"""Calls of the last phase: how long an attempt takes and what comes of it. Two numbers are drawn for each attempt."""

from dataclasses import dataclass

from harness.core.random import Random, stream
from harness.core.words import RunKey
from harness.model.latency import drawing
from harness.model.plans import ItemPlan
from harness.scenario.world import ThirdParty


@dataclass(frozen=True, slots=True)
class Answer:
    """What one attempt took, and the cause of its failure if it failed.

    With the cause ``rate-limited`` the call was turned away: the attempt does not count, and the next call may be made
    ``retry_after_ms`` after this one was answered. ``done`` beside a failure: the work was done, and nobody heard.
    """

    after_ms: int
    cause: str | None = None
    retry_after_ms: int | None = None
    done: bool = False


class Api:
    """One third party of a world, shared by all runs that call it."""

    def __init__(self, party: ThirdParty, seed: int, name: str) -> None:
        self.party = party
        self.name = name
        self._seed = seed

    def calls(self, key: RunKey) -> "RemoteCalls":
        """The calls of one run; latency and chance come from a stream of its own."""
        return RemoteCalls(self, stream(self._seed, f"calls/{key.job}/{key.run}"))

    def blocked_until_ms(self, now_ms: int) -> int:
        """The moment from which the rate limit lets calls through again; now, where it does."""
        return now_ms


class RemoteCalls:
    """Attempts of one run that call a third party, with its latency, timeout and share of failures."""

    def __init__(self, api: Api, random: Random) -> None:
        self._api = api
        self._party = api.party
        self._draw_ms = drawing(api.party.latency)
        self._random = random

    def attempt(self, plan: ItemPlan, number: int, *, last: bool, now_ms: int) -> Answer:
        """The answer to the nth attempt on an item; one that must succeed does so at the latest on its last attempt."""
        latency_ms, chance = self._draw_ms(self._random), self._random.random()
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

    def attempt(self, plan: ItemPlan, number: int, *, last: bool, now_ms: int) -> Answer:
        """The answer to the nth attempt on an item."""
        cause = plan.fate.scripted_cause(number)
        return Answer(self._timeout_ms if cause == "timeout" else self._each_ms, cause)


Calls = RemoteCalls | LocalWork
