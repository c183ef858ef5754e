"""``make fixtures``: records, from real runs, the trials that each law is tested on: one it passes, one it fails, one
in which it has nothing to judge. The laws are not asked which is which: the scenario and the defect say it.
``LAWS="count-true submit-once"`` records those of these laws alone."""

import asyncio
import sys
from collections.abc import Sequence
from pathlib import Path

from harness.core.resources import data
from harness.drive.keeper import Keeper
from harness.engine.prepare import prepare
from harness.engine.run_trial import drive_once
from harness.engine.spec import TrialSpec
from harness.trace.trial import write_trial

# law -> a scenario that arms it, a defect that it finds there, and a scenario that gives it nothing to judge
SCENARIOS = {
    "ack-instant": ("two-jobs-at-once", "one-spinner-for-all", "nobody-starts"),
    "job-acknowledged": ("double-click-slow-network", "list-until-reload", "nobody-starts"),
    "submit-once": ("double-click-slow-network", "fresh-key-per-press", "mixed-outcome"),
    "unknown-outcome-honest": ("lost-submit-answer", "timeout-shown-as-failed", "mixed-outcome"),
    "count-true": ("mixed-outcome", "counts-pages-as-items", "nobody-starts"),
    "quantity-within-ten-seconds": ("queued-behind-others", "list-says-only-running", "ends-before-subscribe"),
    "counts-add-up": ("retries-third-attempt", "counts-each-failed-attempt", "nobody-starts"),
    "progress-monotone": ("reload-two-phases", "bar-restarts-each-phase", "nobody-starts"),
    "no-early-hundred": ("seller-publish", "rounds-up-to-hundred", "nobody-starts"),
    "terminal-shown-unprompted": ("mixed-outcome", "stops-listening-on-problems", "nobody-starts"),
    "no-premature-terminal": ("mixed-outcome", "first-failure-ends-job", "nobody-starts"),
    "cancelling-shown": ("cancel-confirmed", "cancelled-on-the-press", "mixed-outcome"),
    "cancelled-summary-true": ("cancel-confirmed", "drops-what-is-kept", "mixed-outcome"),
    "auto-retry-told": ("retries-third-attempt", "retries-look-like-running", "mixed-outcome"),
    "winning-attempt-named": ("retries-third-attempt", "forgets-the-attempt", "mixed-outcome"),
    "cause-true": ("attempts-used-up", "leaves-cause-out", "slow-but-healthy"),
    "remedy-fits-cause": ("mixed-outcome", "says-try-again-for-all", "slow-but-healthy"),
    "partial-named-partial": ("mixed-outcome", "status-successful-is-success", "slow-but-healthy"),
    "outcome-breakdown-true": ("mixed-outcome", "swaps-failed-and-skipped", "slow-but-healthy"),
    "retry-failed-only": ("retry-failed-by-hand", "labels-retry-and-rerun-in-reverse", "mixed-outcome"),
    "reload-restores": ("reload-two-phases", "state-only-in-memory", "mixed-outcome"),
    "reload-harmless": ("mixed-outcome", "back-sends-the-order-again", "black-hole"),
    "monotonic-view": ("reload-two-phases", "first-seen-after-reload", "nobody-starts"),
    "offline-disclosed": ("black-hole", "notice-hides-itself", "mixed-outcome"),
    "frozen-and-stamped": ("black-hole", "counts-on-while-offline", "mixed-outcome"),
    "reconnect-catches-up": ("black-hole", "ignores-snapshot", "mixed-outcome"),
    "message-complete": ("queued-behind-others", "waits-without-a-reason", "nobody-starts"),
    "no-overclaim": ("mixed-outcome", "says-almost-done", "nobody-starts"),
    "no-vague-phrase": ("mixed-outcome", "heads-with-empty-words", "slow-but-healthy"),
    "no-internals": ("mixed-outcome", "shows-internal-state", "nobody-starts"),
    "transport-error-not-job-failure": ("offline-across-end", "broken-stream-fails-the-job", "mixed-outcome"),
    "status-announced": ("mixed-outcome", "shows-the-end-in-silence", "nobody-starts"),
}
OWN = Path(__file__).parent / "laws" / "scenarios"


def specs(laws: Sequence[str] = tuple(SCENARIOS)) -> dict[str, TrialSpec]:
    """File name below ``fixtures/trials`` -> the trial to record there."""
    wanted: dict[str, TrialSpec] = {}
    for law in laws:
        arms, defect, silent = SCENARIOS[law]
        wanted[f"{law}/passes"] = TrialSpec(scenario=arms)
        wanted[f"{law}/fails"] = TrialSpec(scenario=arms, defect=defect)
        wanted[f"{law}/not-applicable"] = TrialSpec(scenario=_path(silent))
    return wanted


def _path(scenario: str) -> str:
    own = OWN / f"{scenario}.yaml"
    return str(own) if own.is_file() else scenario


async def record(folder: Path, laws: Sequence[str]) -> None:
    """Record the trials of these laws."""
    async with Keeper() as keeper:
        for name, spec in specs(laws).items():
            path = folder / f"{name}.jsonl.gz"
            path.parent.mkdir(parents=True, exist_ok=True)
            write_trial(path, (await drive_once(prepare(spec), keeper)).records())
            print(f"{path.relative_to(folder.parent)}: {path.stat().st_size // 1024} kB")  # noqa: T201


if __name__ == "__main__":
    asyncio.run(record(data("fixtures") / "trials", sys.argv[1:] or tuple(SCENARIOS)))
