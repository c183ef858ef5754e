"""What a person watches with, and what does not go together."""

from pathlib import Path

import pytest

from harness.cli.watching import EASY_MS, OFF, ON_FINDING, watching
from harness.core.errors import UsageError
from harness.drive.viewing import Viewing
from harness.engine.spec import REAL, VIRTUAL
from tests.cli.command import meanwhile

PLAIN = {"headed": False, "slow_mo": None, "trace": OFF, "time": VIRTUAL, "workers": None}


@pytest.fixture(autouse=True)
def screen(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setenv("DISPLAY", ":0")


def test_nobody_watches_unless_told() -> None:
    assert watching(**PLAIN) == Viewing()  # type: ignore[arg-type]


def test_a_window_is_slow_enough_to_follow_on_virtual_time_and_as_it_is_in_real_time() -> None:
    headed = {**PLAIN, "headed": True}
    assert watching(**headed) == Viewing(headed=True, slow_mo_ms=EASY_MS)  # type: ignore[arg-type]
    assert watching(**{**headed, "slow_mo": 0}) == Viewing(headed=True)  # type: ignore[arg-type]
    assert watching(**{**headed, "time": REAL}) == Viewing(headed=True)  # type: ignore[arg-type]


@pytest.mark.parametrize(
    ("words", "said"),
    [
        ({"trace": ON_FINDING}, "--trace: on virtual time the report holds every moment itself; add --time real"),
        ({"slow_mo": 5}, "--slow-mo: it slows virtual time in a window; add --headed"),
        ({"slow_mo": 5, "headed": True, "time": REAL}, "--slow-mo: it slows virtual time in a window"),
        ({"headed": True, "workers": 3}, "--headed: a person watches one trial at a time; leave --workers 3 out"),
    ],
)
def test_what_does_not_go_together_is_told(words: dict[str, object], said: str) -> None:
    with pytest.raises(UsageError, match=f"^{said}"):
        watching(**{**PLAIN, **words})  # type: ignore[arg-type]


def test_without_a_screen_a_sentence_says_so(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.delenv("DISPLAY")
    monkeypatch.delenv("WAYLAND_DISPLAY", raising=False)
    done = meanwhile(tmp_path, "run", "mixed-outcome", "--headed")
    assert (done.returncode, done.stdout) == (2, "")
    assert done.stderr.startswith("--headed: there is no screen here (DISPLAY is not set);")
    assert list(tmp_path.iterdir()) == []
