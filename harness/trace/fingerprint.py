"""What makes a finding known again in another run: docs/decisions/gate.md. Nothing of time, numbers or wording."""

import hashlib
import re

VERSION = 1
SILENCE = "silence"
ANY = "any"
_COPY = re.compile(r"-\d+$")
_NUMBER = re.compile(r"\d+")


def judged_page(target: str, defect: str | None) -> str:
    """The page that was judged: the target, with the flaw that was put into it, if any."""
    return target if defect is None else f"{target}+{defect}"


def role(job: str) -> str:
    """The job's part in the scenario: what it is a numbered copy of."""
    return _COPY.sub("", job)


def claim_kind(slot: str, *, silent: bool) -> str:
    """The kind of claim: what the page spoke of, or what it kept silent at."""
    kind = _NUMBER.sub("n", slot)
    return ":".join(part for part in (SILENCE if silent else "", kind) if part) or ANY


def fingerprint(*, page: str, scenario: str, law: str, job: str, claim: str) -> str:
    """Twelve hex digits of the five words that a finding is known by."""
    mark = "\n".join((f"meanwhile {VERSION}", page, scenario, law, role(job), claim))
    return hashlib.sha256(mark.encode()).hexdigest()[:12]
