"""The server's side of a segment: answers to questions, tables for repeated reads, bytes for open streams."""

from collections import Counter
from dataclasses import dataclass
from itertools import chain
from typing import Any

from harness.drive.backend import Order, SimulatedBackend
from harness.trace.records import Command
from harness.wire.base import Frame, Response, Stream, Wire, WireRequest
from harness.wire.streams import agreed, message, until_closed

Json = dict[str, Any]
OFTEN = 2
"""What was asked for more often gets a table. It holds an answer for each moment at which that changes: what a page
asks for once more, on a reload or a return, is cheaper asked.
"""


@dataclass(slots=True)
class OpenStream:
    """A stream that a page listens to, and until when its bytes have been shipped; ``first`` go before them."""

    number: int
    tab: int
    stream: Stream
    shipped_ms: int
    first: tuple[Frame, ...] = ()


class Exchange:
    """Speaks one wire for one trial. Whatever it ships holds until the segment's end."""

    def __init__(self, wire: Wire, backend: SimulatedBackend) -> None:
        self._wire = wire
        self._backend = backend
        self._streams: dict[int, OpenStream] = {}
        self._asked: Counter[str] = Counter()
        self.commands: list[Command] = []

    def segment(self, now_ms: int, until_ms: int) -> Json:
        """What the page needs to run until a moment without asking."""
        if self._streams or self._repeated():
            self._backend.reach(until_ms)
        return {"until_ms": until_ms, "tables": self._tables(now_ms, until_ms), "entries": self._entries(until_ms)}

    def answer(self, question: Json, until_ms: int) -> Json:
        """The answer to a question, and what else it changes until the segment's end."""
        request = _request(question)
        self._backend.reach(request.at_ms)
        rewrites, told = self._backend.rewrites, len(self._backend.orders)
        answer = agreed(request, self._wire.respond(request, self._backend))
        self.commands += [_command(order, request) for order in self._backend.orders[told:]]
        withdrawn: Json = {}
        if self._backend.rewrites != rewrites:
            withdrawn = {"forget_after_ms": request.at_ms}
            self._withdraw(request.at_ms)
        if request.method == "GET" and request.over == "sse" and isinstance(answer, Response):
            self._asked[request.path] += 1
        reply = self._reply(question["id"], request, answer)
        return {**withdrawn, **self.segment(request.at_ms, until_ms), "answers": [reply]}

    def close(self, numbers: list[int]) -> None:
        """The page's side of these connections is gone."""
        for number in numbers:
            self._streams.pop(number, None)

    def close_tab(self, tab: int) -> None:
        """The document in a tab is gone, and with it every connection that it had."""
        self.close([held.number for held in self._streams.values() if held.tab == tab])

    def _repeated(self) -> list[str]:
        return [path for path, times in self._asked.items() if times > OFTEN]

    def _withdraw(self, at_ms: int) -> None:
        for held in self._streams.values():
            held.shipped_ms = min(held.shipped_ms, at_ms)

    def _reply(self, number: int, request: WireRequest, answer: Response | Stream) -> Json:
        shared = {"id": number, "status": answer.status, "headers": answer.headers}
        if isinstance(answer, Stream):
            # Server-sent events are one text, begun by the answer; each message of a socket is its own.
            alone = answer.frames if answer.over == "websocket" else ()
            self._streams[number] = OpenStream(number, request.tab, answer, request.at_ms, alone)
            body = "" if alone else "".join(message(answer, frame) for frame in answer.frames)
            return {**shared, "body": body, "sent_ms": request.at_ms, "stream": True}
        return {**shared, "body": answer.body, "sent_ms": request.at_ms + answer.delay_ms, "stream": False}

    def _entries(self, until_ms: int) -> list[Json]:
        entries = [entry for held in self._streams.values() for entry in self._frames(held, until_ms)]
        return sorted(entries, key=lambda entry: (entry["sent_ms"], entry["stream"]))

    def _frames(self, held: OpenStream, until_ms: int) -> list[Json]:
        frames = chain(held.first, self._wire.publish(held.stream, self._backend, held.shipped_ms, until_ms))
        held.first, held.shipped_ms = (), max(held.shipped_ms, until_ms)
        entries = (_entry(held, frame) for frame in until_closed(frames))
        return [one for one in entries if one["chunk"] or one["lost"] or one["close"]]

    def _tables(self, now_ms: int, until_ms: int) -> Json:
        return {path: self._table(path, now_ms, until_ms) for path in self._repeated()}

    def _table(self, path: str, now_ms: int, until_ms: int) -> Json:
        entries: list[tuple[int, int]] = []
        answers: list[Json] = []
        at_ms = now_ms
        while at_ms <= until_ms:
            answer = self._wire.respond(WireRequest(method="GET", path=path, at_ms=at_ms), self._backend)
            if not isinstance(answer, Response) or answer.delay_ms or answer.valid_until_ms == at_ms + 1:
                break  # what holds for its own moment alone is asked each time
            entries.append((at_ms, len(answers)))
            answers.append({"status": answer.status, "headers": answer.headers, "body": answer.body})
            at_ms = until_ms + 1 if answer.valid_until_ms is None else max(answer.valid_until_ms, at_ms + 1)
        return {"until_ms": min(at_ms, until_ms + 1), "entries": entries, "answers": answers}


def _entry(held: OpenStream, frame: Frame) -> Json:
    """``told_ms`` is when the server said it; None where a page does not hear of it."""
    chunk = "" if frame.lost else message(held.stream, frame)
    told_ms = frame.told_ms if frame.is_message else None
    shared = {
        "stream": held.number,
        "sent_ms": frame.sent_ms,
        "chunk": chunk,
        "event": frame.event,
        "close": frame.close,
    }
    return {**shared, "told_ms": told_ms, "lost": frame.lost}


def _command(order: Order, request: WireRequest) -> Command:
    return Command(
        do=order.do,
        at_ms=order.at_ms,
        tab=request.tab,
        request=request.id,
        job=order.job,
        run=order.run,
        refused=order.refused,
    )


def _request(question: Json) -> WireRequest:
    return WireRequest(
        method=question["method"],
        path=question["path"],
        at_ms=question["at_ms"],
        headers=question["headers"],
        body=question["body"],
        tab=question["tab"],
        id=str(question["id"]),
    )
