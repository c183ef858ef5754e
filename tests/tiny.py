"""Tiny trials made by hand: a few truth events, a few screens. Times in seconds, for people."""

from dataclasses import replace
from typing import Any

from harness.facts.case import Case
from harness.trace.records import (
    Announcement,
    Command,
    FaultWindow,
    Header,
    Message,
    Page,
    Press,
    Record,
    Request,
    ScreenDelta,
    Step,
)
from harness.trace.trial import Trial
from harness.trace.truth_event import TruthEvent

BETA_MS = 500


def ms(seconds: float) -> int:
    """Whole ms of seconds."""
    return round(seconds * 1000)


class Tiny:
    """A trial under construction; every method returns it."""

    def __init__(
        self, *, end: float = 100, beta_ms: int = BETA_MS, transport: str = "sse", clock_error_ms: int = 0
    ) -> None:
        self._header = Header(
            scenario="tiny",
            target="reference",
            browser="none",
            clock="virtual",
            speed=1,
            clock_error_ms=clock_error_ms,
            beta_ms=beta_ms,
            refresh_ms=0,
            transport=transport,
            seed=1,
            defect=None,
            end_ms=ms(end),
        )
        self._records: list[Record] = []
        self._truth: list[TruthEvent] = []
        self.opened = False

    def event(self, at: float, happened: str, job: str = "publish", run: int = 1, **data: Any) -> "Tiny":
        self._truth.append(
            TruthEvent(seq=len(self._truth) + 1, at_ms=ms(at), kind=happened, job=job, run=run, data=data)
        )
        return self

    def accepted(
        self,
        at: float = 1,
        *,
        total: int | None = 10,
        job: str = "publish",
        title: str | None = None,
        phases: bool = False,
        by: str = "person",
    ) -> "Tiny":
        listed = [{"id": "validate", "title": "Validate", "total": total}] if phases else []
        listed.append({"id": "publish", "title": "Publish", "total": total})
        title = title or f"Publish {total} items"
        return self.event(
            at,
            "job.accepted",
            job,
            kind=job.split("-", maxsplit=1)[0],
            title=title,
            noun="item",
            total=total,
            phases=listed,
            by=by,
            max_attempts=3,
        )

    def started(self, at: float = 2, job: str = "publish") -> "Tiny":
        return self.event(at, "run.started", job, worker=1).event(at, "phase.started", job, phase="publish", total=None)

    def item(
        self,
        at: float,
        number: int,
        outcome: str = "succeeded",
        job: str = "publish",
        *,
        attempt: int = 1,
        run: int = 1,
    ) -> "Tiny":
        data = self._of_item(number)
        data |= {"attempt": attempt} if outcome != "skipped" else {}
        data |= (
            {"cause": "missing-id"} if outcome == "failed" else {"cause": "unchanged"} if outcome == "skipped" else {}
        )
        return self.event(at, f"item.{outcome}", job, run, **data)

    def retrying(self, at: float, number: int, attempt: int, next_at: float, job: str = "publish") -> "Tiny":
        """The item's attempt failed; it waits for this one."""
        data = self._of_item(number) | {"cause": "timeout", "max": 3}
        return self.event(at, "item.retrying", job, **data, attempt=attempt, next_at_ms=ms(next_at))

    def resumed(self, at: float, number: int, attempt: int, job: str = "publish") -> "Tiny":
        return self.event(at, "item.resumed", job, **self._of_item(number), attempt=attempt)

    def _of_item(self, number: int) -> dict[str, Any]:
        return {"item": f"item-{number:03d}", "name": f"Blue mug {number}", "phase": "publish"}

    def ended(
        self,
        at: float,
        outcome: str = "succeeded",
        succeeded: int = 10,
        failed: int = 0,
        skipped: int = 0,
        job: str = "publish",
        **more: Any,
    ) -> "Tiny":
        counts = {"succeeded": succeeded, "failed": failed, "skipped": skipped}
        self.event(at, "phase.ended", job, phase="publish", state="done")
        return self.event(at, "run.ended", job, outcome=outcome, **counts, **more)

    def page(self, at: float, cause: str = "open", tab: int = 0, url: str = "/jobs/1") -> "Tiny":
        self.opened = True
        self._records.append(Page(tab=tab, at_ms=ms(at), url=url, cause=cause))
        return self

    def screen(
        self, at: float, *lines: str, title: str | None = "Publish 10 items", tab: int = 0, lang: str | None = None
    ) -> "Tiny":
        """The page says these lines from now on: a heading with the job's title, then a paragraph a line."""
        if not self.opened:
            self.page(0, tab=tab)
        nodes: dict[str, dict[str, Any]] = {"1": {"role": "generic", "kids": [2]}}
        kids: list[Any] = [3] if title else []
        if title:
            nodes["3"] = {"role": "heading", "level": 1, "kids": [title]}
        for index, line in enumerate(lines):
            role, _, text = line.partition("|") if "|" in line else ("paragraph", "", line)
            nodes[str(10 + index)] = {"role": role, "kids": [text]}
            kids.append(10 + index)
        nodes["2"] = {"role": "main", "kids": kids}
        gone = tuple(str(10 + index) for index in range(len(lines), 20))
        self._records.append(ScreenDelta(tab=tab, at_ms=ms(at), set_=nodes, del_=gone, lang=lang))
        return self

    def planted(self, *canaries: str) -> "Tiny":
        """The service wrote these strings into fields for its log."""
        self._header = replace(self._header, canaries=canaries)
        return self

    def untold(self, *facts: str) -> "Tiny":
        """The back end never tells these facts."""
        self._header = replace(self._header, untold=facts)
        return self

    def taught(self, phrases: dict[str, str]) -> "Tiny":
        """The target file taught the reader these phrases."""
        self._header = replace(self._header, phrases=phrases)
        return self

    def row(self, at: float, text: str, title: str = "Publish 10 items", tab: int = 0) -> "Tiny":
        """The page lists the job, and says no more of it than this."""
        nodes: dict[str, dict[str, Any]] = {
            "1": {"role": "generic", "kids": [2]},
            "2": {"role": "main", "kids": [3]},
            "3": {"role": "list", "kids": [4]},
            "4": {"role": "listitem", "kids": [5, 6]},
            "5": {"role": "link", "kids": [title]},
            "6": {"role": "paragraph", "kids": [text]},
        }
        return self.nodes(at, nodes, tab=tab)

    def nodes(
        self,
        at: float,
        nodes: dict[str, dict[str, Any]],
        tab: int = 0,
        title: str | None = None,
        gone: tuple[str, ...] = (),
    ) -> "Tiny":
        if not self.opened:
            self.page(0, tab=tab)
        self._records.append(ScreenDelta(tab=tab, at_ms=ms(at), set_=nodes, del_=gone, title=title))
        return self

    def step(
        self, at: float, do: str, job: str | None = None, tab: int = 0, n: int = 1, done: float | None = None
    ) -> "Tiny":
        done_ms = ms(at if done is None else done)
        self._records.append(Step(n=n, do=do, at_ms=ms(at), tab=tab, done_ms=done_ms, job=job))
        return self

    def press(
        self,
        at: float,
        name: str = "Publish 10 items",
        part: str = "control",
        tab: int = 0,
        n: int = 1,
        *,
        node: str | None = "10",
    ) -> "Tiny":
        self._records.append(Press(step=n, tab=tab, at_ms=ms(at), node=node, role="button", name=name, part=part))
        return self

    def command(
        self, sent: float, do: str, job: str = "publish", run: int | None = 1, tab: int = 0, **rest: Any
    ) -> "Tiny":
        """A request of the page, answered 300 ms later, by which the server was told to do something at once."""
        refused = rest.pop("refused", None)
        told = {"answered": sent + 0.3, "path": f"/api/jobs/{job}:{do}", "arrived": sent + 0.1, "body": "{}", **rest}
        self.request(sent, told.pop("answered"), tab=tab, **told)
        request = self._records[-1]
        assert isinstance(request, Request)
        self._records.append(
            Command(do=do, at_ms=ms(sent + 0.1), tab=tab, request=request.id, job=job, run=run, refused=refused)
        )
        return self

    def did(self, at: float, do: str = "submit", *, request: str, job: str = "publish", tab: int = 0) -> "Tiny":
        """The server did what a request asked for."""
        self._records.append(Command(do=do, at_ms=ms(at), tab=tab, request=request, job=job, run=1))
        return self

    def fault(self, at: float, until: float, kind: str = "blackhole") -> "Tiny":
        self._records.append(FaultWindow(kind=kind, at_ms=ms(at), end_ms=ms(until)))
        return self

    def request(
        self,
        sent: float,
        answered: float | None,
        *,
        method: str = "POST",
        path: str = "/api/jobs",
        arrived: float | None = None,
        status: int | None = 202,
        fault: str | None = None,
        key: str | None = "k1",
        body: str | None = '{"kind":"publish"}',
        tab: int = 0,
        id: str | None = None,
        via: str = "fetch",
    ) -> "Tiny":
        self._records.append(
            Request(
                id=id or f"r{len(self._records)}",
                tab=tab,
                method=method,
                path=path,
                sent_ms=ms(sent),
                arrived_ms=None if arrived is None else ms(arrived),
                answered_ms=None if answered is None else ms(answered),
                status=status if answered is not None else None,
                fault=fault,
                via=via,
                idempotency_key=key,
                body=body,
            )
        )
        return self

    def message(self, sent: float, delivered: float | None, *, tab: int = 0, stream: str = "s") -> "Tiny":
        held = None if delivered is None else ms(delivered)
        self._records.append(
            Message(stream=stream, tab=tab, sent_ms=ms(sent), delivered_ms=held, event="item.succeeded", bytes=10)
        )
        return self

    def polls(self, *answered: float, every: float = 0.1) -> "Tiny":
        """The page asks for news, and has the answer at these moments."""
        for at in answered:
            self.request(at - every, at, method="GET", status=200)
        return self

    def says(
        self, at: float, text: str, tab: int = 0, *, existed_before: bool = True, politeness: str = "polite"
    ) -> "Tiny":
        """A live region speaks."""
        self._records.append(
            Announcement(tab=tab, at_ms=ms(at), politeness=politeness, text=text, existed_before=existed_before)
        )
        return self

    def focus(self, at: float, nid: str, tab: int = 0, url: str | None = None) -> "Tiny":
        """The focus goes to a node, with a turn of the page or without."""
        self._records.append(ScreenDelta(tab=tab, at_ms=ms(at), set_={}, del_=(), focus=nid, url=url))
        return self

    def trial(self) -> Trial:
        return Trial.of([self._header, *self._truth, *self._records])

    def case(self) -> Case:
        return Case(self.trial())


def running(*, end: float = 100, items: int = 10, **rest: Any) -> Tiny:
    """A job of ten items, one ending at each of the seconds 3, 4, 5 ..."""
    tiny = Tiny(end=end, **rest).accepted(total=items).started()
    for number in range(1, items + 1):
        tiny.item(2 + number, number)
    return tiny.ended(2 + items, succeeded=items)
