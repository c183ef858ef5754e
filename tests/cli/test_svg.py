"""The small writer of SVG."""

from xml.etree import ElementTree

import pytest

from harness.cli.svg import element, hint, path, plain, text, tick_words, ticks_ms


def test_elements_with_attributes_and_children() -> None:
    drawn = element("rect", hint("a < b"), x=1.04, y=2.0, stroke_width=3, class_='"q"', fill=None)
    assert drawn == """<rect x="1" y="2" stroke-width="3" class='"q"'><title>a &lt; b</title></rect>"""


def test_text_that_does_not_fit_is_cut_and_whole_on_pointing_at_it() -> None:
    assert text("short", x=0, y=0, width=100) == '<text x="0" y="0">short</text>'
    cut = ElementTree.fromstring(text("a rather long name & more", x=0, y=0, width=64))
    assert (cut.findtext("title"), "".join(cut.itertext()).endswith("a rather…")) == ("a rather long name & more", True)


def test_what_no_file_may_hold_stays_out() -> None:
    assert plain("\x00<b>\x1b") == " &lt;b&gt; "


def test_a_path_through_points() -> None:
    assert path([(0, 1), (2.26, 3)], class_="line") == '<path d="M0.0 1.0 L2.3 3.0" class="line"/>'


@pytest.mark.parametrize(
    ("from_ms", "to_ms"), [(0, 1_000), (0, 80_000), (-86_400_000, 0), (5, 999_999_999), (0, 10**11)]
)
def test_ticks_are_few_and_round(from_ms: int, to_ms: int) -> None:
    ticks = ticks_ms(from_ms, to_ms)
    assert 2 <= len(ticks) <= 11
    assert all(from_ms <= tick <= to_ms and tick % 1_000 == 0 for tick in ticks)


@pytest.mark.parametrize(
    ("at_ms", "words"), [(0, "0"), (90_000, "1 min 30 s"), (-7_200_000, "−2 h"), (3_660_000, "1 h 1 min")]
)
def test_ticks_in_words(at_ms: int, words: str) -> None:
    assert tick_words(at_ms) == words
