from harness.core.words import RunKey
from harness.model.limits import Tokens
from harness.model.queue_claim import Claim
from harness.scenario.world import JobKind, Limits


def test_a_tenant_called_like_a_kind_is_not_that_kind() -> None:
    tokens = Tokens(Limits.model_validate({"kind": {"sync": 1}, "tenant": {"sync": 1}}))
    tenant = Claim(key=RunKey("a", 1), kind=JobKind.IMPORT, tenant="sync")
    kind = Claim(key=RunKey("b", 1), kind=JobKind.SYNC)
    tokens.take(tenant)
    assert not tokens.are_free(tokens.shares(Claim(key=RunKey("c", 1), kind=JobKind.SYNC, tenant="sync")))
    assert tokens.are_free(tokens.shares(kind))


def test_a_job_that_holds_its_tokens_needs_no_others_and_gives_them_back_once() -> None:
    tokens = Tokens(Limits(kind={JobKind.SYNC: 1}))
    claim = Claim(key=RunKey("a", 1), kind=JobKind.SYNC)
    assert tokens.shares(claim) == (JobKind.SYNC,)
    tokens.take(claim)
    assert (tokens.shares(claim), tokens.reached_by("a")) == ((), (JobKind.SYNC,))
    assert (tokens.give_back("a"), tokens.give_back("a")) == ((JobKind.SYNC,), ())
    assert tokens.free_ms({}, 7) == {JobKind.SYNC: [7]}
