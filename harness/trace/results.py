"""The lines of results.jsonl: the session, each trial as it ends, and the end. Written as they come."""

import json
from collections.abc import Iterable, Iterator
from dataclasses import dataclass, field
from typing import TypeAlias

from harness.core.verdicts import Verdict
from harness.trace.about import LawInfo, ScenarioInfo, TargetInfo
from harness.trace.events import ALL, SessionFinished, SessionStarted
from harness.trace.plain import Malformed, dump_record, from_plain
from harness.trace.result import Absent, TrialResult

SCHEMA = 1


@dataclass(frozen=True, kw_only=True, slots=True)
class SessionLine:
    """The first line: what was asked for."""

    started: str
    command: str
    version: str
    target: TargetInfo
    defect: str | None
    scenarios: tuple[ScenarioInfo, ...]
    laws: tuple[LawInfo, ...]
    scope: str = ALL
    plan: tuple[str, ...] = ()
    shard: str = ""
    baseline: str = ""
    remarks: tuple[str, ...] = ()
    transport: str = ""
    network: str = ""
    schema: int = field(default=SCHEMA, metadata={"always": True})

    @classmethod
    def of(cls, event: SessionStarted) -> "SessionLine":
        """The line that says what the event says."""
        return cls(
            started=event.started,
            command=event.command,
            version=event.version,
            target=event.target,
            defect=event.defect,
            scenarios=event.scenarios,
            laws=event.laws,
            scope=event.scope,
            plan=event.plan,
            shard=event.shard,
            baseline=event.baseline,
            remarks=event.remarks,
            transport=event.transport,
            network=event.network,
        )


@dataclass(frozen=True, kw_only=True, slots=True)
class EndLine:
    """The last line; without it the session was cut short. ``verdicts`` counts each answer.

    ``broken_off`` says why the session ended before its last trial.
    """

    exit: int
    trials: int
    findings: int
    errors: int
    wall_ms: int
    virtual_ms: int
    verdicts: dict[Verdict, int]
    never_armed: tuple[str, ...]
    new: int = 0
    accepted: int = 0
    warned: int = 0
    absent: tuple[Absent, ...] = ()
    broken_off: str = ""
    not_judged: int = 0

    @classmethod
    def of(cls, event: SessionFinished) -> "EndLine":
        """The line that says what the event says."""
        totals = event.totals
        return cls(
            exit=event.exit_code,
            trials=totals.trials,
            findings=totals.findings,
            errors=totals.errors,
            wall_ms=totals.wall_ms,
            virtual_ms=totals.virtual_ms,
            verdicts=dict(totals.verdicts),
            never_armed=totals.never_armed,
            new=totals.new,
            accepted=totals.accepted,
            warned=totals.warned,
            absent=totals.absent,
            broken_off=event.broken_off,
            not_judged=totals.not_judged,
        )


Line: TypeAlias = SessionLine | TrialResult | EndLine

LINES: dict[str, type[Line]] = {"session": SessionLine, "trial": TrialResult, "end": EndLine}
_NAMES = {cls: name for name, cls in LINES.items()}


def encode_result(line: Line) -> str:
    """One line of results, without its end."""
    return dump_record(_NAMES[type(line)], line)


def decode_results(lines: Iterable[str]) -> Iterator[Line]:
    """The results that the lines hold. Raises Malformed."""
    for line in lines:
        data = json.loads(line)
        if data.get("record") not in LINES:
            raise Malformed(f"no record of a known kind ({', '.join(LINES)})")
        yield from_plain(LINES[data.pop("record")], data)
