"""Canaries: strings that stand in every field that is not meant for people. A page must never show one."""

import hashlib
from collections.abc import Iterable

PROBLEM = ("detail", "instance", "trace_id", "exception")
"""technical fields of problem details and of the cause of an item"""
DOCUMENT = ("trace_id", "worker", "internal_state")
"""technical fields of every other document, under ``diagnostics``"""
EVENT = "traceid"
"""the technical attribute of every event of a stream (CloudEvents: lower case letters)"""
DOCUMENTS = ("job", "jobs", "items", "catalogue", "heartbeat")


def canary(id: str, place: str) -> str:
    """The canary of one kind of document at one place, the same in every trial. It says where it stood."""
    digest = hashlib.sha256(f"{id}/{place}".encode()).hexdigest()[:8]
    return f"canary-{place.replace('_', '-')}-{digest}"


def of_problem(id: str) -> dict[str, str]:
    """The technical fields of a problem."""
    return {place: canary(id, place) for place in PROBLEM}


def diagnostics(document: str) -> dict[str, str]:
    """What a document says of itself to those who look after the service."""
    return {place: canary(document, place) for place in DOCUMENT}


def of_event() -> dict[str, str]:
    """The technical attribute of an event."""
    return {EVENT: canary("event", EVENT)}


def every(problems: Iterable[str]) -> tuple[str, ...]:
    """All that can ever be sent."""
    told = [held for id in problems for held in of_problem(id).values()]
    told += [held for document in DOCUMENTS for held in diagnostics(document).values()]
    return (*told, *of_event().values())
