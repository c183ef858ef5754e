"""The page for a job summary: new findings first, and whatever a page said stays words in Markdown."""

import re
from dataclasses import replace

import pytest
from hypothesis import example, given
from hypothesis import strategies as st
from inline_snapshot import snapshot
from markdown_it import MarkdownIt

from harness.reporters.summary import MOST, escaped, summary
from tests.reporters.graded import ALL_THREE, NEW, session, trial
from tests.reporters.sample import result_of

HOSTILE = (
    "<script>alert(1)</script> [x](javascript:1) ![i](http://a.b/c) `a` **b** ~~c~~ | d | @everyone #12 :tada: "
    "www.a.b https://a.b $x$ &lt; \\ _e_ "
)


def test_a_page_with_everything() -> None:
    head, told, rest = summary(session(ALL_THREE)).split("\n\n", 2)
    assert head == "## Meanwhile: new findings"
    assert told.startswith(
        'meanwhile 0.1.0: 1 trial of 1 scenario on "Reference job page", judged by 3 laws. 3 findings ('
    )
    assert rest == snapshot(
        """\
### New (1)

- **After the connection returned the page stayed behind** (reconnect-catches-up, blocker, seller-publish)  \n\
  job "Publish" at 5 min 36.1 s: the page said "97 of 200"; in truth it was publishing item 111.
  - picture: `report/pictures/a b.jpeg`
  - see it again: `meanwhile run seller-publish --seed 7 --defect ignores-snapshot`

### Accepted by the baseline (1)

- **A number on the page was not true** (count-true, blocker, seller-publish)  \n\
  job "Publish" at 5 min 36.1 s: the page said "97 of 200"; in truth it was publishing item 111.
  - accepted until 2027-01-31: SHOP-12
  - see it again: `meanwhile run seller-publish --seed 7 --defect ignores-snapshot`

### Only warned of (1)

- **The page said that a job ended while it was still running** (no-premature-terminal, blocker, seller-publish)  \n\
  job "Publish" at 5 min 36.1 s: the page said "97 of 200"; in truth it was publishing item 111.
  - warned: is being rebuilt
  - see it again: `meanwhile run seller-publish --seed 7 --defect ignores-snapshot`

### In the baseline, and not found

- gone: count-true in seller-publish, job "publish", count\\:failed (3 failed); take it out of the baseline
- not seen, perhaps not gone: count-true in seller-publish, job "publish", count\\:skipped (3 failed); the law \
answered can't tell

### To know

- not judged: reload-restores is off: nobody reloads
- only warned of: no-premature-terminal: is being rebuilt
- findings that b.yaml accepts do not fail
- b.yaml\\:3: mind this

The report: `report/index.html`
"""
    )


@pytest.mark.parametrize(
    ("code", "head"), [(0, "passed"), (1, "new findings"), (2, "not all could be judged"), (3, "trouble of its own")]
)
def test_the_head_says_how_it_ended(code: int, head: str) -> None:
    assert summary(session(ALL_THREE, exit_code=code)).startswith(f"## Meanwhile: {head}\n")


def test_trouble_comes_before_findings() -> None:
    text = summary(session(replace(ALL_THREE, error="it broke"), exit_code=3, broken_off="the disk is full"))
    assert text.index("- broken off: the disk is full") < text.index(f"- {ALL_THREE.id}: it broke")
    assert text.index("it broke") < text.index("### New")


def test_what_cannot_be_judged_is_no_trouble_of_our_own() -> None:
    text = summary(session(replace(ALL_THREE, error="t.yaml:8: mend it", exit=2), exit_code=2))
    assert f"### Cannot be judged: a file does not fit the page\n\n- {ALL_THREE.id}: t.yaml\\:8: mend it\n" in text
    assert "Trouble of Meanwhile" not in text


def test_what_a_scenario_exists_for_and_did_not_pass_is_told() -> None:
    text = summary(session(replace(result_of(stuck=False), unmet=("count-true",))))
    assert "### Scenarios that exist for a law which did not pass\n\n- count-true in seller-publish\n\n" in text


def test_a_flood_of_findings_stays_readable() -> None:
    text = summary(session(trial(*(replace(NEW, at_ms=at_ms) for at_ms in range(MOST + 3)))))
    assert text.count("**After the connection") == MOST
    assert "- and 3 more findings, which the report shows" in text


@given(st.text())
@example(HOSTILE)
@example("line\nend\r\x1b[31m\u2028 \ud800")
@example("a\tb  ")
def test_whatever_a_page_said_stays_words(said: str) -> None:
    shown = escaped(said)
    assert "\n" not in shown
    (paragraph,) = [token for token in MarkdownIt("gfm-like", {"linkify": False}).parse(f"x{shown}x") if token.children]
    assert paragraph.children is not None
    kinds = {child.type for child in paragraph.children}
    assert kinds <= {"text", "text_special"}
    plain = "".join(mark if mark.isprintable() else " " for mark in said)
    assert "".join(child.content for child in paragraph.children) == f"x{plain}x"


@pytest.mark.parametrize("mark", ["@everyone", "#12", ":tada:", "www.a.b", "https://a.b", "$x$", "~~c~~"])
def test_nothing_that_a_forge_reads_on_top_is_left(mark: str) -> None:
    assert not re.search(r"(?<!\\)[@#$~]|(?<!\\):\S|www\.", escaped(mark))


def test_a_command_with_backticks_stays_code() -> None:
    text = summary(session(replace(ALL_THREE, replay="`a ``b`")))
    assert "see it again: ``` `a ``b` ```" in text
