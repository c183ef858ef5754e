"""The world of a scenario: queues, workers, the third party, retries, and the jobs that it or the person starts."""

from pydantic import Field

from harness.scenario.types import Duration, Part, Positive
from harness.scenario.world.arrivals import Arrivals, Past
from harness.scenario.world.cancellation import Cancellation
from harness.scenario.world.catalogue import Catalogue
from harness.scenario.world.elsewhere import Elsewhere
from harness.scenario.world.job import Job
from harness.scenario.world.queue import DEFAULT, Limits, Pool, Queue
from harness.scenario.world.refusal import Refusal
from harness.scenario.world.retry import Retry
from harness.scenario.world.third_party import ThirdParty, ThirdPartyId


class World(Part):
    """Everything the simulation needs beside the seed and the commands."""

    workers: Positive = 2
    """How many jobs run at once: short for one pool that serves one queue. With pools: it says nothing."""
    accept_ms: Duration = Field(alias="accept", default=400)
    """How long the server takes to accept a job."""
    catalogue: Catalogue = Catalogue.SELLER
    """Which goods there are: their names, and what is known of each."""
    queues: tuple[Queue, ...] = (Queue(id=DEFAULT),)
    """Where jobs wait."""
    pools: tuple[Pool, ...] = ()
    """Workers, and which queues they serve."""
    limits: Limits = Limits()
    """How many jobs of a kind or a tenant may run at once."""
    third_party: dict[ThirdPartyId, ThirdParty] = Field(default={})
    """The API that the last phase of a job calls, by its name."""
    retry: Retry = Retry()
    """What is tried again by itself, how often and when."""
    cancellation: Cancellation = Cancellation()
    """What a cancellation does."""
    jobs: tuple[Job, ...] = ()
    """The jobs that the journey, the world or other jobs start."""
    arrivals: tuple[Arrivals, ...] = ()
    """Jobs that start again and again."""
    past: Past | None = None
    """What ran in the hours before."""
    refuse: tuple[Refusal, ...] = ()
    """When starts are refused."""
    elsewhere: tuple[Elsewhere, ...] = ()
    """What somebody else does to a job."""

    @property
    def by_person(self) -> tuple[Job, ...]:
        """The jobs that neither the world nor another job starts."""
        spawned = {spawn.job for job in self.jobs for spawn in job.spawns}
        return tuple(job for job in self.jobs if job.start is None and job.id not in spawned)

    def job(self, id: str) -> Job | None:
        """The job with that id."""
        return next((job for job in self.jobs if job.id == id), None)
