from harness.core.random import derive, stream


def test_a_stream_depends_on_seed_and_name_alone() -> None:
    assert stream(7, "calls/publish/1").random() == stream(7, "calls/publish/1").random()
    assert stream(7, "calls/publish/1").random() != stream(8, "calls/publish/1").random()
    assert stream(7, "calls/publish/1").random() != stream(7, "calls/publish/2").random()


def test_a_stream_is_the_same_on_every_machine() -> None:
    assert stream(7, "x").randrange(10**6) == 985_475


def test_drawing_from_one_stream_moves_no_other() -> None:
    one, other = stream(1, "one"), stream(1, "other")
    expected = stream(1, "other").random()
    one.random()
    assert other.random() == expected


def test_a_derived_seed_fits_in_32_bits() -> None:
    assert derive(7, "page 0") != derive(7, "page 1")
    assert all(0 <= derive(seed, "page") < 2**32 for seed in range(50))
