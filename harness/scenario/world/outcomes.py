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
    value: str | int | bool = Field(alias="is")
    cause: FailureId


class Outcomes(Part):
    """Exactly how many items fail or are skipped, by cause; every other item succeeds.

    ``items`` names items that fail, ``where`` those with an attribute.
    """

    failed: dict[FailureId, Positive] = Field(default={})
    skipped: dict[SkipId, Positive] = Field(default={})
    items: dict[ItemId, FailureId] = Field(default={})
    where: tuple[Where, ...] = ()

    @property
    def total(self) -> int:
        """How many items are said not to succeed, beside those with an attribute."""
        return sum(self.failed.values()) + sum(self.skipped.values()) + len(self.items)


class Flaky(Part):
    """Items whose first attempts fail and whose next one succeeds."""

    items: Positive
    attempts: Positive = 1
    cause: FailureId = "timeout"
