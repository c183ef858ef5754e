"""The stage is set once a session: a browser takes longer to start than most plays."""

from collections.abc import Iterator

import pytest

from tests.drive.stage import Stage


@pytest.fixture(scope="session")
def stage() -> Iterator[Stage]:
    """A browser to play in."""
    stage = Stage()
    yield stage
    stage.close()
