"""What a request says, read: its query, its headers, and its body as JSON or as a form."""

import json
from email.parser import Parser
from email.policy import HTTP
from typing import Any
from urllib.parse import parse_qsl

from harness.told.slots import Asked
from harness.wire.base import WireRequest


def asked(request: WireRequest, path: dict[str, str]) -> Asked:
    """The request, with what the names in its path stand for."""
    return Asked(path=path, query=request.query, header=request.headers, body=_body(request))


def _body(request: WireRequest) -> Any:
    """The body read; None where it is neither JSON nor a form."""
    text, content_type = request.body or "", request.headers.get("content-type", "")
    if content_type.startswith("multipart/form-data"):
        return _multipart(text, content_type)
    if content_type.startswith("application/x-www-form-urlencoded"):
        return dict(parse_qsl(text, keep_blank_values=True))
    try:
        return json.loads(text)
    except ValueError:
        return None


def _multipart(text: str, content_type: str) -> dict[str, str]:
    """The fields of a form; of a file its name."""
    message = Parser(policy=HTTP).parsestr(f"content-type: {content_type}\n\n{text}")
    fields = {}
    for part in message.iter_parts():
        name = part.get_param("name", header="content-disposition")
        fields[str(name)] = part.get_filename() or str(part.get_payload()).rstrip("\r\n")
    return fields
