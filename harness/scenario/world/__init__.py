"""The world of a scenario file, one part a file."""

from harness.scenario.world.arrivals import Arrivals, Every, Past
from harness.scenario.world.cancellation import Cancellation, CancelMode, Keeps
from harness.scenario.world.catalogue import Catalogue
from harness.scenario.world.elsewhere import Elsewhere, ElsewhereDo
from harness.scenario.world.job import Job, OnCritical, Start
from harness.scenario.world.kinds import EACH_MS, PHASES, JobKind
from harness.scenario.world.latency import Latency
from harness.scenario.world.outcomes import Flaky, Outcomes, Where
from harness.scenario.world.pipeline import Growth, PhasePart, Spawn
from harness.scenario.world.queue import Limits, Pool, PoolDo, PoolEvent, Queue
from harness.scenario.world.refusal import Refusal
from harness.scenario.world.retry import Retry, RetryOf
from harness.scenario.world.third_party import THIRD_PARTIES, ThirdParty, ThirdPartyId
from harness.scenario.world.world import World

__all__ = [
    "EACH_MS",
    "PHASES",
    "THIRD_PARTIES",
    "Arrivals",
    "CancelMode",
    "Cancellation",
    "Catalogue",
    "Elsewhere",
    "ElsewhereDo",
    "Every",
    "Flaky",
    "Growth",
    "Job",
    "JobKind",
    "Keeps",
    "Latency",
    "Limits",
    "OnCritical",
    "Outcomes",
    "Past",
    "PhasePart",
    "Pool",
    "PoolDo",
    "PoolEvent",
    "Queue",
    "Refusal",
    "Retry",
    "RetryOf",
    "Spawn",
    "Start",
    "ThirdParty",
    "ThirdPartyId",
    "Where",
    "World",
]
