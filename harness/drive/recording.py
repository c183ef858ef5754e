"""What one trial leaves behind while it is driven, put in order at its end."""

from dataclasses import replace
from typing import Any

from harness.facts.tree import Tree
from harness.trace.records import Announcement, Message, Page, Passed, Press, Record, Request, ScreenDelta, Step, Thrown

Json = dict[str, Any]
_SAME_DOCUMENT = frozenset(("hide", "show"))
_READS = frozenset(("GET", "HEAD", "OPTIONS"))


class Recording:
    """Takes the page's raw records. A request is told in pieces, as it goes on; here they become one."""

    def __init__(self) -> None:
        self._requests: dict[int, Json] = {}
        self._records: list[Record] = []
        self._steps: list[Step] = []
        self._pressed: dict[int, int] = {}
        """tab -> the step that pressed something in it last: what the browser then asks is asked because of it."""

    def take(self, raw: list[Json]) -> None:
        """Keep what a segment brought."""
        for record in raw:
            match record.pop("record"):
                case "request":
                    self._requests.setdefault(record["id"], {}).update(record)
                case "message":
                    self._records.append(Message(**{**record, "stream": str(record["stream"])}))
                case "passed":
                    self._records.append(Passed(**record))
                case "screen":
                    self._records.append(_screen(record))
                case "announcement":
                    self._records.append(Announcement(**record))
                case "thrown":
                    self._records.append(Thrown(**record))
                case "answer":
                    step = self._pressed.get(record["tab"], 0)
                    self._records.append(Press(step=step, role="button", **record))

    def page(self, *, tab: int, at_ms: int, url: str, cause: str, loaded_ms: int | None = None) -> None:
        """A document began or ended, or its tab was hidden or shown."""
        self._records.append(Page(tab=tab, at_ms=at_ms, url=url, cause=cause, loaded_ms=loaded_ms))

    def loaded(self, tab: int, at_ms: int) -> None:
        """The network has brought the newest document of a tab."""
        for index in range(len(self._records) - 1, -1, -1):
            page = self._records[index]
            if isinstance(page, Page) and page.tab == tab and page.cause not in _SAME_DOCUMENT:
                self._records[index] = replace(page, loaded_ms=at_ms)
                return

    def step(self, step: Step) -> None:
        """The person did something."""
        self._steps.append(step)

    def press(self, press: Press) -> None:
        """The person pressed a control."""
        self._pressed[press.tab] = press.step
        self._records.append(press)

    def tree(self, tab: int) -> Tree:
        """What stands on the tab's screen now."""
        tree = Tree()
        for record in self._records:
            if isinstance(record, Page) and record.tab == tab and record.cause not in _SAME_DOCUMENT:
                tree = Tree()
            elif isinstance(record, ScreenDelta) and record.tab == tab:
                tree.apply(record)
        return tree

    def answered(self, step: int) -> bool:
        """Whether the person was asked something in that step, and answered."""
        presses = (one for one in self._records if isinstance(one, Press) and one.step == step)
        return any(one.part in ("confirm", "dismiss") for one in presses)

    def wrote(self, tab: int, since_ms: int) -> bool:
        """Whether the tab has asked the server for more than an answer since that moment."""
        sent = (one for one in self._requests.values() if one["tab"] == tab and one["sent_ms"] >= since_ms)
        return any(one["method"] not in _READS for one in sent)

    @property
    def passed_through(self) -> tuple[str, ...]:
        """The address of each request that no wire claims."""
        return tuple(one.url for one in self._records if isinstance(one, Passed))

    @property
    def thrown(self) -> tuple[Thrown, ...]:
        """What the page's own script threw so far."""
        return tuple(one for one in self._records if isinstance(one, Thrown))

    def records(self) -> list[Record]:
        """All of it: steps by their number, requests as a whole, by the moment at which they were sent."""
        requests = sorted(self._requests.values(), key=lambda one: (one["sent_ms"], one["id"]))
        steps = sorted(self._steps, key=lambda step: step.n)
        return [*self._records, *steps, *(_request(one) for one in requests)]


def _screen(record: Json) -> ScreenDelta:
    more = {name: record[name] or "" for name in ("url", "title", "lang", "focus") if name in record}
    gone = tuple(record["del"])
    return ScreenDelta(tab=record["tab"], at_ms=record["at_ms"], set_=record["set"], del_=gone, **more)


def _request(raw: Json) -> Request:
    return Request(
        id=str(raw["id"]),
        tab=raw["tab"],
        method=raw["method"],
        path=raw["path"],
        sent_ms=raw["sent_ms"],
        arrived_ms=raw.get("arrived_ms"),
        answered_ms=raw.get("answered_ms"),
        status=raw.get("status"),
        fault=raw.get("fault"),
        via=raw["via"],
        idempotency_key=raw.get("idempotency_key"),
        body=raw.get("body"),
    )
