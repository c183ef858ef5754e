"""Items that are named are items."""

import pytest
from pydantic import ValidationError

from harness.scenario.world.outcomes import Outcomes


def test_an_item_is_named_by_its_id() -> None:
    told = Outcomes.model_validate({"items": {"item-007": "missing-id"}, "failed": {"bad-format": 2}})
    assert told.total == 3
    with pytest.raises(ValidationError, match='"item-7" is no item; write item- and its number, such as item-007'):
        Outcomes.model_validate({"items": {"item-7": "missing-id"}})
