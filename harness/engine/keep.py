"""What a session keeps of its trials, and what one trial leaves in the report's folder."""

from collections.abc import Iterator
from contextlib import contextmanager, nullcontext
from dataclasses import dataclass, field, replace
from pathlib import Path

from harness.drive.camera import Camera
from harness.drive.film import Film
from harness.drive.keeper import Keeper
from harness.drive.viewing import Viewing
from harness.engine.pictures import develop, take
from harness.engine.prepare import Prepared
from harness.engine.wanted import wanted
from harness.trace.result import Picture, TrialResult
from harness.trace.trial import Trial, write_trial

TRIALS, PICTURES, TRACES = "trials", "pictures", "traces"


@dataclass(frozen=True, kw_only=True, slots=True)
class Keep:
    """``folder`` is the report's; None keeps nothing on disk. ``traces``: Playwright's, of what has a finding in real
    time. ``viewing`` is how the trials are watched.
    """

    folder: Path | None = None
    pictures: bool = True
    traces: bool = False
    viewing: Viewing = field(default_factory=Viewing)


@contextmanager
def filming(prepared: Prepared, keep: Keep) -> Iterator[Camera]:
    """Keeps what can be seen of a trial in real time, which nobody can have again."""
    if not prepared.is_real or keep.folder is None:
        yield Camera()
        return
    trace = _made(keep.folder, TRACES) / f"{prepared.id}.zip" if keep.traces else None
    try:
        with Film() if keep.pictures else nullcontext() as film:
            yield Camera(film=film, trace=trace)
    except BaseException:
        if trace is not None:
            trace.unlink(missing_ok=True)  # nothing was found
        raise


async def leave(
    prepared: Prepared, keeper: Keeper, keep: Keep, trial: Trial, result: TrialResult, camera: Camera
) -> TrialResult:
    """Write what is kept of a judged trial; the result says where."""
    if keep.folder is None:
        return result
    stored = _made(keep.folder, TRIALS) / f"{prepared.id}.jsonl"
    write_trial(stored, trial.records())
    return replace(
        result,
        file=f"{TRIALS}/{stored.name}",
        traced=_traced(result, camera),
        pictures=tuple(await _pictures(prepared, keeper, keep.folder, trial, result, camera)) if keep.pictures else (),
    )


async def _pictures(
    prepared: Prepared, keeper: Keeper, folder: Path, trial: Trial, result: TrialResult, camera: Camera
) -> list[Picture]:
    shots, moments = _made(folder, PICTURES), wanted(trial, result.findings)
    if camera.film is not None:
        return develop(camera.film, trial, moments, shots)
    return await take(prepared, await keeper.lab(), trial, moments, shots)


def _traced(result: TrialResult, camera: Camera) -> str | None:
    """A trace is kept where something was found."""
    if camera.trace is None:
        return None
    if not result.exit:
        camera.trace.unlink(missing_ok=True)
        return None
    return f"{TRACES}/{camera.trace.name}"


def _made(folder: Path, name: str) -> Path:
    made = folder / name
    made.mkdir(parents=True, exist_ok=True)
    return made
