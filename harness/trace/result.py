"""What a session found: verdicts and findings of one trial, as results.jsonl holds them. Times are ms of the trial."""

from dataclasses import dataclass, field
from typing import Any, Self

from harness.core.errors import HarnessTrouble, UsageError
from harness.core.verdicts import Severity, Status, Verdict
from harness.trace.plain import from_plain, to_plain

NOT_JUDGED = UsageError.exit_code
TROUBLE = HarnessTrouble.exit_code


class _Plain:
    """The two ways between a dataclass and its JSON object."""

    __slots__ = ()

    def to_json(self) -> dict[str, Any]:
        """The JSON object of this value."""
        plain: dict[str, Any] = to_plain(self)
        return plain

    @classmethod
    def from_json(cls, data: dict[str, Any]) -> Self:
        """The value that a JSON object describes. Raises plain.Malformed."""
        return from_plain(cls, data)


@dataclass(frozen=True, kw_only=True, slots=True)
class Finding(_Plain):
    """One breach of one law. ``until_ms`` is None for a moment, or when it stood to the end of the trial.

    ``said`` and ``truth`` are plain clauses, ``sentence`` puts them together, ``why`` says why a person should care.
    ``claim`` is the kind of claim, ``fingerprint`` what makes the finding known again (trace/fingerprint.py): neither
    holds a time, a number or a word of the page. ``status`` and ``note`` are the gate's: what becomes of it, and why.
    """

    law: str
    at_ms: int
    until_ms: int | None
    job: str
    run: int
    said: str
    truth: str
    sentence: str
    why: str
    tab: int
    fingerprint: str
    severity: Severity
    claim: str = ""
    status: Status = field(default=Status.NEW, metadata={"always": True})
    note: str = ""


@dataclass(frozen=True, kw_only=True, slots=True)
class Absent(_Plain):
    """A finding that the baseline accepts and that did not come. ``why`` is empty where it is gone, else it says why
    nobody can tell. ``page`` is the target, with its defect if any.
    """

    page: str
    scenario: str
    law: str
    job: str
    claim: str
    says: str = ""
    reason: str = ""
    why: str = ""


@dataclass(frozen=True, kw_only=True, slots=True)
class LawVerdict(_Plain):
    """The answer of one law. ``judged`` counts what it looked at; ``why`` explains an answer that is neither.

    ``under`` names the more specific law that reports this breach in its place (laws.md: one fault, one report).
    """

    law: str
    verdict: Verdict
    judged: int
    doubts: tuple[str, ...] = ()
    findings: tuple[Finding, ...] = ()
    why: str | None = None
    under: str | None = None


@dataclass(frozen=True, kw_only=True, slots=True)
class Picture(_Plain):
    """A picture of the page. ``file`` is relative to the results; ``finding`` is the fingerprint that it shows.

    ``kind`` says why it was taken: finding, before or after (a step of the person), state, fault, end.
    """

    at_ms: int
    label: str
    why: str
    file: str
    kind: str = "state"
    finding: str | None = None
    tab: int = 0


@dataclass(frozen=True, kw_only=True, slots=True)
class Unread(_Plain):
    """A sentence that holds a number or a state word and could not be read: where it stood first, and how many times.

    ``role`` is that of the node, ``where`` names the part of the page; ``phrase`` is the line that would teach it,
    to be written under ``phrases:`` in the target file.
    """

    text: str
    at_ms: int
    tab: int
    role: str
    job: str
    times: int = 1
    where: str = ""
    phrase: str = ""


@dataclass(frozen=True, kw_only=True, slots=True)
class TrialResult(_Plain):
    """One trial's answer. ``findings`` are those reported (umbrellas taken out); ``file`` is the stored trial.

    ``exit`` is 0 passed, 1 findings, 2 cannot be judged (a file does not fit the page), 3 our own trouble; the last two
    are told in ``error``. ``unmet`` lists armed laws that did not pass
    on the clean reference page. ``replay`` is the command that runs this very trial again. ``passed_through`` counts
    requests that no wire claims and that took no virtual time; ``passed_paths`` are the first few of their paths.
    ``unread`` are sentences of the page that nobody could judge. ``traced`` is the file of Playwright's trace, if any.
    """

    id: str
    scenario: str
    target: str
    defect: str | None
    seed: int
    repeat: int
    verdicts: tuple[LawVerdict, ...]
    findings: tuple[Finding, ...]
    exit: int
    truth_hash: str
    screen_hash: str
    wall_ms: int
    virtual_ms: int
    replay: str
    pictures: tuple[Picture, ...] = ()
    unmet: tuple[str, ...] = ()
    unread: tuple[Unread, ...] = ()
    passed_through: int = 0
    passed_paths: tuple[str, ...] = ()
    error: str | None = None
    file: str | None = None
    traced: str | None = None
