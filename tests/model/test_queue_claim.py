from harness.core.words import RunKey
from harness.model.queue_claim import Claim
from harness.scenario.world import Job


def test_a_claim_says_what_its_job_says() -> None:
    told = {"id": "a", "kind": "sync", "items": 1, "queue": "slow", "tenant": "acme", "priority": 3, "after": ["b"]}
    claim = Claim.of(RunKey("a", 2), Job.model_validate(told), lambda: 7, front=True)
    assert (claim.key, claim.kind, claim.queue, claim.tenant) == (RunKey("a", 2), "sync", "slow", "acme")
    assert (claim.priority, claim.after, claim.left_ms(), claim.front) == (3, ("b",), 7, True)
