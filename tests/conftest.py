"""What holds for every test: Hypothesis tries the same examples each time, unless it is asked to search."""

import os
import signal

import pytest
from hypothesis import settings

from tests.tries import tries

# A shell that starts us in the background has us ignore Ctrl-C, and with us all that we start.
signal.signal(signal.SIGINT, signal.default_int_handler)
settings.register_profile("steady", derandomize=True, deadline=None)
settings.register_profile("quick", derandomize=True, deadline=None, max_examples=tries(100))
settings.register_profile("search", deadline=None, max_examples=1_000)
settings.load_profile(os.environ.get("MEANWHILE_HYPOTHESIS", "steady"))


def pytest_addoption(parser: pytest.Parser) -> None:
    """``--seeds N``: how many trials a soak runs; ``--deep``: what ``make test`` leaves to ``make soak``."""
    parser.addoption("--seeds", type=int, default=6, help="how many trials the soak test runs")
    parser.addoption("--deep", action="store_true", help="repeat more, measure finer and read all, as `make soak` does")


def pytest_generate_tests(metafunc: pytest.Metafunc) -> None:
    """One test a trial of the soak, so that workers share them."""
    if "soaked" in metafunc.fixturenames:
        metafunc.parametrize("soaked", range(metafunc.config.getoption("--seeds")))


def pytest_collection_modifyitems(items: list[pytest.Item]) -> None:
    """What takes long comes first, so that no worker waits for the others at the end."""
    items.sort(key=lambda item: item.get_closest_marker("slow") is None)


@pytest.fixture(scope="session")
def deep(pytestconfig: pytest.Config) -> bool:
    """Whether there is time for more than ``make test`` can take."""
    return bool(pytestconfig.getoption("--deep"))
