"""The lane of the network: profile, faults as blocks, requests, and what streams delivered."""

from collections.abc import Sequence
from typing import Any

from harness.core.durations import compact
from harness.reporters.thin import thinned
from harness.reporters.words import fault_words
from harness.trace.records import FaultWindow, Message, Passed, Request
from harness.trace.trial import Trial

MOST_READS = 240
MOST_MESSAGES = 240
_USUAL = (("nth", "1"), ("count", "1"))
"""what a fault says of itself where the scenario says nothing"""


def network_lane(trial: Trial) -> dict[str, Any]:
    """What went over the network in the trial."""
    end_ms = trial.header.end_ms
    return {
        "profile": trial.header.profile,
        "transport": trial.header.transport,
        "faults": [_fault(fault) for fault in trial.faults],
        "requests": [_request(request) for request in _worth_showing(trial.requests, end_ms)],
        "passed": [_passed(one) for _, one in thinned([(one.at_ms, one) for one in trial.passed], end_ms, MOST_READS)],
        "streams": _streams(trial.messages, end_ms),
    }


def _fault(fault: FaultWindow) -> dict[str, Any]:
    window = {"kind": fault.kind, "from": fault.at_ms, "to": fault.end_ms, "words": fault_words(fault.kind)}
    plain = ((name, value) for name, value in fault.detail.items() if isinstance(value, str | int | float))
    said = dict(_said(name, value) for name, value in plain)
    return {**window, "detail": {name: value for name, value in said.items() if (name, value) not in _USUAL}}


def _said(name: str, value: str | float) -> tuple[str, str]:
    if name.endswith("_ms") and isinstance(value, int):
        return name.removesuffix("_ms"), compact(value)
    return name, str(value)


def _worth_showing(requests: Sequence[Request], end_ms: int) -> list[Request]:
    """Every write and everything that went wrong; of the reads that went well, enough to see them."""
    plain = [request for request in requests if _went_well(request)]
    kept = {request.id for _, request in thinned([(read.sent_ms, read) for read in plain], end_ms, MOST_READS)}
    return [request for request in requests if not _went_well(request) or request.id in kept]


def _went_well(request: Request) -> bool:
    answered = request.answered_ms is not None and (request.status or 0) < 400
    return request.method == "GET" and request.fault is None and answered


def _request(request: Request) -> dict[str, Any]:
    return {
        "at": request.sent_ms,
        "answered": request.answered_ms,
        "what": f"{request.method} {request.path}",
        "status": request.status,
        "fault": request.fault,
        "via": request.via,
    }


def _passed(one: Passed) -> dict[str, Any]:
    return {"at": one.at_ms, "what": f"{one.method} {one.url}"}


def _streams(messages: Sequence[Message], end_ms: int) -> list[dict[str, Any]]:
    names = dict.fromkeys(message.stream for message in messages)
    return [_stream([message for message in messages if message.stream == name], end_ms) for name in names]


def _stream(messages: Sequence[Message], end_ms: int) -> dict[str, Any]:
    came = [(message.delivered_ms, None) for message in messages if message.delivered_ms is not None]
    lost = [(message.sent_ms, None) for message in messages if message.delivered_ms is None]
    return {
        "from": min(message.sent_ms for message in messages),
        "to": max(max(message.sent_ms, message.delivered_ms or 0) for message in messages),
        "count": len(came),
        "delivered": [at_ms for at_ms, _ in thinned(came, end_ms, MOST_MESSAGES)],
        "lost": [at_ms for at_ms, _ in thinned(lost, end_ms, MOST_MESSAGES)],
    }
