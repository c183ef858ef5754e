"""The API of somebody else, called by the last phase of a job."""

from typing import Annotated

from pydantic import AfterValidator, Field, WithJsonSchema

from harness.scenario.types import Duration, Part
from harness.scenario.world.latency import Latency

THIRD_PARTIES = ("marketplace",)


def _third_party(id: str) -> str:
    if id in THIRD_PARTIES:
        return id
    raise ValueError(f'"{id}" is no third party; write {", ".join(THIRD_PARTIES)}')


ThirdPartyId = Annotated[str, AfterValidator(_third_party), WithJsonSchema({"enum": list(THIRD_PARTIES)})]


class ThirdParty(Part):
    """An API that the last phase calls once for each item. ``failures`` is the share of calls that it refuses."""

    latency: Latency = Latency.model_validate({"p50": "3s", "p99": "8s", "cap": "30s"})
    timeout_ms: Duration = Field(alias="timeout", default=10_000)
    failures: Annotated[float, Field(ge=0, lt=1)] = 0.0
