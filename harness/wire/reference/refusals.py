"""How the wire refuses a start: problem details for each status that a world may name, and nothing comes to be."""

from harness.model.refusals import refusal_at
from harness.wire import problems
from harness.wire.base import Backend, Response, WireRequest
from harness.wire.problems import Problem

PROBLEMS: dict[int, Problem] = {problem.status: problem for problem in problems.STARTS_REFUSED}


def refused(request: WireRequest, backend: Backend) -> Response | None:
    """The refusal of this start; None where the world refuses nothing at its moment."""
    refusal = refusal_at(backend.world, request.at_ms)
    if refusal is None:
        return None
    problem = PROBLEMS[refusal.status]
    if refusal.retry_after_ms is None:
        return problems.refuse(problem)
    return problems.refuse(problem, retry_after=str(-(-refusal.retry_after_ms // 1000)))
