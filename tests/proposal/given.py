"""Exchanges as a test writes them: a few lines that a page and its back end say to each other."""

import json
from typing import Any

from harness.proposal.propose import Proposal, propose
from harness.proposal.watched import Exchange, Pressed, StreamMessage, Watched
from harness.scenario import yaml_file
from harness.targets.load import parse
from harness.targets.target import Target
from tests.told.support import PATH

PAGE = "http://127.0.0.1:8000/"


def said(
    at_ms: int,
    asked: str,
    answer: Any = None,
    *,
    body: Any = None,
    status: int = 200,
    origin: str = PAGE[:-1],
    **more: Any,
) -> Exchange:
    """``said(5, "GET /x", {"n": 1})``: JSON both ways, unless a text is given."""
    method, path = asked.split(" ")
    is_text = isinstance(answer, str)
    told: dict[str, Any] = {
        "at_ms": at_ms,
        "method": method,
        "url": origin + path,
        "status": status,
        "content_type": "text/html" if is_text else "application/json",
        "body": answer if is_text or answer is None else json.dumps(answer),
        "request_body": body if isinstance(body, str | None) else json.dumps(body),
        **more,
    }
    return Exchange(**told)


def streamed(at_ms: int, path: str, *messages: tuple[str | None, Any]) -> Exchange:
    """An event stream with these messages, a second each: name and data."""
    told = tuple(
        StreamMessage(
            at_ms=at_ms + 1_000 * index, event=event, data=data if isinstance(data, str) else json.dumps(data)
        )
        for index, (event, data) in enumerate(messages)
    )
    return said(at_ms, f"GET {path}", content_type="text/event-stream", messages=told)


def watched(*exchanges: Exchange, press: str = "", address: str = "", **more: Any) -> Watched:
    """A page that was watched; ``press`` is the button that was pressed at 1 ms."""
    presses = (Pressed(at_ms=1, role="button", name=press),) if press else ()
    addresses = ((0, PAGE), (90_000, PAGE[:-1] + address)) if address else ()
    return Watched(url=PAGE, exchanges=exchanges, title="Shop", presses=presses, addresses=addresses, **more)


def proposed(*exchanges: Exchange, **more: Any) -> tuple[Any, Proposal]:
    """The wire that is proposed, read back, and the proposal. It must be a target file that can be read."""
    proposal = propose(watched(*exchanges, **more))
    target(proposal)
    told: Any = yaml_file.tree(proposal.text, PATH)
    return plain(told), proposal


def target(proposal: Proposal) -> Target:
    """The proposal as a target."""
    return parse(proposal.text, PATH)


def plain(value: Any) -> Any:
    """Without what the reader of YAML knows of it."""
    return json.loads(json.dumps(value))
