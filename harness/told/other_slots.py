"""The slots that speak of no job: the moment, the world, a refusal, and what the request says."""

from bisect import bisect_right
from dataclasses import dataclass
from typing import Any

from harness.scenario.world import JobKind
from harness.told.formats import Sort
from harness.told.slots import Scene, Slot, duration, number, text

CANARY = "canary-7e11ed0a"
"""What no person should ever see: a page that shows it shows what was meant for a log."""

REQUEST = ("path", "query", "header", "body")
"""Where a request says something."""


@dataclass(frozen=True, kw_only=True, slots=True)
class Refused:
    """Why nothing came of a request."""

    status: int
    code: str
    reason: str
    remedy: str
    retry_after_ms: int | None = None


def _version(_: Any, scene: Scene) -> int:
    events = scene.truth.events
    known = bisect_right(events, scene.at_ms, key=lambda event: event.at_ms)
    return events[known - 1].seq if known else 0


def _offered(kind: JobKind) -> Slot:
    def items(_: Any, scene: Scene) -> int | None:
        return next((job.items for job in scene.world.by_person if job.kind is kind), None)

    return number(f"offer.{kind}", f"items that the person's next {kind} has, where the scenario tells of one", items)


ALWAYS: tuple[Slot, ...] = (
    Slot(name="now", sort=Sort.MOMENT, doc="the moment of the answer", get=lambda _, scene: scene.at_ms, ticks=True),
    number("version", "a number that grows with each change of any job", _version),
    text("canary", "a text that no page may show; put it where yours has ids or traces for a log", lambda *_: CANARY),
    *(_offered(kind) for kind in JobKind),
)

REFUSAL: tuple[Slot, ...] = (
    number("status", "the HTTP status that fits: 400, 403, 409, 422, 429 or 503", lambda no, _: no.status),
    text("code", "`start-forbidden`, `not-possible`, ...", lambda no, _: no.code),
    text("reason", "why, in a few words", lambda no, _: no.reason),
    text("remedy", "what a person can do, as a sentence", lambda no, _: no.remedy),
    duration("retry_after", "how long to wait, where the service says so", lambda no, _: no.retry_after_ms),
)


def of_request(name: str) -> Slot:
    """``query.page``, ``body.order.kind``, ``header.accept``, ``path.shop``: a part that is not there holds null."""
    place, *parts = name.split(".")

    def given(_: Any, scene: Scene) -> Any:
        found: Any = getattr(scene.asked, place)
        for part in parts:
            found = _part(found, part)
        return found

    return Slot(name=name, sort=Sort.GIVEN, doc="what the request says there", get=given)


def _part(whole: Any, part: str) -> Any:
    if isinstance(whole, list) and part.isdigit():
        return whole[int(part)] if int(part) < len(whole) else None
    return whole.get(part) if isinstance(whole, dict) else None
