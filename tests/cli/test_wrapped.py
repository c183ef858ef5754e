"""Long lines of a list."""

from harness.cli.wrapped import WIDTH, wrapped


def test_a_line_that_is_too_long_goes_on_below_its_beginning() -> None:
    first, second, *_ = wrapped("  laws  ", "count-true, " * 20).splitlines()
    assert first.startswith("  laws  count-true")
    assert second.startswith("        count-true")
    assert len(first) <= WIDTH


def test_a_short_line_stays_one() -> None:
    assert wrapped("  a  ", "told") == "  a  told"
