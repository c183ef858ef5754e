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
        "first total": event.data["total"],
        "ended": {"succeeded": 0, "failed": 0, "skipped": 0},
        "rolled back": 0,
        "unheard": 0,
        "causes": {},
        "phases": phases,
        "in hand": {},
        "queue": None,
        "paused": None,
        "waiting": {},
        "trying": {},
        "whole": None,
        "items": {},
        "children": (),
        "kept": None,
        "won": None,
        "cancel": None,
        "started": None,
        "finished": None,
        "version": event.seq,
    }


def step(picture: Picture, event: TruthEvent) -> Picture:
    data, what = event.data, event.kind
    picture["version"] = event.seq
    group, _, name = what.partition(".")
    if group == "phase":
        phase(picture, name, event)
    elif group == "item":
        item(picture, name, data)
    elif name == "cancelling":
        picture.update(state="cancelling", cancel=(event.at_ms, data["mode"]))
    else:
        run(picture, what, event)
    if picture["state"] in ("running", "retrying"):
        left = None if picture["total"] is None else picture["total"] - sum(picture["ended"].values())
        timed = [next_at_ms for next_at_ms, _ in picture["waiting"].values() if next_at_ms is not None]
        waits = picture["whole"] or (timed and len(timed) == left)
        picture["state"] = "retrying" if waits else "running"
    return picture


def run(picture: Picture, what: str, event: TruthEvent) -> None:
    data = event.data
    states = {
        "run.queued": "queued",
        "run.started": "running",
        "run.paused": "paused",
        "run.resumed": "running",
        "run.retrying": "retrying",
        "worker.lost": "queued",
    }
    if picture["state"] != "cancelling" and what in states:
        picture["state"] = states[what]
    if what in ("run.queued", "queue.moved"):
        picture["queue"] = (data["ahead"], data["reason"], data.get("expected_start_ms"), data.get("because"))
    elif what == "run.started":
        first = event.at_ms if picture["started"] is None else picture["started"]
        picture.update(queue=None, started=first)
    elif what == "run.paused":
        picture["paused"] = (data["reason"], data["until_ms"], data.get("cause"))
    elif what == "run.resumed":
        picture.update(paused=None, whole=None)
    elif what == "run.retrying":
        picture["whole"] = (data["items"], data["attempt"], data["next_at_ms"])
    elif what == "worker.lost":
        picture["paused"] = None
    elif what == "job.spawned":
        picture["children"] += (data["child"],)
    elif what == "run.ended":
        nothing: Picture = {"queue": None, "paused": None, "waiting": {}, "trying": {}, "whole": None}
        ended = {"outcome": data["outcome"], "kept": data.get("kept"), "finished": event.at_ms}
        picture.update(state="ended", **nothing, **ended)


def phase(picture: Picture, what: str, event: TruthEvent) -> None:
    data = event.data
    held = picture["phases"][data["phase"]]
    if what == "started":
        held[0], held[2] = "running", data["total"]
        held[3] = event.at_ms if held[3] is None else held[3]
        if picture["total"] is None and data["total"] is not None:
            learn(picture, data["total"])
    elif what == "advanced":
        held[1] = data["done"]
        if passed := picture["in hand"].pop(data["phase"], None):
            before = picture["items"][passed]
            picture["items"][passed] = ("waiting", before[1], None, before[3], False)
    elif what == "total":
        more = None if held[2] is None or held[3] is None else data["total"] - held[2]
        held[2] = data["total"]
        if data["phase"] == list(picture["phases"])[-1]:
            learn(picture, data["total"] if more is None or picture["total"] is None else picture["total"] + more)
    else:
        held[0], held[4] = data["state"], event.at_ms


def learn(picture: Picture, total: int) -> None:
    picture["total"] = total
    if picture["first total"] is None:
        picture["first total"] = total


def item(picture: Picture, what: str, data: dict[str, Any]) -> None:
    id, cause = data["item"], data.get("cause")
    before = picture["items"].get(id, (None, 1, None, None))
    attempt, name = data.get("attempt", before[1]), data.get("name", before[3])
    state = {"resumed": "running", "interrupted": "waiting", "rolled_back": "waiting"}.get(what, what)
    picture["items"][id] = (state, attempt, cause, name, bool(data.get("done")))
    if what == "rolled_back":
        picture["rolled back"] += 1
        picture["ended"]["succeeded"] -= 1
        picture["phases"][data["phase"]][1] -= 1
        return
    picture["waiting"].pop(id, None)
    picture["trying"].pop(id, None)
    picture["whole"] = None
    if what in ("retrying", "interrupted") and attempt > 1:
        picture["waiting"][id] = (data.get("next_at_ms"), attempt)
    elif what == "resumed":
        picture["in hand"][data["phase"]] = id
        picture["trying"] |= {id: attempt} if attempt > 1 else {}
    elif what in picture["ended"]:
        picture["in hand"].pop(data["phase"], None)
        picture["ended"][what] += 1
        picture["unheard"] += bool(data.get("done"))
        picture["phases"][data["phase"]][1] += 1
        if what == "succeeded" and attempt > 1:
            items, last = picture["won"] or (0, 0)
            picture["won"] = (items + 1, max(last, attempt))
        if cause is not None:
            picture["causes"][cause, what] = picture["causes"].get((cause, what), 0) + 1


Retried = tuple[int, int, int | None, int, bool, tuple[int, ...]]


def retry(picture: Picture) -> Retried | None:
    """Items in retry, the attempt, when, how many of them wait, whether it is the job as a whole, and all attempts."""
    if picture["whole"]:
        items, attempt, next_at_ms = picture["whole"]
        return items, attempt, next_at_ms, items, True, (attempt,)
    waiting, trying = picture["waiting"], picture["trying"]
    if not waiting and not trying:
        return None
    timed = sorted(held for held in waiting.values() if held[0] is not None)
    attempts = max(trying.values()) if trying else min(attempt for _, attempt in waiting.values())
    next_at_ms, attempt = timed[0] if timed else (None, attempts)
    every = {*trying.values(), *(held[1] for held in waiting.values())}
    return len(waiting) + len(trying), attempt, next_at_ms, len(waiting), False, tuple(sorted(every))
