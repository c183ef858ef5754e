"""What a test tells of a trial comes through as it was."""

from harness.pytest_plugin.told import Told
from tests.pytest_plugin.given import told


def test_it_comes_through_as_it_was() -> None:
    one = told("mixed")
    line = one.encode()
    assert "\n" not in line
    assert Told.decode(line) == one
