"""Bundles and data are found in a checkout and in an installed wheel, and a missing one says what mends it."""

from pathlib import Path

import pytest

from harness.core.errors import UsageError
from harness.core.resources import built, checkout, data


def make(*files: Path) -> None:
    for file in files:
        file.parent.mkdir(parents=True, exist_ok=True)
        file.touch()


@pytest.fixture
def in_checkout(tmp_path: Path) -> Path:
    make(tmp_path / "pyproject.toml", tmp_path / "hatch_build.py", tmp_path / "scenarios" / "a.yaml")
    make(tmp_path / "harness" / "_data" / "scenarios" / "left_over.yaml")
    return tmp_path / "harness"


@pytest.fixture
def in_wheel(tmp_path: Path) -> Path:
    make(tmp_path / "harness" / "_data" / "scenarios" / "a.yaml", tmp_path / "harness" / "_built" / "page" / "p.js")
    return tmp_path / "harness"


def test_a_checkout_reads_its_own_data(in_checkout: Path) -> None:
    assert [file.name for file in data("scenarios", in_checkout).iterdir()] == ["a.yaml"]


def test_a_wheel_reads_the_data_inside_the_package(in_wheel: Path) -> None:
    assert data("scenarios/a.yaml", in_wheel) == in_wheel / "_data" / "scenarios" / "a.yaml"


def test_built_files_lie_inside_the_package(in_wheel: Path) -> None:
    assert built("page/p.js", in_wheel) == in_wheel / "_built" / "page" / "p.js"


def test_an_unbuilt_checkout_says_what_to_run(in_checkout: Path) -> None:
    with pytest.raises(UsageError, match=r"page has not been built; run `make build` there"):
        built("page", in_checkout)


def test_an_incomplete_wheel_says_to_install_it_again(in_wheel: Path) -> None:
    with pytest.raises(UsageError, match=r"fixtures is missing; install the wheel again"):
        data("fixtures", in_wheel)
    with pytest.raises(UsageError, match=r"report has not been built; install the wheel again"):
        built("report", in_wheel)


def test_a_pyproject_alone_is_not_our_checkout(tmp_path: Path) -> None:
    make(tmp_path / "pyproject.toml")
    assert checkout(tmp_path / "harness") is None


def test_these_tests_run_from_the_checkout() -> None:
    assert checkout() == Path(__file__).resolve().parents[2]
