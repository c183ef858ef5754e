"""Items that are named are items."""

import pytest
from pydantic import ValidationError

from harness.scenario.world.outcomes import Outcomes, Where


def test_an_item_is_named_by_its_id() -> None:
    told = Outcomes.model_validate({"items": {"item-007": "missing-id"}, "failed": {"bad-format": 2}})
    assert told.total == 3
    with pytest.raises(ValidationError, match='"item-7" is no item; write item- and its number, such as item-007'):
        Outcomes.model_validate({"items": {"item-7": "missing-id"}})


def test_an_attribute_is_one_that_items_have() -> None:
    told = Where.model_validate({"attribute": "has_image", "is": False, "cause": "missing-field"})
    assert (told.attribute, told.value) == ("has_image", False)
    with pytest.raises(ValidationError, match='"colour" is nothing that is known of an item; write one of category, '):
        Where.model_validate({"attribute": "colour", "is": "red", "cause": "missing-field"})
