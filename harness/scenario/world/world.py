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
    """Everything the simulation needs beside the seed and the commands.

    ``catalogue`` chooses the goods: their names and, for outcomes by attribute, what is known of each.
    ``workers`` is short for one pool that serves one queue; with ``pools`` it says nothing.
    """

    workers: Positive = 2
    accept_ms: Duration = Field(alias="accept", default=400)
    catalogue: Catalogue = Catalogue.SELLER
    queues: tuple[Queue, ...] = (Queue(id=DEFAULT),)
    pools: tuple[Pool, ...] = ()
    limits: Limits = Limits()
    third_party: dict[ThirdPartyId, ThirdParty] = Field(default={})
    retry: Retry = Retry()
    cancellation: Cancellation = Cancellation()
    jobs: tuple[Job, ...] = ()
    arrivals: tuple[Arrivals, ...] = ()
    past: Past | None = None
    refuse: tuple[Refusal, ...] = ()
    elsewhere: tuple[Elsewhere, ...] = ()

    @property
    def by_person(self) -> tuple[Job, ...]:
        """The jobs that neither the world nor another job starts."""
        spawned = {spawn.job for job in self.jobs for spawn in job.spawns}
        return tuple(job for job in self.jobs if job.start is None and job.id not in spawned)

    def job(self, id: str) -> Job | None:
        """The job with that id."""
        return next((job for job in self.jobs if job.id == id), None)
