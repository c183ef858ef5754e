"""An order says how its run may be cancelled: as its job says, else as its world does."""

from harness.model.order import Order
from harness.model.orders import Orders
from harness.scenario.world import CancelMode, Job
from tests.model.worlds import publish, world


def order(**job: object) -> Order:
    orders = Orders(world(cancellation={"mode": "immediate"}), 1, lambda id: None)
    return orders.first(orders.new_job("a", Job.model_validate(publish(3, **job))))


def test_a_job_may_be_cancelled_in_a_way_of_its_own() -> None:
    assert order().cancellation.mode is CancelMode.IMMEDIATE
    assert order(cancellation={"mode": "after-step"}).cancellation.mode is CancelMode.AFTER_STEP


def test_items_end_in_the_last_phase() -> None:
    assert order().last_phase.id == "publish"
