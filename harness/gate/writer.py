"""Writes the baseline anew: sorted, reasons and expiries of entries that stay as they were, a few lines an entry."""

from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass
from io import StringIO
from typing import Any, TextIO

from ruamel.yaml import YAML

from harness.gate.baseline import TO_DO, VERSION, Accepted, Baseline, Identity
from harness.gate.grade import identity
from harness.reporters.words import listed, number_of, printable
from harness.trace.events import Event, SessionFinished, TrialFinished
from harness.trace.fingerprint import SILENCE, role
from harness.trace.result import NOT_JUDGED, TROUBLE, Absent, Finding, TrialResult

HEAD = """\
# Findings that are known and accepted for now; `meanwhile run --baseline FILE` fails on all others.
# Write the reason of each. `expires` is the last day that it is accepted. `says` is for people and is not compared.
# `--update-baseline` writes this file anew and keeps reason and expires; it keeps no comments but these.
"""
_WIDE = 10_000


@dataclass(frozen=True, kw_only=True, slots=True)
class Change:
    """The entries as they will be, and how many of them are new, and how many were taken out."""

    entries: Mapping[Identity, Accepted]
    added: int
    removed: int


class BaselineWriter:
    """A reporter that writes the file when the session has ended well. ``said`` tells what came of it."""

    def __init__(self, stream: TextIO, baseline: Baseline, reason: str | None) -> None:
        """``reason`` is that of entries that have none yet; ``stream`` stays open: whoever opened it closes it."""
        self._stream = stream
        self._baseline = baseline
        self._reason = reason or TO_DO
        self._results: list[TrialResult] = []
        self.said = ""
        self.wrote = False

    def handle(self, event: Event) -> None:
        """Take in one event."""
        match event:
            case TrialFinished(result=result):
                self._results.append(result)
            case SessionFinished() if event.exit_code == NOT_JUDGED:
                self.said = f"{self._baseline.path} was left as it was: a trial cannot be judged"
            case SessionFinished() if event.broken_off or event.exit_code == TROUBLE:
                self.said = f"{self._baseline.path} was left as it was: the session ended in trouble of our own"
            case SessionFinished():
                self._write(changed(self._baseline, self._results, event.totals.absent, self._reason))
            case _:
                pass

    def close(self) -> None:
        """Nothing is held."""

    def _write(self, change: Change) -> None:
        self._stream.write(text(change.entries.values()))
        self._stream.flush()
        self.wrote = True
        self.said = f"{self._baseline.path}: {_told(change)}"


def changed(baseline: Baseline, results: Sequence[TrialResult], absent: Sequence[Absent], reason: str) -> Change:
    """The baseline after these results: what came is in it, what is gone is not, and all else stays."""
    gone = {(one.page, one.scenario, one.law, role(one.job), one.claim) for one in absent if not one.why}
    kept = {key: _reasoned(entry, reason) for key, entry in baseline.entries.items() if key not in gone}
    came: dict[Identity, Finding] = {}
    for result in results:
        for finding in result.findings:
            came.setdefault(identity(finding, result), finding)
    added = {key: _entry(key, finding, reason) for key, finding in came.items() if key not in kept}
    return Change(entries=kept | added, added=len(added), removed=len(gone))


def text(entries: Iterable[Accepted]) -> str:
    """The file that holds these entries."""
    listed_entries = [_plain(entry) for entry in sorted(entries, key=lambda entry: entry.identity)]
    yaml = YAML(typ="rt", pure=True)
    yaml.width = _WIDE
    yaml.indent(mapping=2, sequence=4, offset=2)
    written = StringIO()
    yaml.dump({"version": VERSION, "accepted": listed_entries}, written)
    return HEAD + written.getvalue()


def _plain(entry: Accepted) -> dict[str, Any]:
    told = entry.model_dump(exclude_defaults=True)
    return {name: told[name] for name in Accepted.model_fields if name in told}


def _reasoned(entry: Accepted, reason: str) -> Accepted:
    if entry.reason.strip() in ("", TO_DO):
        return entry.model_copy(update={"reason": reason})
    return entry


def _entry(key: Identity, finding: Finding, reason: str) -> Accepted:
    page, scenario, law, job, claim = key
    saying = f'the page said "{finding.said}"'
    if claim.partition(":")[0] == SILENCE:
        saying = f"the page {finding.said}"
    says = printable(f"{saying}; in truth: {finding.truth}")
    return Accepted(target=page, scenario=scenario, law=law, job=job, claim=claim, says=says, reason=reason)


def _told(change: Change) -> str:
    stayed = len(change.entries) - change.added
    parts = [f"{change.added} added", f"{change.removed} taken out", f"{stayed} kept"]
    waiting = sum(entry.reason == TO_DO for entry in change.entries.values())
    way_out = f"; write the reason of {number_of(waiting, 'entry')}" if waiting else ""
    return f"{listed(parts)}{way_out.replace('entrys', 'entries')}"
