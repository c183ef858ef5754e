"""What one trial leaves behind while it is driven, put in order at its end."""

from typing import Any

from harness.trace.records import Announcement, Message, Page, Passed, Press, Record, Request, ScreenDelta, Step

Json = dict[str, Any]


class Recording:
    """Takes the page's raw records. A request is told in pieces, as it goes on; here they become one."""

    def __init__(self) -> None:
        self._requests: dict[int, Json] = {}
        self._records: list[Record] = []

    def take(self, raw: list[Json], tab: int) -> None:
        """Keep what a segment brought."""
        for record in raw:
            match record.pop("record"):
                case "request":
                    self._requests.setdefault(record["id"], {"tab": tab}).update(record)
                case "message":
                    self._records.append(Message(tab=tab, **{**record, "stream": str(record["stream"])}))
                case "passed":
                    self._records.append(Passed(tab=tab, **record))
                case "screen":
                    self._records.append(_screen(record, tab))
                case "announcement":
                    self._records.append(Announcement(tab=tab, **record))

    def page(self, *, tab: int, at_ms: int, url: str, cause: str, loaded_ms: int | None = None) -> None:
        """A document began or ended, or its tab was hidden or shown."""
        self._records.append(Page(tab=tab, at_ms=at_ms, url=url, cause=cause, loaded_ms=loaded_ms))

    def step(self, step: Step) -> None:
        """The person did something."""
        self._records.append(step)

    def press(self, press: Press) -> None:
        """The person pressed a control."""
        self._records.append(press)

    @property
    def passed_through(self) -> tuple[str, ...]:
        """The address of each request that no wire claims."""
        return tuple(one.url for one in self._records if isinstance(one, Passed))

    def records(self) -> list[Record]:
        """All of it: requests as a whole, by the moment at which they were sent."""
        requests = sorted(self._requests.values(), key=lambda one: (one["sent_ms"], one["id"]))
        return [*self._records, *(_request(one) for one in requests)]


def _screen(record: Json, tab: int) -> ScreenDelta:
    more = {name: record[name] for name in ("url", "title", "lang", "focus") if name in record}
    return ScreenDelta(tab=tab, at_ms=record["at_ms"], set_=record["set"], del_=tuple(record["del"]), **more)


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
