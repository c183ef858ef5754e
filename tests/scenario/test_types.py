"""A value of a scenario is what it says, or the error says what to write."""

from typing import Any

import pytest
from pydantic import TypeAdapter, ValidationError

from harness.scenario.types import Duration, FailureId, Kebab, SkipId

GOOD: list[tuple[Any, Any, Any]] = [
    (Duration, "90s", 90_000),
    (Kebab, "spring-import", "spring-import"),
    (FailureId, "missing-id", "missing-id"),
    (SkipId, "unchanged", "unchanged"),
]
WRONG: list[tuple[Any, str, str]] = [
    (Duration, "90", "90s"),
    (Kebab, "Spring Import", '"Spring Import" is not kebab-case; write spring-import'),
    (FailureId, "unchanged", '"unchanged" is no cause of failure; causes are missing-id'),
    (SkipId, "missing-id", '"missing-id" is no reason to skip; reasons are already-published'),
]


@pytest.mark.parametrize(("kind", "told", "meant"), GOOD)
def test_a_good_value_is_taken(kind: Any, told: Any, meant: Any) -> None:
    assert TypeAdapter(kind).validate_python(told) == meant


@pytest.mark.parametrize(("kind", "told", "said"), WRONG)
def test_a_wrong_value_is_told_with_the_way_out(kind: Any, told: str, said: str) -> None:
    with pytest.raises(ValidationError) as caught:
        TypeAdapter(kind).validate_python(told)
    assert said in str(caught.value)
