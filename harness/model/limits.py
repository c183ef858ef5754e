"""How many jobs of a kind, or of a tenant, run at once, and how many may."""

from collections import Counter
from math import inf

from harness.model.queue_claim import Claim
from harness.scenario.world import JobKind, Limits

Share = JobKind | tuple[str]
"""What a limit is on: a kind, or a tenant (in a tuple of its own, for a tenant may be called like a kind)."""


class Tokens:
    """Each running job holds a token of every limit that it falls under, from its start to its end."""

    def __init__(self, limits: Limits) -> None:
        self._kinds = limits.kind
        self._tenants = limits.tenant
        self.taken: Counter[Share] = Counter()
        self._holders: dict[str, tuple[Share, ...]] = {}

    def shares(self, claim: Claim) -> tuple[Share, ...]:
        """The limits that a claim falls under, and holds no token of yet."""
        if claim.key.job in self._holders:
            return ()
        kind: tuple[Share, ...] = (claim.kind,) if claim.kind in self._kinds else ()
        return (*kind, (claim.tenant,)) if claim.tenant is not None and claim.tenant in self._tenants else kind

    def most(self, share: Share) -> int:
        """How many may run at once."""
        return self._tenants[share[0]] if isinstance(share, tuple) else self._kinds[share]

    def are_free(self, shares: tuple[Share, ...]) -> bool:
        """Whether one more may run."""
        return all(self.taken[share] < self.most(share) for share in shares)

    def take(self, claim: Claim) -> None:
        """The claim's run starts."""
        if shares := self.shares(claim):
            self._holders[claim.key.job] = shares
            self.taken.update(shares)

    def reached_by(self, job: str) -> tuple[Share, ...]:
        """The limits that the job falls under, and that are reached."""
        return tuple(share for share in self._holders.get(job, ()) if not self.are_free((share,)))

    def give_back(self, job: str) -> tuple[Share, ...]:
        """The job's run is over. Returns the limits that were reached until now."""
        reached = self.reached_by(job)
        self.taken.subtract(self._holders.pop(job, ()))
        return reached

    def free_ms(self, ends: dict[str, float], now_ms: int) -> dict[Share, list[float]]:
        """When each place under each limit will be free, told when each running job ends."""
        places: dict[Share, list[float]] = {kind: [] for kind in self._kinds}
        places |= {(tenant,): [] for tenant in self._tenants}
        for job, shares in self._holders.items():
            for share in shares:
                places[share].append(ends.get(job, inf))
        for share, taken in places.items():
            taken.extend([now_ms] * (self.most(share) - len(taken)))
        return places
