"""Worlds for Hypothesis with everything in them that a file can say."""

from typing import Any

from hypothesis import strategies as st

from harness.scenario.world import World
from tests.model.worlds import world

CAUSES = ["missing-id", "timeout", "expired-credentials", "upstream-error"]
PIPELINES: list[list[dict[str, Any]]] = [
    [],
    [
        {"id": "read"},
        {"id": "a", "needs": ["read"]},
        {"id": "b", "needs": ["read"]},
        {"id": "publish", "needs": ["a", "b"]},
    ],
    [{"id": "validate"}, {"id": "extras", "skip": True}, {"id": "publish", "each": "700ms"}],
]
LATENCIES: list[dict[str, Any]] = [
    {"p50": "800ms", "p99": "4s", "cap": "9s"},
    {"constant": "1s"},
    {"uniform": {"from": "1s", "to": "4s"}},
    {"exponential": {"mean": "2s"}},
]


def some(**parts: st.SearchStrategy[Any]) -> st.SearchStrategy[dict[str, Any]]:
    """Any of these parts, each with a value, or not there."""
    return st.fixed_dictionaries({}, optional=parts)


def seconds(most: int) -> st.SearchStrategy[str]:
    """A duration of whole half seconds."""
    return st.integers(0, 2 * most).map(lambda half: f"{500 * half}ms")


def jobs(id: str, others: list[str]) -> st.SearchStrategy[dict[str, Any]]:
    """A job of up to eight items with anything that a job can have; it may wait for the others."""
    retry = some(jitter=st.just(0.3), of=st.sampled_from(["items", "job"]), backoff=seconds(4))
    cancellation = some(mode=st.sampled_from(["immediate", "after-step"]), keeps=st.sampled_from(["done", "nothing"]))
    items = st.dictionaries(st.sampled_from(["item-001", "item-002"]), st.sampled_from(CAUSES), max_size=2)
    more = some(
        start=seconds(20).map(lambda at: {"at": at}),
        outcomes=items.map(lambda named: {"items": named}),
        pipeline=st.sampled_from(PIPELINES),
        counted=st.booleans(),
        grows=st.just([{"by": 2, "after": 2}]),
        after=st.sets(st.sampled_from(others), max_size=1).map(sorted) if others else st.just([]),
        tenant=st.sampled_from(["acme", "blue"]),
        priority=st.integers(0, 2),
        retry=retry,
        cancellation=cancellation,
        on_critical=st.sampled_from(["go-on", "pause", "fail"]),
    )
    kind = st.sampled_from(["publish", "import", "sync", "update"])
    plain = st.fixed_dictionaries({"id": st.just(id), "kind": kind, "items": st.integers(2, 8)})
    return st.builds(lambda one, two: {**one, **two}, plain, more)


def pools() -> st.SearchStrategy[list[dict[str, Any]]]:
    """One pool to which things happen; it always has a worker again in the end."""
    do = st.sampled_from(["add", "crash", "pause", "resume"])
    schedule = st.lists(st.fixed_dictionaries({"at": seconds(60), "do": do}), max_size=4)
    end = [{"at": "70s", "do": "add", "workers": 4}, {"at": "70s", "do": "resume"}]
    return schedule.map(lambda told: [{"id": "default", "workers": 4, "schedule": _in_order(told) + end}])


def _in_order(told: list[dict[str, Any]]) -> list[dict[str, Any]]:
    return sorted(told, key=lambda one: int(one["at"].removesuffix("ms")))


def elsewhere() -> st.SearchStrategy[list[dict[str, Any]]]:
    """What somebody else does to some job, sensible or not."""
    do = st.sampled_from(["cancel", "retry-failed", "rerun", "continue"])
    job = st.sampled_from(["job-0", "job-1"])
    return st.lists(st.fixed_dictionaries({"at": seconds(90), "do": do, "job": job}), max_size=4)


@st.composite
def rich_worlds(draw: st.DrawFn) -> World:
    """A world of one to three jobs in all sorts of trouble."""
    ids = [f"job-{number}" for number in range(draw(st.integers(1, 3)))]
    party = some(
        failures=st.sampled_from([0.1, 0.5]),
        rate_limit=st.just({"calls": 3, "per": "5s", "retry_after": "3s"}),
        bursts=st.just({"good": "10s", "bad": "5s", "failures": 0.8}),
        outages=st.just([{"at": "10s", "for": "10s", "kind": "outage"}]),
        late=st.just(0.5),
        partial=st.just(0.1),
    )
    marketplace = {"latency": draw(st.sampled_from(LATENCIES)), "timeout": "3s", **draw(party)}
    return world(
        *(draw(jobs(id, ids[:number])) for number, id in enumerate(ids)),
        pools=draw(pools()),
        limits=draw(some(kind=st.just({"publish": 1}), tenant=st.just({"acme": 1}))),
        third_party={"marketplace": marketplace},
        elsewhere=draw(elsewhere()) if len(ids) > 1 else [],
    )
