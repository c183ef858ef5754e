"""Writes anew what is proposed for the recorded pages: ``python -m tests.proposal.goldens``. Look at what changes."""

from harness.proposal.har import read
from harness.proposal.propose import propose
from tests.proposal.given import PAGE
from tests.proposal.record import HARS

if __name__ == "__main__":
    for har in sorted(HARS.glob("*.har")):
        text = propose(read(har.read_text(encoding="utf-8"), PAGE)).text
        har.with_suffix(".yaml").write_text(text, encoding="utf-8")
