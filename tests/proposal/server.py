"""A small real server on loopback: serves a target's page and plays its wire by the wall clock, a few times as fast."""

import threading
from collections.abc import Iterator
from contextlib import contextmanager
from http.server import BaseHTTPRequestHandler, ThreadingHTTPServer

from harness.core.stopwatch import Stopwatch
from harness.drive.backend import SimulatedBackend
from harness.scenario.world import World
from harness.targets.target import Target
from harness.wire.base import Response, Stream, Wire, WireRequest
from harness.wire.load import load_wire
from harness.wire.sse import encode

LOOK_S = 0.02


class Stage:
    """The job as it goes on: one clock, one back end, one lock around them."""

    def __init__(self, target: Target, world: World, speed: float, transport: str = "sse") -> None:
        self.target = target
        self.wire: Wire = load_wire(target, "poll" if transport == "poll" else "sse")
        self.over = threading.Event()
        self._backend = SimulatedBackend(world, 7)
        self._clock = Stopwatch()
        self._speed = speed
        self._lock = threading.Lock()

    def respond(
        self, method: str, path: str, headers: dict[str, str], body: str | None
    ) -> tuple[Response | Stream, float]:
        """The answer, and how many seconds it takes the server."""
        with self._lock:
            request = WireRequest(method=method, path=path, at_ms=self._now_ms(), headers=headers, body=body, id="r")
            self._backend.reach(request.at_ms)
            answer = self.wire.respond(request, self._backend)
        delay_ms = answer.delay_ms if isinstance(answer, Response) else 0
        return answer, delay_ms / 1000 / self._speed

    def frames(self, stream: Stream) -> Iterator[tuple[str, bool]]:
        """The bytes of a stream as they come, and whether they are the last."""
        yield "".join(encode(frame) for frame in stream.frames), False
        shipped_ms = stream.opened_ms
        while not self.over.wait(LOOK_S):
            with self._lock:
                now_ms = self._now_ms()
                self._backend.reach(now_ms)
                sent = self.wire.publish(stream, self._backend, shipped_ms, now_ms)
                shipped_ms = now_ms
            yield from ((encode(frame), frame.close) for frame in sent)

    def wait_for_end(self, after_s: float) -> None:
        """Wait until the job was started and has ended, and the page has had so long to learn of it."""
        while not self._has_ended():
            self.over.wait(LOOK_S)
        self.over.wait(after_s)

    def _has_ended(self) -> bool:
        with self._lock:
            self._backend.reach(self._now_ms())
            views = self._backend.truth.at(self._now_ms())
        return bool(views) and all(view.ended_ms is not None for view in views)

    def _now_ms(self) -> int:
        return round(self._clock.ms * self._speed)


class Handler(BaseHTTPRequestHandler):
    """Files of the target first, then its wire."""

    stage: Stage

    def do_GET(self) -> None:
        """A file, or an answer of the wire."""
        path = self.path.partition("?")[0]
        file = self.stage.target.file(path, document="text/html" in self.headers.get("accept", ""))
        if file is None:
            self._wire()
        else:
            self._send(200, {"content-type": file.content_type}, file.body)

    def do_POST(self) -> None:
        """An answer of the wire."""
        self._wire()

    def _wire(self) -> None:
        length = int(self.headers.get("content-length") or 0)
        body = self.rfile.read(length).decode() if length else None
        headers = {name.lower(): value for name, value in self.headers.items()}
        answer, delay_s = self.stage.respond(self.command, self.path, headers, body)
        self.stage.over.wait(delay_s)
        if isinstance(answer, Response):
            self._send(answer.status, answer.headers, answer.body.encode())
        else:
            self._stream(answer)

    def _send(self, status: int, headers: dict[str, str], body: bytes) -> None:
        self.send_response(status)
        for name, value in {**headers, "content-length": str(len(body))}.items():
            self.send_header(name, value)
        self.end_headers()
        self.wfile.write(body)

    def _stream(self, stream: Stream) -> None:
        self.send_response(stream.status)
        for name, value in stream.headers.items():
            self.send_header(name, value)
        self.end_headers()
        try:
            for text, is_last in self.stage.frames(stream):
                self.wfile.write(text.encode())
                self.wfile.flush()
                if is_last:
                    return
        except OSError:
            return  # the page has gone

    def log_message(self, *_: object) -> None:
        """Keep quiet."""


@contextmanager
def served(target: Target, world: World, *, speed: float = 1, transport: str = "sse") -> Iterator[tuple[str, Stage]]:
    """The address of the page, and the job as it goes on, for as long as it is served."""
    stage = Stage(target, world, speed, transport)
    server = ThreadingHTTPServer(("127.0.0.1", 0), type("Playing", (Handler,), {"stage": stage}))
    server.daemon_threads = True
    thread = threading.Thread(target=server.serve_forever)
    thread.start()
    try:
        yield f"http://127.0.0.1:{server.server_port}/", stage
    finally:
        stage.over.set()
        server.shutdown()
        thread.join()
        server.server_close()
