"""Each job, and each run of it, is an order of its own."""

from harness.model.orders import Orders
from harness.scenario.world import Job
from tests.model.worlds import publish, world


def test_each_job_and_each_run_is_an_order_of_its_own() -> None:
    orders = Orders(world(), 1, lambda id: None)
    job = orders.new_job("publish-2", Job.model_validate(publish(3)))
    order = orders.first(job)
    assert (order.key.job, order.key.run, len(order.plans)) == ("publish-2", 1, 3)


def test_a_job_may_have_a_retry_policy_of_its_own() -> None:
    orders = Orders(world(retry={"attempts": 2}), 1, lambda id: None)
    specs = [publish(), publish(retry={"attempts": 7})]
    told = [orders.new_job("a", Job.model_validate(spec)) for spec in specs]
    assert [orders.first(job).retries.max_attempts for job in told] == [2, 7]


def test_what_comes_to_light_later_is_part_of_the_first_run_and_of_a_rerun() -> None:
    orders = Orders(world(), 1, lambda id: None)
    job = orders.new_job("a", Job.model_validate(publish(2, grows=[{"by": 3, "after": 1}])))
    assert [growth.by for growth in orders.first(job).grows] == [3]
    assert [plan.id for plan in orders.all_again(job, 0).plans][-1] == "item-005"
