"""What was seen, sorted: the calls that are about the job, and what they say together."""

from collections.abc import Iterable, Iterator
from dataclasses import dataclass, field
from typing import Any

from harness.proposal import streams
from harness.proposal.calls import Call, Job, does
from harness.proposal.clues import Clues, Timed, gather
from harness.proposal.documents import Reader
from harness.proposal.identity import JOB, Identity
from harness.proposal.kinds import Kind
from harness.proposal.shape import whole
from harness.proposal.watched import Watched


@dataclass(frozen=True, kw_only=True)
class Seen:
    """``missing`` is what could not be found, a clause each; ``left_out`` are routes that are left to the server."""

    watched: Watched
    job: Job
    kind: Kind
    calls: tuple[Call, ...]
    reader: Reader
    missing: list[str] = field(default_factory=list)
    left_out: list[str] = field(default_factory=list)

    @property
    def clues(self) -> Clues:
        """What all documents say together."""
        return self.reader.clues

    def does(self, call: Call) -> str | None:
        """What a call has the job do."""
        return does(call, self.job)


def sort_out(watched: Watched, job: Job, kind: Kind, found: Iterable[Call]) -> Seen:
    """The calls that are about the job; the others are left to the server."""
    every = list(found)
    about = tuple(call for call in every if _is_about(call, job))
    timed = [one for call in about if (one := _timed(call, job.identity)) is not None]
    return Seen(
        watched=watched,
        job=job,
        kind=kind,
        calls=about,
        reader=Reader(gather(timed, job.identity)),
        left_out=[call.route for call in every if call not in about],
    )


def _is_about(call: Call, job: Job) -> bool:
    if does(call, job) is not None or JOB in call.route or any(one.is_stream for one in call.exchanges):
        return True
    if job.identity is not None:
        said = [*call.documents, *(one.asked for one in call.exchanges)]
        return any(job.identity.is_spoken_of(one) for one in said)
    return len(call.documents) > 1 and not whole(call.documents).is_constant


def _timed(call: Call, job: Identity | None) -> Timed | None:
    """The documents of a call with their moments."""
    bodies = [(one.at_ms, one.body if one.answer is None else one.answer) for one in call.good]
    read = [(at_ms, one) for at_ms, one in (*bodies, *streams.documents(call)) if isinstance(one, dict | list | str)]
    if not read:
        return None
    asked = job is not None and job.is_number and JOB in call.route  # so the whole is about it, and its lists are not
    told = [one if asked else of_job(one, job) for _, one in read]
    return Timed(moments=tuple(at_ms for at_ms, _ in read), place=whole(told))


def of_job(document: Any, job: Identity | None) -> Any:
    """What a document says of the job: the object in one of its lists that has the id, else the whole."""
    if job is None or job.is_of(document):
        return document
    return next(_with_id(document, job), document)


def _with_id(value: Any, job: Identity) -> Iterator[Any]:
    if isinstance(value, list):
        yield from filter(job.is_of, value)
        for one in value:
            yield from _with_id(one, job)
    elif isinstance(value, dict):
        for name, one in value.items():
            if job.may_list(name):
                yield from _with_id(one, job)
