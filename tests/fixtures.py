"""``make fixtures``: records, from real runs, the trials that each law is tested on: one it passes, one it fails, one
in which it has nothing to judge. The laws are not asked which is which: the scenario and the defect say it.
``LAWS="count-true submit-once"`` records those of these laws alone."""

import asyncio
import sys
from collections.abc import Sequence
from pathlib import Path

from harness.core.resources import data
from harness.drive.keeper import Keeper
from harness.engine.prepare import defects, prepare
from harness.engine.run_trial import drive_once
from harness.engine.spec import TrialSpec
from harness.trace.trial import write_trial

# law -> a scenario that arms it, and one that gives it nothing to judge
SCENARIOS = {
    "ack-instant": ("two-jobs-at-once", "nobody-starts"),
    "job-acknowledged": ("double-click-slow-network", "nobody-starts"),
    "submit-once": ("double-click-slow-network", "mixed-outcome"),
    "unknown-outcome-honest": ("lost-submit-answer", "mixed-outcome"),
    "count-true": ("mixed-outcome", "nobody-starts"),
    "quantity-within-ten-seconds": ("queued-behind-others", "ends-before-subscribe"),
    "counts-add-up": ("retries-third-attempt", "nobody-starts"),
    "progress-monotone": ("reload-two-phases", "nobody-starts"),
    "no-early-hundred": ("seller-publish", "nobody-starts"),
    "terminal-shown-unprompted": ("mixed-outcome", "nobody-starts"),
    "no-premature-terminal": ("mixed-outcome", "nobody-starts"),
    "cancelling-shown": ("cancel-confirmed", "mixed-outcome"),
    "cancelled-summary-true": ("cancel-confirmed", "mixed-outcome"),
    "auto-retry-told": ("retries-third-attempt", "mixed-outcome"),
    "winning-attempt-named": ("retries-third-attempt", "mixed-outcome"),
    "cause-true": ("attempts-used-up", "slow-but-healthy"),
    "remedy-fits-cause": ("mixed-outcome", "slow-but-healthy"),
    "partial-named-partial": ("mixed-outcome", "slow-but-healthy"),
    "outcome-breakdown-true": ("mixed-outcome", "slow-but-healthy"),
    "retry-failed-only": ("retry-failed-by-hand", "mixed-outcome"),
    "reload-restores": ("reload-two-phases", "mixed-outcome"),
    "reload-harmless": ("mixed-outcome", "black-hole"),
    "monotonic-view": ("reload-two-phases", "nobody-starts"),
    "offline-disclosed": ("black-hole", "mixed-outcome"),
    "frozen-and-stamped": ("black-hole", "mixed-outcome"),
    "reconnect-catches-up": ("black-hole", "mixed-outcome"),
    "no-overclaim": ("mixed-outcome", "nobody-starts"),
    "no-vague-phrase": ("mixed-outcome", "slow-but-healthy"),
    "no-internals": ("mixed-outcome", "nobody-starts"),
    "transport-error-not-job-failure": ("offline-across-end", "mixed-outcome"),
    "status-announced": ("mixed-outcome", "nobody-starts"),
}
OWN = Path(__file__).parent / "laws" / "scenarios"


def specs(laws: Sequence[str] = tuple(SCENARIOS)) -> dict[str, TrialSpec]:
    """File name below ``fixtures/trials`` -> the trial to record there."""
    flaws = {one["law"]: one["id"] for one in reversed(defects())}
    wanted: dict[str, TrialSpec] = {}
    for law in laws:
        arms, silent = SCENARIOS[law]
        wanted[f"{law}/passes"] = TrialSpec(scenario=arms)
        wanted[f"{law}/fails"] = TrialSpec(scenario=arms, defect=flaws[law])
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
