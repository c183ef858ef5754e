"""What the world itself does and when, for the head of the timeline."""

from collections.abc import Iterator

from harness.core.durations import spoken
from harness.reporters.words import listed, number_of
from harness.scenario.world import PoolDo, Refusal, ThirdParty, World
from harness.scenario.world.queue import PoolEvent
from harness.scenario.world.third_party import Outage, OutageKind

_DOES = {PoolDo.ADD: "added", PoolDo.LOSE: "taken away", PoolDo.CRASH: "lost"}


def workers(world: World) -> str:
    """How many workers there are to begin with, and in which pools."""
    if not world.pools:
        return number_of(world.workers, "worker")
    return listed(f"{number_of(pool.workers, 'worker')} in pool {pool.id}" for pool in world.pools)


def happenings(world: World) -> Iterator[str]:
    """A line for everything that happens at a moment that the file names, and for every limit."""
    for pool in world.pools:
        yield from (f"{spoken(event.at_ms)}: {_pool_event(event, pool.id)}" for event in pool.schedule)
    limits = [*world.limits.kind.items(), *world.limits.tenant.items()]
    yield from (f"at most {number_of(most, 'job')} of {whose} at once" for whose, most in limits)
    for id, party in world.third_party.items():
        yield from _third_party(id, party)
    yield from map(_refusal, world.refuse)


def _pool_event(event: PoolEvent, pool: str) -> str:
    if event.do in (PoolDo.PAUSE, PoolDo.RESUME):
        return f"pool {pool} {'is paused' if event.do is PoolDo.PAUSE else 'goes on'}"
    return f"{number_of(event.workers, 'worker')} of pool {pool} {_DOES[event.do]}"


def _third_party(id: str, party: ThirdParty) -> Iterator[str]:
    if (limit := party.rate_limit) is not None:
        yield f"the {id} takes {number_of(limit.calls, 'call')} in {spoken(limit.per_ms)}"
    if (bursts := party.bursts) is not None:
        share = f"{bursts.failures:.0%} of calls failing"
        yield f"the {id} has bad times of {spoken(bursts.bad_ms)} every {spoken(bursts.good_ms)} in the mean, {share}"
    for outage in party.outages:
        yield f"{spoken(outage.at_ms)} to {spoken(outage.end_ms)}: the {id} {_outage(outage)}"


def _outage(outage: Outage) -> str:
    if outage.kind is OutageKind.OUTAGE:
        return "is down"
    slower = f"{outage.slower:g} times slower" if outage.slower else ""
    failing = f"fails for {outage.failures:.0%} of calls" if outage.failures else ""
    return "is in trouble: " + ", ".join(word for word in (slower, failing) if word)


def _refusal(refusal: Refusal) -> str:
    until = "the end" if refusal.for_ms is None else spoken(refusal.at_ms + refusal.for_ms)
    return f"{spoken(refusal.at_ms)} to {until}: starts are refused with {refusal.status}"
