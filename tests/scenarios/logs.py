"""What happens in every scenario, as one hash each. ``python -m tests.scenarios.logs`` writes them anew."""

import hashlib
from pathlib import Path

from harness.model.rehearsal import rehearse
from harness.scenario import read
from harness.trace.trial import encode

STORED = Path(__file__).with_name("logs.sha256")


def hashes() -> dict[str, str]:
    """The hash of each scenario's log of truth, by its id."""
    return {path.stem: _hash(path) for path in read.paths()}


def text(held: dict[str, str]) -> str:
    """The hashes as ``sha256sum`` would write them."""
    return "".join(f"{hash}  {id}\n" for id, hash in sorted(held.items()))


def _hash(path: Path) -> str:
    lines = "".join(f"{encode(event)}\n" for event in rehearse(read.load(path)).events)
    return hashlib.sha256(lines.encode()).hexdigest()


if __name__ == "__main__":
    STORED.write_text(text(hashes()), encoding="utf-8")
