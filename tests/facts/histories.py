"""Histories of one run made by chance: every kind of event, in an order that a model could bring forth."""

from typing import Any

from hypothesis import strategies as st

from harness.core.random import Random
from harness.core.words import RunKey
from harness.trace.truth_event import TruthEvent

KEY = RunKey("sync", 1)
LAST = "sync"
CAUSES = ("timeout", "missing-id", "unchanged")
MAX_ATTEMPTS = 3


class History:
    """One run on its way: what may happen next depends on what has happened."""

    def __init__(self, chance: Random) -> None:
        self.events: list[TruthEvent] = []
        self._chance = chance
        self._at_ms = 0
        self._fresh = [f"item-{number:03d}" for number in range(1, chance.randint(1, 6))]
        self._total = len(self._fresh)
        self._waiting: dict[str, int] = {}
        self._done: list[str] = []
        self._counts = {"succeeded": 0, "failed": 0, "skipped": 0}
        self._counted = chance.random() < 0.5
        self._whole = chance.random() < 0.4

    def tell(self, kind: str, /, **data: Any) -> None:
        """One more event, now or a little later."""
        self._at_ms += self._chance.choice((0, 0, 1, 7, 500))
        seq = len(self.events) + 1
        self.events.append(TruthEvent(seq=seq, at_ms=self._at_ms, kind=kind, job=KEY.job, run=KEY.run, data=data))

    def run(self) -> list[TruthEvent]:
        """From acceptance to the end."""
        self._accept()
        self._take_up()
        self._early_phases()
        self._in_last = len(self._fresh)
        self.tell("phase.started", phase=LAST, total=self._in_last)
        while (self._fresh or self._waiting) and self._chance.random() < 0.95:
            self._chance.choice((self._item, self._item, self._item, self._retry, self._break_in, self._grow))()
        self._end()
        return self.events

    def _accept(self) -> None:
        total = None if self._counted else self._total
        phases = [{"id": id, "title": id.capitalize(), "total": total} for id in ("fetch", "validate", LAST)]
        self.tell(
            "job.accepted",
            kind="sync",
            title=f"Sync {self._total} items",
            noun="item",
            total=total,
            phases=phases,
            max_attempts=MAX_ATTEMPTS,
            by="world",
        )

    def _take_up(self) -> None:
        if self._chance.random() < 0.6:
            self.tell("run.queued", ahead=2, reason="no-free-worker", expected_start_ms=None)
            self.tell("queue.moved", ahead=1, reason="dependency", expected_start_ms=self._at_ms + 900)
            self.tell("queue.moved", ahead=2, reason="paused", expected_start_ms=None, because="priority")
        self.tell("run.started", worker="worker-1")

    def _lose_worker(self, item: str | None = None, attempt: int = 1) -> None:
        self.tell("worker.lost", worker="worker-1")
        if item is not None:
            self.tell("item.interrupted", item=item, name=item.upper(), phase=LAST, attempt=attempt)
        self._take_up()

    def _early_phases(self) -> None:
        self.tell("phase.started", phase="fetch", total=None if self._counted else self._total)
        if not self._counted:
            self.tell("phase.started", phase="validate", total=self._total)
        for done, item in enumerate(tuple(self._fresh), start=1):
            self.tell("phase.advanced", phase="fetch", done=done)
            if not self._counted:
                self._check(item, done)
        self.tell("phase.ended", phase="fetch", state="done")
        if self._counted:
            self.tell("phase.total", phase=LAST, total=self._total)
        self.tell("phase.ended", phase="validate", state="skipped" if self._counted else "done")

    def _check(self, item: str, done: int) -> None:
        if self._chance.random() < 0.1:
            self.tell("item.interrupted", item=item, name=item.upper(), phase="validate", attempt=1)
            self.tell("item.resumed", item=item, phase="validate", attempt=1)
        if self._chance.random() < 0.2:
            self._fresh.remove(item)
            self._ends(item, item.upper(), "failed", 1, phase="validate")
        else:
            self.tell("phase.advanced", phase="validate", done=done)

    def _item(self) -> None:
        if not self._fresh:
            return
        item = self._fresh.pop(0)
        self._attempt(item, 1)

    def _attempt(self, item: str, attempt: int) -> None:
        name = item.upper()
        end = self._chance.choice(("succeeded", "succeeded", "failed", "skipped", "retrying", "interrupted"))
        if end == "interrupted":
            self._lose_worker(item, attempt)
            self.tell("item.resumed", item=item, phase=LAST, attempt=attempt)
            end = "succeeded"
        if end == "retrying" and attempt < MAX_ATTEMPTS:
            next_at_ms = None if self._whole else self._at_ms + self._chance.randint(0, 2_000)
            times = {"attempt": attempt + 1, "max": MAX_ATTEMPTS, "next_at_ms": next_at_ms}
            self.tell("item.retrying", item=item, name=name, phase=LAST, cause="timeout", **times)
            self._waiting[item] = attempt + 1
            return
        self._ends(item, name, "failed" if end == "retrying" else end, attempt)

    def _ends(self, item: str, name: str, end: str, attempt: int, phase: str = LAST) -> None:
        data: dict[str, Any] = {"item": item, "name": name, "phase": phase}
        data |= {} if end == "skipped" else {"attempt": attempt}
        data |= {} if end == "succeeded" else {"cause": self._chance.choice(CAUSES)}
        data |= {"done": True} if end == "failed" and self._chance.random() < 0.3 else {}
        self._counts[end] += 1
        self._done += [item] if end == "succeeded" else []
        self.tell(f"item.{end}", **data)

    def _retry(self) -> None:
        if not self._waiting or (self._whole and self._fresh):
            return
        if self._whole:
            attempt = min(self._waiting.values())
            told = {"attempt": attempt, "max": MAX_ATTEMPTS, "next_at_ms": self._at_ms + 3_000}
            self.tell("run.retrying", items=len(self._waiting), **told)
            if self._chance.random() < 0.2:
                self._lose_worker()
            else:
                self.tell("run.resumed")
        for item, attempt in list(self._waiting.items())[: None if self._whole else 1]:
            del self._waiting[item]
            self.tell("item.resumed", item=item, phase=LAST, attempt=attempt)
            self._attempt(item, attempt)

    def _break_in(self) -> None:
        what = self._chance.choice(("maintenance", "rate-limit", "critical-error", "spawn"))
        if what == "spawn":
            self.tell("job.spawned", child=f"update-{self._chance.randint(1, 3)}")
            return
        cause = {"cause": "no-permission"} if what == "critical-error" else {}
        self.tell("run.paused", reason=what, until_ms=self._chance.choice((None, self._at_ms + 5_000)), **cause)
        self.tell("run.resumed")

    def _grow(self) -> None:
        if self._total < 12:
            self._total += 2
            self._in_last += 2
            self._fresh += [f"item-{self._total - 1:03d}", f"item-{self._total:03d}"]
            self.tell("phase.total", phase=LAST, total=self._in_last)

    def _end(self) -> None:
        cancelled = bool(self._fresh or self._waiting)
        if cancelled:
            self.tell("run.cancelling", mode="immediate")
            if self._chance.random() < 0.2:
                self._lose_worker()
            while self._done and self._chance.random() < 0.7:
                item = self._done.pop()
                self._counts["succeeded"] -= 1
                self.tell("item.rolled_back", item=item, name=item.upper(), phase=LAST)
        self.tell("phase.ended", phase=LAST, state="skipped" if cancelled else "done")
        kept = {"kept": self._counts["succeeded"]} if cancelled else {}
        outcome = "cancelled" if cancelled else "partial" if self._counts["failed"] else "succeeded"
        self.tell("run.ended", outcome=outcome, **self._counts, **kept)


def histories() -> st.SearchStrategy[list[TruthEvent]]:
    """Whole histories of one run."""
    return st.randoms(use_true_random=False).map(lambda chance: History(chance).run())
