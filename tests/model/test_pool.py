from harness.model.pool import Worker


def test_two_workers_of_one_name_are_two() -> None:
    assert Worker("worker-1") != Worker("worker-1")
