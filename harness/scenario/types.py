"""The types of a scenario's values: durations, kebab-case ids, causes; and the base that all its parts share."""

from typing import Annotated, Any

from pydantic import AfterValidator, BaseModel, BeforeValidator, ConfigDict, Field, WithJsonSchema

from harness.core import causes, durations, ids


class Part(BaseModel):
    """One mapping of the file: frozen, and no key that it does not know. What stands below a key explains it."""

    model_config = ConfigDict(
        frozen=True, extra="forbid", validate_by_name=True, validate_by_alias=True, use_attribute_docstrings=True
    )


def _duration(value: Any) -> int:
    return durations.parse(value)


def _kebab(text: str) -> str:
    if ids.is_kebab(text):
        return text
    raise ValueError(f'"{text}" is not kebab-case; write {ids.to_kebab(text)}')


def _failure(id: str) -> str:
    if id in causes.failure_ids():
        return id
    raise ValueError(f'"{id}" is no cause of failure; causes are {", ".join(causes.failure_ids())}')


def _skip(id: str) -> str:
    if id in causes.skip_ids():
        return id
    raise ValueError(f'"{id}" is no reason to skip; reasons are {", ".join(causes.skip_ids())}')


Duration = Annotated[
    int,
    BeforeValidator(_duration),
    WithJsonSchema({"type": "string", "pattern": f"^{durations.PATTERN}$", "examples": ["900ms", "90s", "3m", "1h"]}),
]
Kebab = Annotated[str, AfterValidator(_kebab), WithJsonSchema({"type": "string", "pattern": f"^{ids.KEBAB}$"})]
FailureId = Annotated[str, AfterValidator(_failure), WithJsonSchema({"enum": list(causes.failure_ids())})]
SkipId = Annotated[str, AfterValidator(_skip), WithJsonSchema({"enum": list(causes.skip_ids())})]
Positive = Annotated[int, Field(strict=True, ge=1)]
