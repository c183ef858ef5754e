"""Frames as server-sent events (WHATWG HTML, section 9.2)."""

from harness.wire.base import Frame

CONTENT_TYPE = "text/event-stream"
HEADERS = {"content-type": CONTENT_TYPE, "cache-control": "no-store"}


def encode(frame: Frame) -> str:
    """The frame as text, with the blank line that ends it."""
    lines = [
        *([f": {line}" for line in frame.comment.split("\n")] if frame.comment is not None else []),
        *([f"retry: {frame.retry_ms}"] if frame.retry_ms is not None else []),
        *([f"id: {frame.id}"] if frame.id is not None else []),
        *([f"event: {frame.event}"] if frame.event is not None else []),
        *([f"data: {line}" for line in frame.data.split("\n")] if frame.is_message else []),
    ]
    return "\n".join(lines) + "\n\n"
