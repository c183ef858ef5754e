"""The fold written plainly: a state machine run over the whole log for each question. The fast one must equal it."""

from collections.abc import Iterable
from typing import Any

from harness.core.words import RunKey
from harness.trace.truth_event import TruthEvent

Picture = dict[str, Any]


def naive(events: Iterable[TruthEvent], key: RunKey, at_ms: int) -> Picture | None:
    """The run at that moment as a plain dictionary."""
    picture: Picture | None = None
    for event in events:
        if event.key == key and event.at_ms <= at_ms:
            picture = begin(event) if picture is None else step(picture, event)
    return picture


def begin(event: TruthEvent) -> Picture:
    phases = {phase["id"]: ["waiting", 0, phase["total"], None, None] for phase in event.data["phases"]}
    return {
        "state": "queued",
        "outcome": None,
        "total": event.data["total"],
        "ended": {"succeeded": 0, "failed": 0, "skipped": 0},
        "causes": {},
        "phases": phases,
        "queue": None,
        "waiting": {},
        "resumed": {},
        "items": {},
        "started": None,
        "finished": None,
        "version": event.seq,
    }


def step(picture: Picture, event: TruthEvent) -> Picture:
    data, what = event.data, event.kind
    picture["version"] = event.seq
    if what in ("run.queued", "queue.moved"):
        picture["queue"] = (data["ahead"], data["reason"])
    elif what == "run.started":
        picture.update(state="running", queue=None, started=event.at_ms)
    elif what == "run.cancelling":
        picture["state"] = "cancelling"
    elif what == "run.ended":
        picture.update(state="ended", outcome=data["outcome"], queue=None, waiting={}, resumed={}, finished=event.at_ms)
    elif what == "phase.started":
        picture["phases"][data["phase"]][0:4] = ["running", 0, data["total"], event.at_ms]
    elif what == "phase.advanced":
        picture["phases"][data["phase"]][1] = data["done"]
    elif what == "phase.ended":
        phase = picture["phases"][data["phase"]]
        phase[0], phase[4] = data["state"], event.at_ms
    else:
        item(picture, what.removeprefix("item."), data)
    if picture["state"] in ("running", "retrying"):
        left = picture["total"] - sum(picture["ended"].values())
        waits = picture["waiting"] and len(picture["waiting"]) == left
        picture["state"] = "retrying" if waits else "running"
    return picture


def item(picture: Picture, what: str, data: dict[str, Any]) -> None:
    id, cause = data["item"], data.get("cause")
    before = picture["items"].get(id, (None, 1, None, None))
    attempt, name = data.get("attempt", before[1]), data.get("name", before[3])
    picture["waiting"].pop(id, None)
    picture["resumed"].pop(id, None)
    picture["items"][id] = ("running" if what == "resumed" else what, attempt, cause, name)
    if what == "retrying":
        picture["waiting"][id] = (data["next_at_ms"], attempt)
    elif what == "resumed":
        picture["resumed"][id] = attempt
    else:
        picture["ended"][what] += 1
        picture["phases"][data["phase"]][1] += 1
        if cause is not None:
            picture["causes"][cause, what] = picture["causes"].get((cause, what), 0) + 1
