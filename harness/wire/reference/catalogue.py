"""The seller's catalogue: 300 goods, some of them on the marketplace already, more of them as publishing goes on."""

import json
from functools import cache
from typing import Any

from harness.core import resources
from harness.core.words import RunKey
from harness.facts.truth import Truth
from harness.scenario.world import JobKind
from harness.trace.truth_event import TruthEvent
from harness.wire import body
from harness.wire.base import Backend, Response, WireRequest
from harness.wire.later import next_ms


def show(request: WireRequest, backend: Backend) -> Response:
    """Every item of the catalogue, and whether it is published at this moment."""
    added = _published(backend.truth, request.at_ms)
    items = [{**item, "published": item["published"] or item["name"] in added} for item in goods()]
    unpublished = {item["name"] for item in items if not item["published"]}
    document = {"items": items, "total": len(items), "unpublished": len(unpublished)}
    return Response(
        status=200,
        headers=body.headers(),
        body=body.dump(document),
        valid_until_ms=next_ms(
            backend.truth,
            request.at_ms,
            lambda event: _publishes(event, backend.truth) and event.data["name"] in unpublished,
        ),
    )


@cache
def goods() -> tuple[dict[str, Any], ...]:
    """The catalogue as the trial begins: sku, name, price, category, published."""
    text = resources.data("fixtures/catalogue/en.json").read_text(encoding="utf-8")
    return tuple(json.loads(text)["items"])


def _published(truth: Truth, at_ms: int) -> set[str]:
    events = (event for event in truth.events if event.at_ms <= at_ms)
    return {event.data["name"] for event in events if _publishes(event, truth)}


def _publishes(event: TruthEvent, truth: Truth) -> bool:
    if event.kind != "item.succeeded":
        return False
    view = truth.view(RunKey(event.job, event.run), event.at_ms)
    return view is not None and view.kind == JobKind.PUBLISH
