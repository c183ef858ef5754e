"""Where a value of a TOML file stands."""

import pytest

from harness.gate.toml_lines import locate

TEXT = """\
# a comment with suites = 3
targets.shop = "web/target.yaml"

[suites]
ci = [
  "black-hole",   # the first
  "law:count-true",
]
"late night" = ["count-true"]

[laws]
count-true = {level = "warn", reason = "level"}

[laws.submit-once]   # in a table of its own
reason = "later"
level = "off"

[ tool . meanwhile . laws ]
a = 1
"""


@pytest.mark.parametrize(
    ("place", "line", "key"),
    [
        ((), 1, ""),
        (("targets", "shop"), 2, "shop"),
        (("suites",), 4, "suites"),
        (("suites", "ci"), 5, "ci"),
        (("suites", "ci", "black-hole"), 6, "ci"),
        (("suites", "ci", "law:count-true"), 7, "ci"),
        (("suites", "ci", "not-there"), 5, "ci"),
        (("suites", "late night"), 9, "late night"),
        (("laws", "count-true"), 12, "count-true"),
        (("laws", "count-true", "level"), 12, "level"),
        (("laws", "submit-once"), 14, "submit-once"),
        (("laws", "submit-once", "level"), 16, "level"),
        (("laws", "submit-once", "missing"), 14, "submit-once"),
        (("laws", "missing"), 11, "laws"),
        (("tool", "meanwhile", "laws", "a"), 19, "a"),
        (("nowhere", "x"), 1, ""),
    ],
)
def test_a_place_has_its_line(place: tuple[str, ...], line: int, key: str) -> None:
    assert locate(TEXT, place) == (line, key)


def test_an_empty_file_has_one_line() -> None:
    assert locate("", ("suites",)) == (1, "")
