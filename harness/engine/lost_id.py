"""A page that asks for a job "undefined" has not found the id in the answer to the start, which calls it otherwise."""

import re
from collections.abc import Iterator
from urllib.parse import urlsplit

from harness.core.errors import UsageError
from harness.engine.prepare import Prepared
from harness.scenario.checks import Place
from harness.told.file import WireFile
from harness.told.reading import read
from harness.trace.records import Request
from harness.trace.trial import Trial

_NO_ID = re.compile(r"(?<=[/=:])(undefined|null|NaN|\[object(?:%20| )Object\])(?=$|[/?&:.])")


def lost_ids(prepared: Prepared, trial: Trial) -> Iterator[UsageError]:
    """Requests for a job that has no id, of a page that never asks for it by its true one after a start went well."""
    start = _start(trial)
    if start is None:
        return
    later = _asked_after(start.sent_ms, trial)
    for asked in later:
        lost = _NO_ID.search(asked)
        if lost is not None and not any(_is_true(other, lost) for other in later):
            order = f"{start.method} {urlsplit(start.path).path}"
            yield prepared.target.written.trouble(
                _place(prepared, start),
                f'the page asked for job "{lost[1]}" ({asked}): the answer of {order} may lack the field from which '
                "the page takes the id; write it as the back end does, such as id: '{job.id}'",
            )


def _start(trial: Trial) -> Request | None:
    """The first start that was answered well: from a refusal, or an answer that is lost, no page can take an id."""
    orders = {one.request for one in trial.commands if one.do == "submit"}
    return next((one for one in trial.requests if one.id in orders and (one.status or 500) < 300), None)


def _asked_after(at_ms: int, trial: Trial) -> list[str]:
    """What the page asked for from then on, by method and address."""
    played = [(one.sent_ms, one.method, one.path) for one in trial.requests]
    passed = [
        (one.at_ms, one.method, urlsplit(one.url)._replace(scheme="", netloc="").geturl()) for one in trial.passed
    ]
    return [f"{method} {path}" for sent_ms, method, path in sorted([*played, *passed]) if sent_ms > at_ms]


def _is_true(other: str, lost: re.Match[str]) -> bool:
    """Whether another request names the job in the same place."""
    before = lost.string[: lost.start()]
    return len(other) > len(before) and other.startswith(before) and not _NO_ID.match(other, len(before))


def _place(prepared: Prepared, start: Request) -> Place:
    wire = prepared.target.told.wire
    routes = read(wire)[0].routes if isinstance(wire, WireFile) else ()
    fitting = (str(route.pattern) for route in routes if route.pattern.match(start.method, start.path) is not None)
    return next((("wire", "routes", name) for name in fitting), ("wire",))
