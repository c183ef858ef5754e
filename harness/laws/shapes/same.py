"""SAME: all is after it as it was before: what a page sent, and had the server do, when the person only looked."""

from harness.facts.case import Case
from harness.trace.records import Command, Request

READS = frozenset(("GET", "HEAD", "OPTIONS"))


def told(case: Case, tab: int, from_ms: int, until_ms: float) -> list[tuple[Request, Command | None]]:
    """The requests of a tab in [from, until) that change things, each with what the server was told by it, in order."""
    by_request = {command.request: command for command in case.commands}
    ways = {(request.method, _route(request)) for request in case.requests if request.id in by_request}
    return [
        (request, by_request.get(request.id))
        for request in case.requests
        if request.tab == tab
        and from_ms <= request.sent_ms < until_ms
        and request.method not in READS
        and (request.id in by_request or (request.method, _route(request)) in ways)
    ]


def _route(request: Request) -> str:
    return request.path.partition("?")[0]
