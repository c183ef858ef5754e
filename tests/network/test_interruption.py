import pytest

from harness.network.interruption import FOR_MS, Interruption


def test_it_comes_again_and_again_for_half_an_hour() -> None:
    moments = list(Interruption(kind="drop", first_ms=5_000, every_ms=60_000).moments())
    assert moments[:2] == [5_000, 65_000]
    assert len(moments) == FOR_MS // 60_000


def test_what_never_ends_or_has_no_length_is_refused() -> None:
    with pytest.raises(ValueError, match="comes again before it is over"):
        Interruption(kind="blackhole", first_ms=0, every_ms=2_000, for_ms=2_000)
    with pytest.raises(ValueError, match="write for: for a black hole alone"):
        Interruption(kind="blackhole", first_ms=0, every_ms=2_000)
    with pytest.raises(ValueError, match="write for: for a black hole alone"):
        Interruption(kind="drop", first_ms=0, every_ms=2_000, for_ms=5)
