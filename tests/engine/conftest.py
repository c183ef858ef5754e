"""One browser a worker for all trials that these tests run."""

from collections.abc import Iterator

import pytest

from tests.engine.player import Player


@pytest.fixture(scope="session")
def player() -> Iterator[Player]:
    """Runs trials."""
    player = Player()
    yield player
    player.close()
