"""The seller's catalogue: as many goods as the world's own jobs need, more of them on sale as publishing goes on.

A world that says nothing of it has 300 goods, 200 of them drafts. A job that the scenario leaves to the person sets its
number: a publish takes all drafts, an import brings all goods.
"""

from functools import cache
from typing import Any

from harness.facts.truth import Truth
from harness.model.goods import goods
from harness.scenario.world import Catalogue, JobKind, World
from harness.trace.truth_event import TruthEvent
from harness.wire import body
from harness.wire.base import Backend, Response, WireRequest
from harness.wire.canaries import diagnostics
from harness.wire.later import next_ms

GOODS = 300
ARTICLE = ("sku", "name", "price", "category")


def show(request: WireRequest, backend: Backend) -> Response:
    """The goods, and whether each is on sale at this moment."""
    truth = backend.truth
    on_sale = _published(truth, request.at_ms)
    drafts = drafts_of(backend.world)
    total = total_of(backend.world)
    items = [
        {**item, "published": number >= drafts or item["name"] in on_sale}
        for number, item in enumerate(articles(backend.world.catalogue)[:total])
    ]
    unpublished = max(drafts - len(on_sale), 0)
    document = {"items": items, "total": total, "unpublished": unpublished, "diagnostics": diagnostics("catalogue")}
    return Response(
        status=200,
        headers=body.headers(),
        body=body.dump(document),
        valid_until_ms=next_ms(
            truth, request.at_ms, lambda event: _publishes(event, truth) and event.data["name"] not in on_sale
        ),
    )


def total_of(world: World) -> int:
    """How many goods there are: those of the person's import, and never fewer than drafts."""
    return max(_left_to_person(world, JobKind.IMPORT) or GOODS, _left_to_person(world, JobKind.PUBLISH) or 0)


def drafts_of(world: World) -> int:
    """How many goods are not on sale as the trial begins: those of the person's publish, or two of three."""
    return _left_to_person(world, JobKind.PUBLISH) or total_of(world) * 2 // 3


@cache
def articles(catalogue: Catalogue) -> tuple[dict[str, Any], ...]:
    """The goods as a page is told of them; the seller's come without currency and picture."""
    names = ARTICLE if catalogue is Catalogue.SELLER else (*ARTICLE, "currency", "image")
    return tuple({name: item[name] for name in names} for item in goods(catalogue))


def _left_to_person(world: World, kind: JobKind) -> int | None:
    return next((job.items for job in world.by_person if job.kind is kind), None)


def _published(truth: Truth, at_ms: int) -> set[str]:
    events = (event for event in truth.events if event.at_ms <= at_ms)
    return {event.data["name"] for event in events if _publishes(event, truth)}


def _publishes(event: TruthEvent, truth: Truth) -> bool:
    if event.kind != "item.succeeded":
        return False
    view = truth.view(event.key, event.at_ms)
    return view is not None and view.kind == JobKind.PUBLISH
