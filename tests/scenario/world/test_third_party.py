"""A third party that nobody knows is refused."""

import pytest
from pydantic import ValidationError

from harness.scenario.world import World
from harness.scenario.world.third_party import ThirdParty


def test_the_third_parties_are_known_by_name() -> None:
    assert World.model_validate({"third_party": {"marketplace": {}}}).third_party == {"marketplace": ThirdParty()}
    with pytest.raises(ValidationError, match='"market" is no third party; write marketplace'):
        World.model_validate({"third_party": {"market": {}}})
