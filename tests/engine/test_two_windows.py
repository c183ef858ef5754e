"""Two windows that act at once: the same bytes, however and wherever they run."""

from pathlib import Path

import pytest

from tests.engine.test_determinism import hashes, hashes_of_repeats

pytestmark = [pytest.mark.browser, pytest.mark.slow]

HERE = Path(__file__).parent
SCENARIO = str(HERE / "scenarios" / "two-windows.yaml")
TALKING = str(HERE / "pages" / "two-windows" / "target.yaml")


def test_repeats_side_by_side_give_one_hash(tmp_path: Path, deep: bool) -> None:
    """With ``--deep`` on a page that does not share what it knows, too, and with one worker."""
    words = (SCENARIO, "--target", TALKING)
    found = [hashes(tmp_path, *words, "--repeat", "2", "--workers", "2")]
    if deep:
        found += [hashes_of_repeats(tmp_path, (*words[:2], target), deep=True) for target in (TALKING, "reference")]
    assert [len(each) for each in found] == [1] * len(found), found
