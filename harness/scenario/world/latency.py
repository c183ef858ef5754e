"""How long an answer takes: one of several distributions, told by numbers that a person can measure."""

from typing import Annotated, Any, Self

from pydantic import AfterValidator, BeforeValidator, Discriminator, Field, Tag, model_validator

from harness.core.durations import compact
from harness.scenario.types import Duration, Part
from harness.scenario.world.recordings import PercentilesFile, SamplesFile


def _some(duration_ms: int) -> int:
    if duration_ms > 0:
        return duration_ms
    raise ValueError(f'"{compact(duration_ms)}" is no time at all; write 1ms or more')


Some = Annotated[Duration, AfterValidator(_some)]


class Lognormal(Part):
    """A lognormal distribution, told by its median and its 99th percentile; no answer takes longer than the cap."""

    p50_ms: Duration = Field(alias="p50")
    """Half of the answers come sooner."""
    p99_ms: Duration = Field(alias="p99")
    """One answer in a hundred takes longer."""
    cap_ms: Duration = Field(alias="cap", default=30_000)
    """None takes longer than this."""

    @model_validator(mode="after")
    def _in_order(self) -> Self:
        if 0 < self.p50_ms <= self.p99_ms <= self.cap_ms:
            return self
        raise ValueError(
            "p50, p99 and cap must rise from more than 0; write them in that order, such as p50: 3s, p99: 8s, cap: 30s"
        )


class Constant(Part):
    """Every answer takes the same time."""

    constant_ms: Some = Field(alias="constant")
    """How long each answer takes."""


class Between(Part):
    """The bounds of a uniform distribution, both among its values."""

    from_ms: Some = Field(alias="from")
    """The shortest."""
    to_ms: Some = Field(alias="to")
    """The longest."""

    @model_validator(mode="after")
    def _in_order(self) -> Self:
        if self.from_ms <= self.to_ms:
            return self
        raise ValueError("from is more than to; write the shorter time first, such as from: 1s, to: 3s")


class Uniform(Part):
    """Every time between two is as likely as any other."""

    uniform: Between
    """Any time between two, all as likely."""


class MeanAndShape(Part):
    """The numbers of a gamma distribution: with shape 1 it is exponential, with 100 it is narrow."""

    mean_ms: Some = Field(alias="mean")
    """The average."""
    shape: Annotated[float, Field(ge=0.1, le=100)]
    """How alike they are: 1 is exponential, 100 nearly constant."""


class Gamma(Part):
    """A gamma distribution: the sum of several steps, each of which takes an exponential time."""

    gamma: MeanAndShape
    """The sum of several steps of exponential length."""


class Mean(Part):
    """The one number of an exponential distribution."""

    mean_ms: Some = Field(alias="mean")
    """The average."""


class Exponential(Part):
    """An exponential distribution: how long it took so far says nothing of how long it will take."""

    exponential: Mean
    """How long it took so far says nothing of how long it will take."""


class Percentiles(Part):
    """Percentiles out of a CSV file; between two of them every time is as likely as any other."""

    percentiles: PercentilesFile
    """A CSV file of measured percentiles, beside the scenario or among those that ship."""


class Samples(Part):
    """Recorded latencies out of a CSV file; each of them is as likely as any other."""

    samples: SamplesFile
    """A CSV file of measured latencies, beside the scenario or among those that ship."""


_FORMS: dict[str, type[Part]] = {
    "p50": Lognormal,
    "constant": Constant,
    "uniform": Uniform,
    "gamma": Gamma,
    "exponential": Exponential,
    "percentiles": Percentiles,
    "samples": Samples,
}
_LOGNORMAL = {"p50", "p99", "cap", "p50_ms", "p99_ms", "cap_ms"}


def _form(told: Any) -> str:
    """The name of the class that the latency is told as."""
    if not isinstance(told, dict):
        return type(told).__name__
    return next((_FORMS[key].__name__ for key in told if key in _FORMS), Lognormal.__name__)


def _one_form(told: Any) -> Any:
    if isinstance(told, Part):
        return told
    ways = "p50: and p99:, or one of constant:, uniform:, gamma:, exponential:, percentiles:, samples:"
    if not isinstance(told, dict):
        raise ValueError(f'"{"" if told is None else told}" is no distribution; write below it {ways}')
    forms = [key for key in told if key in _FORMS]
    if len(forms) > 1:
        raise ValueError(f"tells {' and '.join(forms)} at once; keep one of them")
    if not forms and not _LOGNORMAL & told.keys():
        raise ValueError(f"tells no distribution; write {ways}")
    return told


Latency = Annotated[
    Annotated[Lognormal, Tag("Lognormal")]
    | Annotated[Constant, Tag("Constant")]
    | Annotated[Uniform, Tag("Uniform")]
    | Annotated[Gamma, Tag("Gamma")]
    | Annotated[Exponential, Tag("Exponential")]
    | Annotated[Percentiles, Tag("Percentiles")]
    | Annotated[Samples, Tag("Samples")],
    Discriminator(_form),
    BeforeValidator(_one_form),
]
