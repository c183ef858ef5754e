"""A WebSocket of a page: each message at the moment at which the wire says it leaves."""

import asyncio
from contextlib import suppress

from starlette.responses import Response as Answer
from starlette.types import Receive
from starlette.websockets import WebSocket, WebSocketDisconnect

from harness.serve.asking import arrived, by_wire, lose, refused
from harness.serve.stage import Arrival, Stage
from harness.serve.streams import messages, note
from harness.wire.base import Response, Stream
from harness.wire.streams import PROTOCOL, message


async def converse(stage: Stage, socket: WebSocket, receive: Receive) -> None:
    """Answer a handshake, and speak until one of the two is gone."""
    arrival = arrived(stage, socket)
    if refusal := refused(stage, arrival):
        await _refuse(socket, refusal)
        return
    loss = stage.meetings.loss(arrival.method, arrival.path, arrival.at_ms)
    answer = await by_wire(stage, socket, arrival)
    if loss is not None:
        await lose(stage, arrival, loss, receive)
    elif isinstance(answer, Response):
        await _refuse(socket, answer)
    else:
        await _tell(stage, socket, answer, arrival)


async def _tell(stage: Stage, socket: WebSocket, stream: Stream, arrival: Arrival) -> None:
    await socket.accept(stream.headers.get(PROTOCOL))
    async with asyncio.TaskGroup() as both:
        speaking = both.create_task(_speak(stage, socket, stream, arrival))
        await _listen(socket)
        speaking.cancel()


async def _refuse(socket: WebSocket, answer: Response) -> None:
    await socket.send_denial_response(Answer(answer.body, answer.status, answer.headers))
    await asyncio.sleep(0)  # until the connection is gone uvicorn takes the handshake for one that nobody answered


async def _speak(stage: Stage, socket: WebSocket, stream: Stream, arrival: Arrival) -> None:
    with suppress(WebSocketDisconnect):
        async for frame in messages(stage, stream):
            text = message(stream, frame)
            note(stage, arrival, frame, len(text.encode()))
            if text and not frame.lost:
                await socket.send_text(text)
        await socket.close()


async def _listen(socket: WebSocket) -> None:
    """Until the page is gone. What it says is read and not answered: unread it would keep its goodbye back."""
    while (await socket.receive())["type"] != "websocket.disconnect":
        pass
