"""What is to become of a job's items: by number, by name, by attribute."""

from typing import Annotated

from pydantic import AfterValidator, Field, WithJsonSchema

from harness.core import ids
from harness.scenario.types import FailureId, Part, Positive, SkipId
from harness.scenario.world.catalogue import ATTRIBUTES


def _item(id: str) -> str:
    if ids.is_item_id(id):
        return id
    raise ValueError(f'"{id}" is no item; write item- and its number, such as item-007')


ItemId = Annotated[str, AfterValidator(_item), WithJsonSchema({"type": "string", "pattern": "^item-[0-9]{3,}$"})]


def _attribute(name: str) -> str:
    if name in ATTRIBUTES:
        return name
    raise ValueError(f'"{name}" is nothing that is known of an item; write one of {", ".join(ATTRIBUTES)}')


Attribute = Annotated[str, AfterValidator(_attribute), WithJsonSchema({"enum": list(ATTRIBUTES)})]


class Where(Part):
    """Every item with that attribute (of the catalogue: category, currency, ...) fails for that cause."""

    attribute: Attribute
    """What is known of an item."""
    value: str | int | bool = Field(alias="is")
    """Its value."""
    cause: FailureId
    """Why such an item fails."""


class Outcomes(Part):
    """Which items fail or are skipped; every other item succeeds."""

    failed: dict[FailureId, Positive] = Field(default={})
    """cause: how many items fail for it."""
    skipped: dict[SkipId, Positive] = Field(default={})
    """reason: how many items are passed over for it."""
    items: dict[ItemId, FailureId] = Field(default={})
    """item: why this one fails, such as item-007: missing-id."""
    where: tuple[Where, ...] = ()
    """Items that fail for what they are."""

    @property
    def total(self) -> int:
        """How many items are said not to succeed, beside those with an attribute."""
        return sum(self.failed.values()) + sum(self.skipped.values()) + len(self.items)


class Flaky(Part):
    """Items whose first attempts fail and whose next one succeeds."""

    items: Positive
    """How many."""
    attempts: Positive = 1
    """How many attempts fail before one succeeds."""
    cause: FailureId = "timeout"
    """Why these fail."""
