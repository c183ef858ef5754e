"""Two windows that act at once: the same bytes, however and wherever they run."""

from pathlib import Path

import pytest

from tests.engine.test_determinism import hashes, hashes_under_load, repeats

pytestmark = [pytest.mark.browser, pytest.mark.slow]

HERE = Path(__file__).parent
SCENARIO = str(HERE / "scenarios" / "two-windows.yaml")
TALKING = str(HERE / "pages" / "two-windows" / "target.yaml")


@pytest.mark.parametrize("target", ["reference", TALKING])
def test_repeats_with_one_and_two_workers_under_load_give_one_hash(tmp_path: Path, target: str, deep: bool) -> None:
    words = (SCENARIO, "--target", target, *repeats(deep))
    found = hashes(tmp_path / "one", *words) | hashes_under_load(tmp_path / "two", *words, "--workers", "2")
    assert len(found) == 1, found
