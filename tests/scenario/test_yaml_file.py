from pathlib import Path

import pytest

from harness.core.errors import UsageError
from harness.scenario import yaml_file
from harness.scenario.world import Retry


def test_any_model_is_checked_with_lines() -> None:
    tree = yaml_file.tree("attempts: 2\nfactr: 3\n", Path("r.yaml"))
    with pytest.raises(UsageError) as caught:
        yaml_file.checked(Retry, tree, Path("r.yaml"))
    keys = "keys here are attempts, backoff, factor, longest, jitter, of"
    assert str(caught.value) == f'r.yaml:2: factr: is no key that is known here; did you mean "factor"? {keys}'


def test_a_sound_file_is_the_model() -> None:
    tree = yaml_file.tree("attempts: 2\n", Path("r.yaml"))
    assert yaml_file.checked(Retry, tree, Path("r.yaml")).attempts == 2


def test_what_sort_of_file_is_missing(tmp_path: Path) -> None:
    with pytest.raises(UsageError, match="give the path of a target file"):
        yaml_file.text(tmp_path / "none.yaml", "target")


def test_a_day_that_no_calendar_has_is_told_with_its_line() -> None:
    with pytest.raises(UsageError, match=r"^r\.yaml:3: this is not YAML \(day is out of range for month\); mend it$"):
        yaml_file.tree("a: 2027-01-31\nb: x2027-02-31\nc: 2027-02-31\n", Path("r.yaml"))


def test_another_file_than_yaml_has_its_own_lines() -> None:
    error = yaml_file.trouble(
        Path("r.toml"), "text", [(("a", "b"), "is wrong")], lambda text, place: (7, str(place[0]))
    )
    assert str(error) == "r.toml:7: a: is wrong"
