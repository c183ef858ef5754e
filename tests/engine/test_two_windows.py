"""Two windows that act at once: the same bytes, however and wherever they run."""

from pathlib import Path

import pytest

from tests.engine.test_determinism import hashes_of_repeats

pytestmark = [pytest.mark.browser, pytest.mark.slow]

HERE = Path(__file__).parent
SCENARIO = str(HERE / "scenarios" / "two-windows.yaml")
TALKING = str(HERE / "pages" / "two-windows" / "target.yaml")


def test_repeats_with_one_and_two_workers_give_one_hash(tmp_path: Path, deep: bool) -> None:
    for target in (TALKING, "reference") if deep else (TALKING,):
        found = hashes_of_repeats(tmp_path, (SCENARIO, "--target", target), deep=deep)
        assert len(found) == 1, found
