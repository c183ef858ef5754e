"""From a told body to an answer."""

import hashlib
from dataclasses import replace

from harness.told.book import Body
from harness.told.formats import in_text
from harness.told.slots import Scene
from harness.told.template import OMIT
from harness.wire import body as json_body
from harness.wire.base import Response, WireRequest


def response(body: Body, scene: Scene, status: int) -> Response:
    """The answer at that scene; ``status`` where the body tells none."""
    headers = {name: in_text(value) for name, node in body.headers if (value := node.fill(scene)) is not None}
    return Response(
        status=body.status or status,
        headers={**json_body.headers(body.content_type), **headers},
        body=content(body, scene),
    )


def content(body: Body, scene: Scene) -> str:
    """The text of a body."""
    told = OMIT if body.node is None else body.node.fill(scene)
    if told is OMIT:
        return ""
    return json_body.dump(told) if body.content_type == json_body.JSON else in_text(told)


def tagged(answer: Response, request: WireRequest) -> Response:
    """The answer with its ETag; 304 and nothing more where the request knows it already."""
    tag = f'"{hashlib.sha256(answer.body.encode()).hexdigest()[:16]}"'
    headers = {**answer.headers, "etag": tag}
    if request.headers.get("if-none-match") == tag:
        return replace(answer, status=304, headers=headers, body="")
    return replace(answer, headers=headers)
