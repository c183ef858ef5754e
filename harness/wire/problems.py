"""Problem details (RFC 9457): for requests that are refused, and for the causes for which items fail.

``title`` and ``remedy`` are for people. ``detail``, ``instance``, ``trace_id`` and ``exception`` are for the log, and
carry canaries: strings that a page must never show.
"""

from dataclasses import dataclass
from typing import Any

from harness.core import causes
from harness.core.causes import Cause, CauseClass
from harness.wire import body
from harness.wire.base import Response
from harness.wire.canaries import every, of_problem

CONTENT_TYPE = "application/problem+json"
TYPES = "https://meanwhile.example/problems/"


@dataclass(frozen=True, kw_only=True, slots=True)
class Problem:
    """Why a request is refused."""

    id: str
    status: int
    title: str
    remedy: str
    cls: CauseClass = CauseClass.SYSTEM
    retryable: bool = False


UNKNOWN_JOB = Problem(id="unknown-job", status=404, title="No such job", remedy="Choose a job from the list.")
UNKNOWN_ROUTE = Problem(id="unknown-route", status=404, title="No such page", remedy="Check the address.")
NO_STREAM = Problem(
    id="no-stream",
    status=404,
    title="Live updates are not available",
    remedy="Ask for the job again from time to time.",
)
WRONG_METHOD = Problem(
    id="wrong-method", status=405, title="This cannot be done here", remedy="Use one of the allowed methods."
)
BAD_COMMAND = Problem(
    id="bad-command",
    status=400,
    title="The request cannot be read",
    remedy="Name the run by its number, or leave the body away.",
    cls=CauseClass.USER_DATA,
)
NEWER_RUN = Problem(
    id="newer-run",
    status=409,
    title="The job was run again meanwhile",
    remedy="Look at the newest run, then decide.",
)
COMMANDS_REFUSED = (
    Problem(
        id="already-ended",
        status=409,
        title="The job was over already",
        remedy="Look at how it went.",
    ),
    Problem(
        id="not-cancellable",
        status=409,
        title="The job is too far on to be cancelled",
        remedy="Wait for its end.",
    ),
    Problem(
        id="not-ended",
        status=409,
        title="The job is not over yet",
        remedy="Wait for its end, then try again.",
    ),
    Problem(
        id="nothing-to-retry",
        status=409,
        title="There is no failed item to retry",
        remedy="Look at how the job went.",
    ),
    Problem(
        id="not-paused",
        status=409,
        title="The job does not wait for anybody",
        remedy="Let it go on.",
    ),
)
"""Why what a person wants done to a job makes no sense now: one for each reason of the model, by its word."""

BAD_REQUEST = Problem(
    id="bad-request",
    status=400,
    title="The request cannot be read",
    remedy="Name a kind of job and how many items it has.",
    cls=CauseClass.USER_DATA,
)
UNKNOWN_UPLOAD = Problem(
    id="unknown-upload", status=404, title="No such file", remedy="Choose the file again.", cls=CauseClass.USER_DATA
)
FILE_UNREADABLE = Problem(
    id="file-unreadable",
    status=422,
    title="The file cannot be read",
    remedy="Save it as CSV in UTF-8 with the columns of the price list, then choose it again.",
    cls=CauseClass.USER_DATA,
)
FILE_GONE = Problem(
    id="file-gone",
    status=422,
    title="The chosen file is not there any more",
    remedy="Choose it again.",
    cls=CauseClass.USER_DATA,
)
FILE_EMPTY = Problem(
    id="file-without-rows",
    status=422,
    title="The chosen file holds no rows",
    remedy="Choose a file with rows.",
    cls=CauseClass.USER_DATA,
)
KEY_MISSING = Problem(
    id="idempotency-key-missing",
    status=400,
    title="The request has no key",
    remedy="Send an Idempotency-Key header with a value of its own.",
)
KEY_IN_USE = Problem(
    id="idempotency-key-in-use",
    status=409,
    title="The same request is still being accepted",
    remedy="Wait for a moment, then send it again with the same key.",
    retryable=True,
)
KEY_REUSED = Problem(
    id="idempotency-key-reused",
    status=422,
    title="The key belongs to another request",
    remedy="Send this request with a key of its own.",
)
STARTS_REFUSED = (
    Problem(
        id="start-forbidden",
        status=403,
        title="You are not allowed to start this job",
        remedy="Ask an administrator for permission, then try again.",
        cls=CauseClass.PERMISSION,
    ),
    Problem(
        id="items-in-use",
        status=409,
        title="The items are in use by another job",
        remedy="Wait for the end of that job, then try again.",
    ),
    Problem(
        id="items-unfit",
        status=422,
        title="The catalogue holds items that cannot be taken as they are",
        remedy="Correct the catalogue, then try again.",
        cls=CauseClass.USER_DATA,
    ),
    Problem(
        id="too-many-starts",
        status=429,
        title="Too many jobs were asked for in a short time",
        remedy="Wait a little, then try again.",
        retryable=True,
    ),
    Problem(
        id="no-new-jobs",
        status=503,
        title="The service takes no new jobs at the moment",
        remedy="Try again in a few minutes.",
        retryable=True,
    ),
)
"""Why a start is refused, where a world says so: one for each status."""

ALL = (
    *(UNKNOWN_JOB, UNKNOWN_ROUTE, NO_STREAM, WRONG_METHOD, BAD_REQUEST, KEY_MISSING, KEY_IN_USE, KEY_REUSED),
    *(BAD_COMMAND, NEWER_RUN, UNKNOWN_UPLOAD, FILE_UNREADABLE, FILE_GONE, FILE_EMPTY),
    *COMMANDS_REFUSED,
    *STARTS_REFUSED,
)


def canaries() -> tuple[str, ...]:
    """Every string that the wire plants in a field not meant for people."""
    return every([*(problem.id for problem in ALL), *(cause.id for cause in causes.ALL)])


def document(problem: Problem, **extensions: Any) -> dict[str, Any]:
    """The problem as JSON."""
    return {
        "type": TYPES + problem.id,
        "title": problem.title,
        "status": problem.status,
        **of_problem(problem.id),
        "class": problem.cls.value,
        "retryable": problem.retryable,
        "remedy": problem.remedy,
        **extensions,
    }


def cause_document(id: str) -> dict[str, Any]:
    """Why an item failed or was skipped, as JSON."""
    cause: Cause = causes.cause(id)
    return {
        "type": TYPES + cause.id,
        "title": cause.title,
        **of_problem(cause.id),
        "class": cause.cls.value,
        "retryable": cause.retryable,
        "remedy": cause.remedy,
        **marks(cause),
    }


def marks(cause: Cause) -> dict[str, bool]:
    """What a cause says beside its class, only where it is so: ``critical``, ``data_loss``."""
    told = {"critical": cause.critical, "data_loss": cause.data_loss}
    return {name: True for name, is_so in told.items() if is_so}


def refuse(
    problem: Problem, *, valid_until_ms: int | None = None, extensions: dict[str, Any] | None = None, **headers: str
) -> Response:
    """An answer that carries the problem."""
    text = body.dump(document(problem, **(extensions or {})))
    return Response(
        status=problem.status, headers=body.headers(CONTENT_TYPE, **headers), body=text, valid_until_ms=valid_until_ms
    )
