"""JSON as our wires send it: compact, in the order that it was put together, the same bytes for the same facts."""

import json
from typing import Any

JSON = "application/json"
_ENCODER = json.JSONEncoder(ensure_ascii=False, separators=(",", ":"))


def dump(value: Any) -> str:
    """The value as compact JSON."""
    return _ENCODER.encode(value)


def headers(content_type: str = JSON, **more: str) -> dict[str, str]:
    """The headers of an answer that no cache may keep; ``retry_after`` is written ``retry-after``."""
    extra = {name.replace("_", "-"): value for name, value in more.items()}
    return {"content-type": content_type, "cache-control": "no-store", **extra}
