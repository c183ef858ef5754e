"""The sample session as fixtures."""

from collections.abc import Callable
from pathlib import Path

import pytest

from harness.trace.events import Event
from harness.trace.result import Finding, Picture
from harness.trace.trial import Trial, write_trial
from tests.reporters.sample import FINDING, png, result_of, session_events, trial_records

SessionMaker = Callable[..., list[Event]]


@pytest.fixture
def clean_trial() -> Trial:
    """The stored trial of the page that catches up."""
    return Trial.of(trial_records(stuck=False))


@pytest.fixture
def make_session(tmp_path: Path) -> SessionMaker:
    """Stores the two trials with their pictures under tmp_path and gives the events of their session."""

    def make(*, finding: Finding = FINDING, pictures: dict[str, bytes] | None = None) -> list[Event]:
        held = pictures or {name: png() for name in ("queued", "running", "ended", "finding")}
        for name, content in held.items():
            (tmp_path / f"{name}.png").write_bytes(content)
        for stuck in (False, True):
            write_trial(tmp_path / str(result_of(stuck=stuck).file), trial_records(stuck=stuck))
        clean = tuple(_state_picture(*one) for one in ((2_000, "queued"), (120_000, "running"), (601_000, "ended")))
        moment = Picture(at_ms=finding.at_ms, label="The moment of finding 1", why="what the page showed",
                         file="finding.png", finding=finding.fingerprint)  # fmt: skip
        return session_events((
            result_of(stuck=False, pictures=clean),
            result_of(stuck=True, finding=finding, pictures=(*clean[:2], moment)),
        ))  # fmt: skip

    return make


def _state_picture(at_ms: int, state: str) -> Picture:
    return Picture(at_ms=at_ms, label=state, why=f"the job is {state}", file=f"{state}.png")
