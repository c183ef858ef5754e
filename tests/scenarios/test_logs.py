"""The same world, seed and commands give the same bytes on every machine and with every Python that we support."""

from tests.scenarios.logs import STORED, hashes, text


def test_what_happens_in_every_scenario_is_the_same_everywhere() -> None:
    stored = STORED.read_text(encoding="utf-8")
    assert text(hashes()) == stored, "the model changed: python -m tests.scenarios.logs writes the hashes anew"
