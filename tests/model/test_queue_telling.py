"""What is told of a newcomer rests on what is known now, or was a moment ago."""

from tests.model.queue_bench import Visit, bench, job


def test_a_newcomer_at_the_end_changes_nothing_for_the_others() -> None:
    visits = [Visit(job=job("a"), steps=90), *(Visit(job=job(f"b-{number}"), at_ms=number) for number in range(1, 60))]
    one = bench(visits, workers=1)
    one.env.run(until=100)
    assert [event.kind for event in one.events] == ["run.queued"] * 59
    assert [event.data["ahead"] for event in one.events] == list(range(59))


def test_many_at_once_are_told_without_asking_all_for_each() -> None:
    one = bench([Visit(job=job("a")), *(Visit(job=job(f"b-{n}"), at_ms=10) for n in range(3_000))], workers=1)
    asked = 0

    def left_ms() -> int:
        nonlocal asked
        asked += 1
        return 1_000

    one.env.run(until=1)
    hold = one.queue._telling._holds.of_job("a")
    assert hold is not None
    hold.claim.left_ms = left_ms
    one.env.run(until=11)
    assert len(one.events) == 3_000
    assert asked == 1
