"""Calls of the last phase: how long an attempt takes and what comes of it.

What happens to a call is settled at the moment at which it is made. Its named fate comes first, then what is wrong with
the third party, then chance.
"""

from dataclasses import replace
from typing import NamedTuple

from harness.core.random import Random, stream
from harness.core.words import RunKey
from harness.model.bursts import Weather
from harness.model.latency import drawing
from harness.model.outages import WELL, Health, Schedule
from harness.model.plans import ItemPlan
from harness.model.rate_limit import RateGate
from harness.scenario.world import ThirdParty


class Answer(NamedTuple):
    """What one attempt took, and the cause of its failure if it failed.

    With the cause ``rate-limited`` the call was turned away: the attempt does not count, and the next call may be made
    ``retry_after_ms`` after this one was answered. ``done`` beside a failure: the work was done, and nobody heard.
    """

    after_ms: int
    cause: str | None = None
    retry_after_ms: int | None = None
    done: bool = False


class Api:
    """One third party of a world, shared by all runs that call it: its limit, its troubles, and what it has done."""

    def __init__(self, party: ThirdParty, seed: int, name: str) -> None:
        self.party = party
        self.name = name
        self.has_done: set[tuple[str, str]] = set()
        self._seed = seed
        self._gate = RateGate(party.rate_limit) if party.rate_limit else None
        self._weather = Weather(party.bursts, seed, name) if party.bursts else None
        self._schedule = Schedule(party.outages)

    def calls(self, key: RunKey) -> "RemoteCalls":
        """The calls of one run; latency and chance come from a stream of its own."""
        return RemoteCalls(self, self._seed, key)

    def blocked_until_ms(self, now_ms: int) -> int:
        """The moment from which the rate limit lets calls through again; now, where it does."""
        return now_ms if self._gate is None else self._gate.blocked_until_ms(now_ms)

    def wait_ms(self, now_ms: int) -> int:
        """Ask the rate limit for a call now: 0 where it may be made, else how long to wait."""
        return 0 if self._gate is None else self._gate.wait_ms(now_ms)

    def health(self, now_ms: int) -> Health:
        """How slow it is now, and the share of calls that fail beside those that always do."""
        health = self._schedule.health(now_ms)
        if self._weather is None or self.party.bursts is None or not self._weather.is_bad(now_ms):
            return health
        return replace(health, failures=1 - (1 - health.failures) * (1 - self.party.bursts.failures))


class RemoteCalls:
    """Attempts of one run that call a third party.

    Latency and chance take two numbers of the run's stream a call. Each trouble draws from a stream of its own, one
    number a call, so that none of them moves another. A call that the rate limit turns away draws nothing.
    """

    def __init__(self, api: Api, seed: int, key: RunKey) -> None:
        party, run = api.party, f"{key.job}/{key.run}"
        self._api = api
        self._party = party
        self._job = key.job
        self._draw_ms = drawing(party.latency)
        self._is_sound = not (party.rate_limit or party.bursts or party.outages or party.late or party.partial)
        self._random = stream(seed, f"calls/{run}")
        self._trouble = stream(seed, f"trouble/{run}") if party.bursts or party.outages else None
        self._late = stream(seed, f"late/{run}") if party.late else None
        self._partial = stream(seed, f"partial/{run}") if party.partial else None

    def attempt(self, plan: ItemPlan, number: int, *, last: bool, now_ms: int) -> Answer:
        """The answer to the nth attempt on an item; one that must succeed does so at the latest on its last attempt."""
        if self._is_sound and plan.fate.cause is None:
            return self._plainly(exact=plan.fate.exact and last)
        if wait_ms := self._api.wait_ms(now_ms):
            return Answer(0, "rate-limited", wait_ms)
        latency_ms, health, luck = self._draw_ms(self._random), WELL, self._luck()
        if self._trouble is not None:
            health = self._api.health(now_ms)
            latency_ms = round(latency_ms * health.slower)
        within_ms = min(latency_ms, self._party.timeout_ms)
        if cause := plan.fate.scripted_cause(number):
            return Answer(self._party.timeout_ms if cause == "timeout" else within_ms, cause)
        if plan.fate.is_safe(last=last):
            return Answer(within_ms)
        return self._by_chance(plan, latency_ms, luck, luck.trouble < health.failures and not plan.fate.exact)

    def _plainly(self, *, exact: bool) -> Answer:
        """Nothing is wrong with the third party, and nothing in particular happens to the item: most calls, by far."""
        latency_ms, chance = self._draw_ms(self._random), self._random.random()
        timeout_ms = self._party.timeout_ms
        if exact or latency_ms > timeout_ms:
            return Answer(min(latency_ms, timeout_ms), None if exact else "timeout")
        return Answer(latency_ms, "upstream-error" if chance < self._party.failures else None)

    def _luck(self) -> "_Luck":
        """The numbers of one call, drawn come what may."""
        return _Luck(self._random.random(), _number(self._trouble), _number(self._late), _number(self._partial))

    def _by_chance(self, plan: ItemPlan, latency_ms: int, luck: "_Luck", troubled: bool) -> Answer:
        party, item = self._party, (self._job, plan.id)
        has_it = item in self._api.has_done
        if has_it and not troubled:
            return Answer(min(latency_ms, party.timeout_ms))
        if latency_ms > party.timeout_ms:
            if luck.late < party.late and not troubled:
                self._api.has_done.add(item)
                has_it = True
            return Answer(party.timeout_ms, "timeout", done=has_it)
        failed = troubled or luck.chance < party.failures or luck.partial < party.partial
        return Answer(latency_ms, "upstream-error" if failed else None, done=has_it)


class _Luck(NamedTuple):
    chance: float
    trouble: float
    late: float
    partial: float


def _number(random: Random | None) -> float:
    """The stream's next number; without a stream one that is below no share."""
    return 1.0 if random is None else random.random()


class LocalWork:
    """Attempts that need nobody else: a fixed time each, and only the failures that the scenario names."""

    def __init__(self, each_ms: int, timeout_ms: int = 10_000) -> None:
        self._each_ms = each_ms
        self._timeout_ms = timeout_ms
        self._done = Answer(each_ms)

    def attempt(self, plan: ItemPlan, number: int, *, last: bool, now_ms: int) -> Answer:
        """The answer to the nth attempt on an item."""
        if plan.fate.cause is None:
            return self._done
        cause = plan.fate.scripted_cause(number)
        return Answer(self._timeout_ms if cause == "timeout" else self._each_ms, cause)


Calls = RemoteCalls | LocalWork
