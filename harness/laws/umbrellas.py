"""One fault, one report (laws.md, section 1): a breach is told by the most specific law, and not again
by its umbrellas.
"""

from collections.abc import Sequence
from dataclasses import replace

from harness.core.verdicts import Verdict
from harness.facts.case import LOAD_MS, Case
from harness.facts.network_windows import CATCH_UP_MS
from harness.trace.result import Finding, LawVerdict

UMBRELLAS: dict[str, tuple[str, ...]] = {
    "auto-retry-told": ("no-premature-terminal", "reconnect-catches-up", "reload-restores"),
    "cancelled-summary-true": ("terminal-shown-unprompted", "reconnect-catches-up", "reload-restores"),
    "count-true": (
        "cancelled-summary-true",
        "counts-add-up",
        "outcome-breakdown-true",
        "progress-monotone",
        "monotonic-view",
        "reconnect-catches-up",
        "reload-restores",
    ),
    "frozen-and-stamped": ("offline-disclosed", "transport-error-not-job-failure"),
    "message-complete": (
        "job-acknowledged",
        "submit-once",
        "unknown-outcome-honest",
        "count-true",
        "quantity-within-ten-seconds",
        "auto-retry-told",
        "cancelling-shown",
        "cancelled-summary-true",
        "cause-true",
        "remedy-fits-cause",
        "partial-named-partial",
        "outcome-breakdown-true",
        "terminal-shown-unprompted",
        "no-premature-terminal",
        "no-overclaim",
        "monotonic-view",
        "offline-disclosed",
        "frozen-and-stamped",
        "transport-error-not-job-failure",
        "reconnect-catches-up",
        "reload-restores",
    ),
    "monotonic-view": ("progress-monotone", "reload-restores"),
    "no-overclaim": ("no-premature-terminal", "partial-named-partial", "cancelled-summary-true"),
    "no-premature-terminal": (
        "cancelling-shown",
        "frozen-and-stamped",
        "transport-error-not-job-failure",
        "unknown-outcome-honest",
    ),
    "no-vague-phrase": ("cause-true",),
    "outcome-breakdown-true": (
        "cancelled-summary-true",
        "partial-named-partial",
        "terminal-shown-unprompted",
        "reconnect-catches-up",
        "reload-restores",
    ),
    "progress-monotone": ("reload-restores",),
    "status-announced": ("job-acknowledged", "auto-retry-told", "cancelling-shown", "no-premature-terminal"),
    "submit-once": ("reload-harmless",),
    "terminal-shown-unprompted": ("reconnect-catches-up", "reload-restores"),
    "winning-attempt-named": ("terminal-shown-unprompted", "reconnect-catches-up", "reload-restores"),
}
"""umbrella -> the more specific laws that speak for it, the most specific first"""


def suppress(verdicts: Sequence[LawVerdict], case: Case) -> list[LawVerdict]:
    """The same verdicts; findings that a more specific law tells are taken out of umbrellas. Where that leaves none,
    the verdict stays ``failed`` with its findings and names the other law in ``under``."""
    failed = {verdict.law: verdict.findings for verdict in verdicts if verdict.findings}
    return [_shade(verdict, failed, case) for verdict in verdicts]


def _shade(verdict: LawVerdict, failed: dict[str, tuple[Finding, ...]], case: Case) -> LawVerdict:
    if verdict.verdict is not Verdict.FAILED:
        return verdict
    for specific in UMBRELLAS.get(verdict.law, ()):
        told = failed.get(specific, ())
        left = tuple(finding for finding in verdict.findings if not any(_tells(other, finding, case) for other in told))
        if not left:
            return replace(verdict, under=specific)
        verdict = replace(verdict, findings=left)
    return verdict


def _tells(specific: Finding, finding: Finding, case: Case) -> bool:
    """Whether the finding is a consequence of what the specific one tells: same run and tab, not before its cause."""
    same = (specific.job, specific.run, specific.tab) == (finding.job, finding.run, finding.tab)
    lead_ms = max(CATCH_UP_MS, LOAD_MS) + 2 * case.beta_ms
    return same and finding.at_ms >= specific.at_ms - lead_ms
