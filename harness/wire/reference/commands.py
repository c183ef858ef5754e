"""What a person wants done to a job that there is: cancel it, retry what failed, run it again, let it go on."""

import json
from dataclasses import replace

from harness.model.commands import CommandRefused
from harness.model.simulation import COMMANDS
from harness.wire import problems
from harness.wire.base import Backend, Response, WireRequest
from harness.wire.problems import Problem
from harness.wire.reference import idempotency
from harness.wire.reference.jobs import accepted

DOES = tuple(do.value for do in COMMANDS)
PROBLEMS: dict[str, Problem] = {problem.id: problem for problem in (problems.UNKNOWN_JOB, *problems.COMMANDS_REFUSED)}


def tell(request: WireRequest, backend: Backend, job: str, *, do: str) -> Response:
    """202 with the job as it then is, or why not. Either takes the world's accept latency.

    A body ``{"run": 2}`` says which run the person saw: where the job has a newer one by now, nothing is done to that.
    """
    return idempotency.once(request, backend, lambda: _tell(request, backend, job, do))


def _tell(request: WireRequest, backend: Backend, job: str, do: str) -> Response:
    view = backend.truth.job(job, request.at_ms)
    if view is None:
        return problems.refuse(problems.UNKNOWN_JOB)
    seen = _run_seen(request.body)
    if seen is None:
        return problems.refuse(problems.BAD_COMMAND)
    if seen and seen < view.key.run:
        return problems.refuse(problems.NEWER_RUN)
    return _carried_out(request, backend, job, do)


def _carried_out(request: WireRequest, backend: Backend, job: str, do: str) -> Response:
    accept_ms = backend.world.accept_ms
    try:
        backend.command(do=do, job=job, at_ms=request.at_ms + accept_ms)
    except CommandRefused as refusal:
        return replace(problems.refuse(PROBLEMS[refusal.because]), delay_ms=accept_ms)
    return accepted(job, request, backend)


def _run_seen(text: str | None) -> int | None:
    """The number of the run that the body names, 0 for none; None if it cannot be read."""
    try:
        told = json.loads(text or "{}")
    except ValueError:
        return None
    run = told.get("run", 0) if isinstance(told, dict) else None
    return run if type(run) is int and run >= 0 else None
