"""The trials in ``fixtures/trials``: many are one and the same, and a worker reads and judges each once."""

from functools import cache
from hashlib import sha256
from pathlib import Path

import pytest

from harness.facts.case import Case
from harness.laws import judge
from harness.trace.result import LawVerdict
from tests.layout.repository import ROOT

FOLDER = ROOT / "fixtures" / "trials"


def path(law: str, kind: str) -> Path:
    """Where the trial lies in which that law passes, fails or is not applicable."""
    return FOLDER / law / f"{kind}.jsonl.gz"


def case(law: str, kind: str) -> Case:
    """The trial, for laws to judge."""
    return _case(_digest(path(law, kind)))


def verdicts(law: str, kind: str) -> dict[str, LawVerdict]:
    """Every law's answer on that trial."""
    return _verdicts(_digest(path(law, kind)))


def together(law: str, kind: str) -> pytest.MarkDecorator:
    """For a test that asks for that trial: one worker has all of its."""
    return pytest.mark.xdist_group(_digest(path(law, kind)))


def _digest(of: Path) -> str:
    return sha256(of.read_bytes() if of.is_file() else b"").hexdigest()


@cache
def _paths() -> dict[str, Path]:
    return {_digest(one): one for one in FOLDER.glob("*/*.jsonl.gz")}


@cache
def _case(digest: str) -> Case:
    return Case.load(_paths()[digest])


@cache
def _verdicts(digest: str) -> dict[str, LawVerdict]:
    return {answer.law: answer for answer in judge(_case(digest))}
